import Center
import Stochastics
import Testing

@testable import Scenario

@Suite("Hostile numbers")
struct HostileNumberTests {
  private static let numbers = [
    "NaN", "-Infinity", "1e400", "-1e400", "1e308", "-1e308", "-1", "-0", "0", "1e-320", "5e-324",
    "0.1e-999", "1.0000000000000002", "2.5", "9007199254740993", "9223372036854775808",
    "18446744073709551616", "-9223372036854775809", "\"12\"", "\"\"", "\"1e400\"", "\"-5%\"",
    "\"٣\"", "true", "null", "[]", "{}", "[1]",
  ]

  private static let durations = [
    "\"0s\"", "\"0.\(String(repeating: "0", count: 58))1s\"", "\"3660d\"", "\"3660d1s\"",
    "\"\(String(repeating: "9", count: 62))d\"", "\"\(String(repeating: "9", count: 63))d\"",
    "\"1e3s\"", "\"-1s\"", "\"1m1m\"", "\"1s1m\"", "\"s\"", "\"1 s\"", "\"1s \"", "\"1e400s\"",
    "\"infs\"", "\"nans\"", "\"0x1s\"", "\"1️⃣s\"", "\"1.5.5s\"",
  ]

  private static let isNumeric: @Sendable (Declared.Place) -> Bool = { place in
    switch place.kind {
    case .version, .rate, .number, .integer, .duration, .distribution: true
    default: false
    }
  }

  static let places = Declared.places.filter(isNumeric)

  /// What is read either is refused, with words, or can be simulated.
  private func requireSound(_ reading: ScenarioReading, _ what: String) throws {
    #expect((reading.center == nil) == reading.diagnostics.hasErrors, "\(what)")
    #expect(reading.diagnostics.errors.allSatisfy { !$0.message.isEmpty && $0.origin != nil })
    guard let center = reading.center else { return }
    #expect(center.problems().isEmpty, "\(what)")
    for law in Self.distributions(of: center) {
      let isUsable = law.mean >= 0 && law.mean <= ValueKind.longest && law.quantile(0.5) >= 0
      #expect(isUsable && law.quantile(0.5).isFinite, "\(what): \(law.mean)")
    }
    for demandClass in center.demand {
      if let variation = demandClass.dayVariation { _ = try DayFactor(cv: variation.cv) }
    }
  }

  private static func distributions(of center: Center) -> [Distribution] {
    let classes = center.demand.flatMap { demandClass in
      [demandClass.repeatContactAfter]
        + demandClass.channels.flatMap { [$0.talkTime, $0.wrapUp, $0.patience] }
    }
    let channels = center.channels.flatMap { [$0.patience, $0.wrapUp, $0.redial?.after] }
    return (classes + channels + center.selfService.map(\.time)).compactMap { $0 }
  }

  @Test("in every numeric key are refused in words or read soundly", arguments: places)
  func everyKey(place: Declared.Place) throws {
    let durations =
      switch place.kind {
      case .duration, .distribution: Self.durations
      default: [String]()
      }
    for value in Self.numbers + durations {
      try requireSound(Declared.read(place.document(value)), "\(place.path): \(value)")
    }
  }

  @Test("just outside a declared range are refused, those at its ends are of it", arguments: places)
  func ranges(place: Declared.Place) {
    func isOutside(_ value: String) -> Bool {
      Declared.read(place.document(value)).diagnostics.errors.contains {
        [.outOfRange, .limitExceeded, .malformedRate].contains($0.code)
          && ($0.message.contains("outside") || $0.message.contains("more than 1,000,000")
            || $0.message.contains("a rate is"))
      }
    }
    let range: ClosedRange<Double>
    switch place.kind {
    case .integer(let limits):
      #expect(isOutside("\(limits.lowerBound - 1)") && isOutside("\(limits.upperBound + 1)"))
      #expect(!isOutside("\(limits.lowerBound)"))
      // A calendar of ten years is more than this scenario may have of intervals of a minute.
      #expect(!isOutside("\(limits.upperBound - 1)") && !isOutside("\(limits.upperBound)"))
      return
    case .number(let limits): range = limits
    case .rate: range = 0...1
    default: return
    }
    #expect(isOutside("\(range.lowerBound.nextDown)") && isOutside("\(range.upperBound.nextUp)"))
    #expect(!isOutside("\(range.lowerBound)") && !isOutside("\(range.upperBound)"))
  }

  @Test("as edits are refused in words or applied soundly", arguments: places)
  func edits(place: Declared.Place) throws {
    let document = place.document(Declared.sample(place.kind))
    for edit in ["*=1e308", "*=-1", "*=0", "*=1e-320", "/=1e-320", "+=1e308", "-=9e15", "/=0"] {
      let reading = Declared.read(document, edits: [place.path + edit])
      try requireSound(reading, place.path + edit)
    }
  }

