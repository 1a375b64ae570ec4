import Testing

@testable import Scenario

@Suite("Every limit of the reader")
struct ReaderLimitTests {
  /// A scenario with files beside it, and what refuses it when it holds too much.
  struct Attack {
    var files: [String: String]
    var edits: [String] = []
    var code = DiagnosticCode.limitExceeded
    /// How far the limit is lowered; nil where the one that holds for users is small enough.
    var lowered: Int?

    init(
      _ main: String, _ code: DiagnosticCode = .limitExceeded, files: [String: String] = [:],
      edits: [String] = [], lowered: Int? = nil
    ) {
      self.files = files
      self.files["main.jsonc"] = main
      self.edits = edits
      self.code = code
      self.lowered = lowered
    }

    /// The small sound scenario with differences on top.
    static func differing(
      _ differences: String, _ code: DiagnosticCode = .limitExceeded,
      files: [String: String] = [:], lowered: Int? = nil
    ) -> Attack {
      let base = ["base.jsonc": baseScenario].merging(files) { $1 }
      return Attack(
        "{ \"extends\": \"base.jsonc\", \(differences) }", code, files: base, lowered: lowered)
    }
  }

  private static func many(_ count: Int, _ one: (Int) -> String) -> String {
    (0..<count).map(one).joined(separator: ", ")
  }

  private static let volume = #""volume": { "perDay": 1, "counts": "issues" }"#

  private static func demand(_ count: Int, talkTime: (Int) -> String = { _ in "\"3m\"" }) -> String
  {
    "\"demand\": { \"orders\": null, "
      + many(count) {
        "\"c\($0)\": { \(volume), \"channels\": "
          + "{ \"voice\": { \"share\": 1, \"talkTime\": \(talkTime($0)) } } }"
      } + " }"
  }

  private static func channels(_ count: Int) -> String {
    "\"channels\": { " + many(count - 1) { "\"c\($0)\": { \"medium\": \"chat\" }" } + " }"
  }

  private static let agentsOfTable =
    #""teams": { "front": { "agents": { "file": "t.csv" } } }"#

  private static func hour(_ number: Int) -> String { clock(halfHour: number) }

  /// A scenario that holds exactly so many of what is limited; for each limit there is one.
  private static func attack(on limit: ReaderLimit, with count: Int) -> Attack {
    switch limit {
    case .fileSize:
      let text = "{ \"extends\": \"base.jsonc\" }"
      let blanks = String(repeating: " ", count: count - text.utf8.count)
      return Attack(
        text + blanks, .fileTooLarge, files: ["base.jsonc": baseScenario], lowered: 4_096)
    case .totalSize:
      let text = "{ \"extends\": \"base.jsonc\" }"
      let blanks = String(repeating: " ", count: count - text.utf8.count - baseScenario.utf8.count)
      return Attack(text + blanks, files: ["base.jsonc": baseScenario], lowered: 4_096)
    case .depth:
      // Beside the scenario's own object.
      let lists =
        String(repeating: "[", count: count - 1) + String(repeating: "]", count: count - 1)
      return .differing("\"$schema\": \(lists)", .tooDeep)
    case .values:
      // The base has 29 values; here are the object, "extends", "$schema" and the list.
      let list = many(count - 32) { _ in "0" }
      return .differing("\"$schema\": [\(list)]", .tooManyValues, lowered: 100)
    case .numberLength:
      let zeros = String(repeating: "0", count: count - 3)
      return .differing("\"repeatInformationTime\": 0.\(zeros)1", .malformedNumber)
    case .nameLength:
      let name = String(repeating: "n", count: count)
      return .differing(
        "\"teams\": { \"\(name)\": { \"agents\": 1, \"skills\": { \"voice\": 1 } } }",
        .malformedName)
    case .chainLength:
      var files: [String: String] = ["f\(count).jsonc": baseScenario]
      for number in 2..<count {
        files["f\(number).jsonc"] = "{ \"extends\": \"f\(number + 1).jsonc\" }"
      }
      return Attack("{ \"extends\": \"f2.jsonc\" }", .chainTooLong, files: files)
    case .editSteps:
      let path = (["$schema"] + Array(repeating: "0", count: count - 1)).joined(separator: ".")
      let lists = String(repeating: "[", count: 7) + "1" + String(repeating: "]", count: 7)
      var attack = Attack.differing("\"name\": \"A\"", .malformedEdit, lowered: 8)
      attack.edits = ["$schema=\(lists)", "\(path)=\"x\""]
      return attack
    case .queues:
      // The factors of the limit and of its neighbours: 99 × 101, 100 × 100, 73 × 137.
      let classes = (1...count).first { $0 * $0 >= count && count % $0 == 0 } ?? count
      return .differing(demand(classes) + ", " + channels(count / classes))
    case .intervals:
      // One class and one team, 24 intervals in a day.
      return .differing(
        "\"calendar\": { \"interval\": \"1h\", \"days\": \(count / 48) }", lowered: 96)
    case .queueSkills:
      return .differing(
        demand(count / 2) + ", \"teams\": { \"front\": { \"skills\": { \"*\": 2 } } }", lowered: 40)
    case .tabulated:
      return .differing(
        demand(count) { "{ \"gamma\": { \"mean\": \"\($0 + 60)s\", \"cv\": 1 } }" }, lowered: 5)
    case .staffedLoad:
      // A contact of an hour in each hour is one Erlang; every hour has another number.
      let volumes = many(24) { "\($0 == 23 ? Double(count) - 0.253 : 0.001 * Double($0))" }
      return .differing(
        """
        "calendar": { "interval": "1h" }, "teams": { "front": { "agents": "erlang-c" } },
        "demand": { "orders": {
          "volume": { "perInterval": [\(volumes)], "counts": "issues" },
          "channels": { "voice": { "talkTime": { "constant": "1h" } } } } }
        """, lowered: 20)
    case .tableFields:
      let rows = (0..<(count / 2)).map { "\(hour($0)),1\n" }.joined()
      return .differing(
        agentsOfTable + ", \"channels\": { \"voice\": { \"hours\": \"00:00-01:00\" } }",
        files: ["t.csv": "time,agents\n" + rows], lowered: 20)
    case .tableRows:
      let rows = (0..<count).map { "\(hour($0)),1\n" }.joined()
      return .differing(
        agentsOfTable + ", \"channels\": { \"voice\": { \"hours\": \"00:00-01:00\" } }",
        files: ["t.csv": "time,agents\n" + rows], lowered: 20)
    }
  }

