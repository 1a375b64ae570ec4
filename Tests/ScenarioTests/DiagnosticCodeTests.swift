import Testing

@testable import Scenario

/// What makes a code appear.
struct Trigger: Sendable, CustomTestStringConvertible {
  let code: DiagnosticCode
  var differences = "\"currency\": \"USD\""
  var files: [String: String] = [:]
  var edits: [String] = []
  /// The whole main file, where differences cannot show it.
  var main: String?

  var testDescription: String { "\(code.rawValue) \(main ?? differences)".prefix(80).description }

  static func differing(
    _ code: DiagnosticCode, _ differences: String, files: [String: String] = [:]
  ) -> Trigger {
    Trigger(code: code, differences: differences, files: files)
  }

  static func whole(_ code: DiagnosticCode, _ main: String) -> Trigger {
    Trigger(code: code, main: main)
  }

  static func edit(_ code: DiagnosticCode, _ edit: String) -> Trigger {
    Trigger(code: code, edits: [edit])
  }

  var reading: ScenarioReading {
    guard let main else { return read(differences, files: files, edits: edits) }
    return ScenarioReader(read: reader(["main.jsonc": main])).read("main.jsonc")
  }

  private static func channel(_ members: String) -> String {
    "\"channels\": { \"voice\": { \(members) } }"
  }

  private static func orders(_ members: String) -> String {
    "\"demand\": { \"orders\": { \(members) } }"
  }

  private static func agents(_ text: String) -> String {
    "\"teams\": { \"front\": { \"agents\": \(text) } }"
  }

  private static let syntax: [Trigger] = [
    whole(.emptyFile, ""), whole(.truncated, "{ \"switchboard\": 1, \"demand\": {"),
    whole(.unexpectedCharacter, "{ ; }"), whole(.malformedNumber, "{ \"a\": 01 }"),
    whole(.numberTooLarge, "{ \"a\": 1e400 }"), whole(.notANumber, "{ \"a\": NaN }"),
    whole(.controlCharacter, "{ \"a\": \"\u{1}\" }"), whole(.malformedEscape, "{ \"a\": \"\\q\" }"),
    whole(.duplicateKey, "{ \"a\": 1, \"a\": 2 }"),
    whole(.tooDeep, String(repeating: "[", count: 65)), whole(.contentAfterEnd, "{} {}"),
    whole(.wrongQuotes, "{ 'a': 1 }"), whole(.unquotedKey, "{ a: 1 }"),
    whole(.missingComma, "{ \"a\": 1 \"b\": 2 }"), whole(.unknownWord, "{ \"a\": True }"),
  ]