  @Test(
    "as edits of whole values are refused in words or applied soundly",
    arguments: [
      "demand.name.volume", "teams.name.agents", "demand.name.channels.name.talkTime",
      "channels.name.patience",
    ])
  func wholeEdits(path: String) throws {
    let tables = [
      #"{ "demand": { "name": { "volume": { "file": "t.csv", "counts": "offered" } } }, "#
        + #""channels": { "name": { "patience": { "gamma": { "mean": "1m", "cv": 2 } } } }, "#
        + #""teams": { "name": { "agents": { "file": "t.csv" } } } }"#,
      #"{ "channels": { "name": { "patience": { "logNormal": { "mean": "1m", "cv": 100 } } } } }"#,
      #"{ "channels": { "name": { "patience": { "empirical": { "values": ["1s"] } } } } }"#,
    ]
    for document in tables {
      for edit in ["*=1e308", "*=1e9", "*=-1", "*=0", "*=1e-320", "/=1e-320", "+=1", "+=\"1s\""] {
        let reading = Declared.read(document, edits: [path + edit, path + edit])
        try requireSound(reading, path + edit)
      }
    }
  }

  @Test(
    "in a table are refused at their cell or read soundly",
    arguments: [
      "1e308", "1e400", "-1", "-0", "0", "nan", "inf", "0x10", "1e-320", "1.5.5", "1,5",
      "1'000", "+1", "e5", "1e", "٣", "18446744073709551616", "\"1\"\"2\"", "9999:59:59", "",
    ])
  func cells(cell: String) throws {
    let rows = (0..<24).map { "\($0):00;\(cell);\(cell);\(cell)\n" }.joined()
    for document in [
      #"{ "demand": { "name": { "volume": { "file": "t.csv", "counts": "issues" } } } }"#,
      #"{ "demand": { "name": { "volume": { "perDay": 1, "counts": "issues", "profile": { "file": "t.csv" } } } } }"#,
      #"{ "teams": { "name": { "agents": { "file": "t.csv" } } } }"#,
      #"{ "channels": { "name": { "patience": { "empirical": { "file": "t.csv", "column": "name" } } } } }"#,
    ] {
      let reading = Declared.read(document, table: "time;agents;volume;name\n" + rows)
      try requireSound(reading, cell)
    }
  }

  @Test("would reach the center: a sample of every numeric key is read")
  func samples() {
    let refused = Self.places.filter {
      Declared.read($0.document(Declared.sample($0.kind))).center == nil
    }
    // Passed on to nowhere; the only team helps only above a length of the queue; even between a
    // day and a day, or back within a second; nobody leaves silently who has no patience; a backlog
    // waits in no live channel; no turns, peers or picture by telephone, no penalty without a target, no offer of the same channel; a tool
    // before contact is none here; a break that fills the day is longer than the shift; nobody is
    // left; nobody stays, and a year moves by whole weeks; steps begin at 0 months, and a rule names
    // a team.
    #expect(
      refused.map(\.path) == [
        "demand.name.repeatContactAfter.uniform.from", "demand.name.repeatContactAfter.uniform.to",
        "demand.name.repeatContactAfter.triangular.from",
        "demand.name.repeatContactAfter.triangular.mode",
        "demand.name.repeatContactAfter.triangular.to",
        "demand.name.channels.name.transfer.share", "demand.name.channels.name.transfer.handOver",
        "demand.name.channels.name.startingBacklog",
        "channels.name.silentAbandonment.share", "channels.name.silentAbandonment.detectAfter",
        "channels.name.conversation.turns", "channels.name.conversation.turns.mean",
        "channels.name.conversation.customerReply", "channels.name.conversation.silence.share",
        "channels.name.conversation.silence.closesAfter",
        "channels.name.peerAnswers.share", "channels.name.peerAnswers.after",
        "channels.name.peerAnswers.staffAfter", "channels.name.peerAnswers.trueResolution",
        "channels.name.video.fallsBackToVoice", "channels.name.video.talkFactor",
        "channels.name.penalty.below", "channels.name.penalty.amount", "steer.0.share",
        "steer.0.accepted", "selfService.name.adoption",
        "teams.name.agents.shifts.0.breaks.0.for", "teams.name.skills.name.queueAbove",
        "teams.name.shrinkage", "teams.name.shrinkage.name", "teams.name.absence",
        "teams.name.tenure.0.months", "teams.name.tenure.0.share",
        "teams.name.tenure.0.handleTimeFactor", "teams.name.tenure.0.resolutionFactor",
        "teams.name.workforce.attrition", "teams.name.workforce.attrition.0.months",
        "teams.name.workforce.attrition.0.rate", "teams.name.workforce.hiring.lead",
        "teams.name.workforce.hiring.every", "teams.name.workforce.training",
        "intraday.0.when.above", "intraday.0.when.below", "intraday.0.for", "intraday.0.agents",
        "intraday.0.after", "intraday.0.lasts", "assist.byTenure.0.months",
        "assist.byTenure.0.handleTimeFactor", "assist.byTenure.0.resolutionFactor",
      ])
  }
}

extension Declared.Place: CustomTestStringConvertible {
  var testDescription: String { "\(path) as \(kind.inWords)" }
}