  /// The step between two counts that can be written: most limits are reached exactly, products
  /// only in whole factors.
  private static func step(of limit: ReaderLimit) -> Int {
    switch limit {
    case .intervals: 48
    case .queueSkills, .tableFields: 2
    default: 1
    }
  }

  @Test("holds at the limit, and refuses the next by name", arguments: ReaderLimit.allCases)
  func edges(limit: ReaderLimit) {
    let lowered = Self.attack(on: limit, with: 600).lowered
    let most = lowered ?? limit.standard
    let limits = lowered.map { ReaderLimits(limit, $0) } ?? .standard
    let step = Self.step(of: limit)
    for count in [most - step, most, most + step] {
      let attack = Self.attack(on: limit, with: count)
      let reading = ScenarioReader(limits: limits, read: reader(attack.files))
        .read("main.jsonc", edits: attack.edits)
      let found = reading.diagnostics.errors.filter { $0.code == attack.code }
      #expect(found.isEmpty == (count <= most), "\(count): \(reading.diagnostics.rendered())")
      guard count > most else { continue }
      let isNamed = found.contains { $0.message.contains(limits.inWords(limit)) }
      #expect(isNamed, "\(reading.diagnostics.rendered())")
      #expect(reading.center == nil)
    }
  }

  @Test("is what the documentation says")
  func standard() {
    let words = ReaderLimit.allCases.map { "\($0) \(ReaderLimits.standard.inWords($0))" }
    #expect(
      words == [
        "fileSize 16 MB", "totalSize 64 MB", "depth 64", "values 1,000,000", "numberLength 1,000",
        "nameLength 200", "chainLength 32", "editSteps 64", "queues 10,000",
        "intervals 20,000,000", "queueSkills 20,000,000", "tabulated 1,000",
        "staffedLoad 100,000,000",
        "tableFields 4,000,000",
        "tableRows 20,000,000",
      ])
  }

  @Test("Nineteen, twenty and twenty-one errors: twenty are shown, the rest is counted")
  func shown() {
    for count in 19...21 {
      let keys = Self.many(count) { "\"k\($0)\": 1" }
      let reading = read("\"routing\": { \(keys) }")
      #expect(reading.diagnostics.errors.count == min(count, Diagnostics.limit))
      #expect(reading.diagnostics.omittedErrors == max(0, count - Diagnostics.limit))
    }
  }

  @Test("Lists and objects hold as many as the declaration says")
  func counts() {
    for place in Declared.places {
      let (path, kind) = (place.path, place.kind)
      for (count, isAllowed) in Self.sizes(of: kind) {
        var checker = DeclarationChecker()
        checker.check(Self.sample(of: kind, count: count), as: kind, at: SyntaxPath([path]))
        let isRefused = checker.diagnostics.errors.contains {
          [.outOfRange, .limitExceeded].contains($0.code)
        }
        #expect(isRefused != isAllowed, "\(path) with \(count)")
      }
    }
  }

  private static func sizes(of kind: ValueKind) -> [(Int, isAllowed: Bool)] {
    switch kind {
    // What the limit on values stops first cannot be reached.
    case .list(_, let range) where range.upperBound < ReaderLimit.values.standard:
      [range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1]
        .filter { $0 >= 0 }.map { ($0, range.contains($0)) }
    case .object(let declaration) where declaration.others != nil:
      [0, 1].map { (declaration.mostMembers + $0, $0 == 0) }
    default: []
    }
  }

  private static func sample(of kind: ValueKind, count: Int) -> SyntaxNode {
    let origin = Origin(file: source("{}"), offset: 0)
    let null = SyntaxNode(.null, at: origin)
    if case .list = kind {
      return SyntaxNode(.array(Array(repeating: null, count: count)), at: origin)
    }
    var object = SyntaxObject()
    for number in 0..<count {
      object.set(SyntaxMember(key: "k\(number)", keyOrigin: origin, value: null))
    }
    return SyntaxNode(.object(object), at: origin)
  }
}