  private static let values: [Trigger] = [
    differing(.formatVersion, "\"switchboard\": 2"),
    differing(.formatVersion, "\"switchboard\": null"),
    differing(.wrongKind, "\"teams\": 5"), differing(.wrongKind, "\"name\": 5"),
    differing(.wrongKind, orders("\"volume\": [1]")), whole(.wrongKind, "[1]"),
    differing(.missingKey, "\"channels\": null"),
    differing(.missingKey, orders("\"volume\": { \"perDay\": 5 }")),
    differing(.unknownKey, channel("\"patiense\": \"90s\"")),
    differing(.outOfRange, channel("\"trunks\": 0")),
    differing(.outOfRange, orders("\"volume\": { \"perDay\": -5, \"counts\": \"issues\" }")),
    differing(.outOfRange, channel("\"patience\": { \"exponential\": { \"mean\": \"0s\" } }")),
    differing(.malformedDuration, channel("\"patience\": 90")),
    differing(.malformedDuration, "\"repeatInformationTime\": \"50 sec\""),
    differing(.malformedRate, channel("\"target\": { \"serviceLevel\": 85 }")),
    differing(.unknownChoice, channel("\"medium\": \"phone\"")),
    differing(
      .notSupportedYet, agents("{ \"file\": \"t.csv\", \"columns\": { \"aht\": \"AHT\" } }")),
    differing(.malformedName, "\"teams\": { \"a.b\": {} }"),
    differing(.wordOfTheTrade, channel("\"acw\": \"20s\"")),
    differing(.limitExceeded, agents("1000000000")),
    differing(
      .limitExceeded,
      "\"calendar\": { \"days\": 3660, \"interval\": \"1m\" }, "
        + "\"teams\": { " + (0..<9).map { "\"t\($0)\": {}" }.joined(separator: ",") + " }"),
    differing(.sharesDoNotSum, orders("\"channels\": { \"voice\": { \"share\": 0.9 } }")),
    differing(
      .sharesDoNotSum,
      orders(
        "\"channels\": { \"voice\": { \"share\": { \"easy\": 1, \"hard\": 0.9 } } }")),
    differing(
      .notOneAlternative,
      orders(
        "\"volume\": { \"perDay\": 1, \"perInterval\": 2, \"counts\": \"issues\" }")),
    differing(.notOneAlternative, channel("\"patience\": {}")),
    differing(.malformedHours, channel("\"hours\": { \"Mon\": \"7 to 9\" }")),
    differing(.malformedHours, channel("\"hours\": { \"Mo\": \"07:00-09:00\" }")),
    differing(
      .malformedHours, channel("\"hours\": { \"Mon\": [\"07:00-09:00\", \"08:00-10:00\"] }")),
    differing(.malformedDate, "\"calendar\": { \"start\": \"2026-02-30\" }"),
    differing(.unknownName, "\"fallbackChannel\": \"voyce\""),
    differing(
      .unknownName,
      orders(
        "\"channels\": { \"voice\": null, \"voyce\": { \"share\": 1, \"talkTime\": \"3m\" } }")),
    differing(
      .contradiction,
      "\"selfService\": { \"ivr\": { \"on\": [\"voice\"], \"adoption\": 1, "
        + "\"containment\": 0.1 } }"),
    differing(.missingTalkTime, orders("\"channels\": { \"voice\": { \"talkTime\": null } }")),
    differing(
      .unservedQueue,
      "\"channels\": { \"chat\": { \"medium\": \"chat\" } }, "
        + orders(
          "\"channels\": { \"voice\": { \"share\": 0.5 }, \"chat\": { \"share\": 0.5, \"talkTime\": \"3m\" } }"
        )),
    differing(.noAgents, agents("0")),
    differing(.zeroTimeLoop, channel("\"redial\": { \"share\": 1, \"after\": \"0s\" }")),
    differing(.offInterval, channel("\"hours\": \"08:10-18:00\"")),
    differing(.outsideHours, channel("\"hours\": { \"Mon-Fri\": \"08:00-18:00\" }")),
    differing(
      .outsideCalendar,
      "\"teams\": { \"front\": { \"exceptions\": [{ \"date\": \"2020-01-01\", \"agents\": 1 }] } }"),
    differing(.customaryShape, channel("\"patience\": \"90s\"")),
  ]

  private static let tables: [Trigger] = {
    func table(_ text: String) -> [String: String] { ["t.csv": text] }
    let named = agents("{ \"file\": \"t.csv\" }")
    return [
      differing(.missingFile, named),
      differing(.missingFile, agents("{ \"file\": \"a\\u0000b\" }")),
      differing(.fileOutside, agents("{ \"file\": \"../t.csv\" }")),
      differing(.fileOutside, agents("{ \"file\": \"/etc/passwd\" }")),
      differing(.malformedTable, named, files: table("")),
      differing(.missingRow, named, files: table("time,agents\n08:00,1\n09:00,1\n09:30,1\n")),
      differing(.malformedCell, named, files: table("time,agents\n08:00,many\n")),
      differing(.malformedCell, named, files: table("time,agents\n08:00,1e308\n")),
      differing(.missingColumn, named, files: table("time,heads\n08:00,1\n")),
      differing(.duplicateRow, named, files: table("time,agents\n08:00,1\n08:00,1\n")),
      differing(.rowsDoNotFit, named, files: table("time,agents\n08:00,1\n08:05,1\n")),
      differing(.noRows, named, files: table("time,agents\n")),
      differing(.duplicateColumn, named, files: table("time,agents,Agents\n08:00,1,2\n")),
    ]
  }()

  private static let commands: [Trigger] = [
    whole(.extendsCycle, "{ \"extends\": \"main.jsonc\" }"),
    edit(.malformedEdit, "channels.voice.trunks"),
    edit(.editMatchesNothing, "channels.voyce.trunks=1"),
    edit(.editDoesNotApply, "name*=2"),
  ]

  /// All that show in one reading of small files.
  static let all =
    syntax + values + tables + commands + [
      Trigger(
        code: .formulaDoesNotApply,
        edits: ["teams.front.agents=erlang-c", "teams.front.skills.voice=2"]),
      Trigger(
        code: .offeredVolumeUnsolvable,
        differences: orders(
          "\"volume\": { \"perDay\": 1, \"counts\": \"offered\" }, \"resolutionRate\": 0, "
            + "\"repeatContactAfter\": \"1d\"")),
    ]

  /// Codes that need what is no small text: shown in tests of their own.
  static let elsewhere: Set<DiagnosticCode> = [
    .fileTooLarge, .tooManyValues, .invalidEncoding, .unreadableFile, .chainTooLong,
    .trailingCommaInStrictFile, .commentInStrictFile,
  ]
}

@Suite("Every diagnostic code")
struct DiagnosticCodeTests {
  @Test("has something that triggers it", arguments: Trigger.all)
  func triggers(trigger: Trigger) throws {
    let reading = trigger.reading
    let diagnostic = try #require(
      reading.diagnostics.kept.first { $0.code == trigger.code },
      "\(reading.diagnostics.rendered())")
    #expect(diagnostic.origin != nil)
    #expect((reading.center == nil) == (diagnostic.severity == .error))
    #expect(!diagnostic.rendered().isEmpty)
  }

  @Test("is triggered somewhere")
  func complete() {
    let missing = Set(DiagnosticCode.allCases)
      .subtracting(Trigger.all.map(\.code)).subtracting(Trigger.elsewhere)
    #expect(missing.map(\.rawValue).sorted() == [])
  }

  @Test(
    "points at the place and says what was meant",
    arguments: [
      (
        #""channels": { "voice": { "target": { "serviceLevel": 85 } } }"#,
        "error[E107]: channels.voice.target.serviceLevel: a rate is from 0 to 1, not 85; "
          + "did you mean 0.85?"
      ),
      (
        #""channels": { "voice": { "patience": 90 } }"#,
        "error[E106]: channels.voice.patience: expected a distribution, or a duration as in "
          + "\"90s\", found the number 90; durations carry their unit: \"90s\""
      ),
      (
        #""channels": { "voice": { "aht": "4m" } }"#,
        "error[E111]: channels.voice.aht: not a key of a channel; write talkTime and wrapUp, "
          + "on the class's channel"
      ),
      (
        #""demand": { "orders": { "channels": { "voice": { "share": 0.5 }, "voise": { "share": 0.5, "talkTime": "3m" } } } }"#,
        "error[E117]: demand.orders.channels.voise: 'voise' is neither a channel of this design "
          + "nor a medium; did you mean \"voice\"?"
      ),
      (
        #""teams": { "front": { "agents": 1000000000 } }"#,
        "error[E112]: teams.front.agents: 1000000000 agents are more than 1,000,000, the limit "
          + "for a team"
      ),
      (
        #""channels": { "voice": { "medium": "fax" } }"#,
        "error[E108]: channels.voice.medium: expected \"voice\" or \"video\" or \"chat\" or "
          + "\"sms\" or \"messaging\" or \"email\" or \"social\" or \"forum\", found \"fax\""
      ),
      (
        #""teams": { "front": { "agents": 0 } }"#,
        "error[E121]: teams.front.agents: the team has no agent present in any interval"
      ),
    ])
  func wording(differences: String, expected: String) {
    let line = read(differences).firstLine
    #expect(line.hasPrefix("main.jsonc:1:"))
    #expect(line.hasSuffix(expected))
  }
}
