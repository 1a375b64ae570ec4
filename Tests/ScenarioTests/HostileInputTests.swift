import Testing

@testable import Scenario

@Suite("Hostile input")
struct HostileInputTests {
  private func readBytes(_ bytes: [UInt8]) -> ScenarioReading {
    ScenarioReader(read: { $0 == "a.jsonc" ? .success(bytes) : .failure(.missing) }).read("a.jsonc")
  }

  @Test("A sound scenario cut anywhere is refused, with a place")
  func truncated() {
    let bytes = Array(baseScenario.utf8)
    let end = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
    for length in stride(from: 0, through: end, by: 7) {
      let reading = readBytes(Array(bytes[..<length]))
      #expect(reading.center == nil)
      #expect(reading.diagnostics.errors.first?.origin != nil)
    }
  }

  @Test("Any byte replaced gives a center or diagnostics, never a trap")
  func damaged() {
    let bytes = Array(baseScenario.utf8)
    for (number, place) in bytes.indices.enumerated() {
      var damaged = bytes
      damaged[place] = [0x00, 0x22, 0x2D, 0x39, 0x7D, 0xFF][number % 6]
      let reading = readBytes(damaged)
      #expect((reading.center == nil) == reading.diagnostics.hasErrors)
      _ = reading.diagnostics.rendered()
    }
  }

  @Test(
    "Every value replaced by one of another type is refused or read, never a trap",
    arguments: [
      "null", "true", "-1", "0", "0.5", "1e308", "99999999999999999999", "\"\"", "\"x\"", "[]",
      "{}",
      "[[]]", "{\"\": {}}", "[1, \"a\", null]", "\"1s\"", "\"erlang-c\"", "{\"file\": \"f.csv\"}",
    ])
  func replaced(value: String) {
    let paths = [
      "switchboard", "name", "calendar", "calendar.start", "calendar.days", "calendar.interval",
      "calendar.followUpDays", "demand", "demand.orders", "demand.orders.volume",
      "demand.orders.volume.perDay", "demand.orders.volume.counts", "demand.orders.volume.profile",
      "demand.orders.volume.dayVariation", "demand.orders.channels",
      "demand.orders.channels.voice", "demand.orders.channels.voice.share",
      "demand.orders.channels.voice.talkTime", "demand.orders.resolutionRate",
      "demand.orders.repeatContactAfter", "channels", "channels.voice", "channels.voice.medium",
      "channels.voice.hours", "channels.voice.target", "channels.voice.target.within",
      "channels.voice.patience", "channels.voice.redial", "channels.voice.concurrency",
      "fallbackChannel", "selfService", "teams", "teams.front", "teams.front.agents",
      "teams.front.skills", "teams.front.skills.voice", "teams.front.shrinkage",
      "teams.front.hours", "routing", "currency", "customerHistory",
    ]
    for path in paths {
      let reading = read("\"currency\": \"USD\"", edits: ["\(path)=\(value)"])
      #expect((reading.center == nil) == reading.diagnostics.hasErrors, "\(path)=\(value)")
      _ = reading.diagnostics.rendered()
    }
  }

  @Test("Thousands of classes are read in time, and more queues than the limit are refused")
  func many() {
    func classes(_ count: Int) -> String {
      let one =
        #""volume": { "perDay": 1, "counts": "issues" }, "channels": { "voice": { "share": 1, "talkTime": "3m" } }"#
      return "\"demand\": { "
        + (0..<count).map { "\"c\($0)\": { \(one) }" }.joined(separator: ",") + " }"
    }
    #expect(Set(read(classes(10_000)).codes) == [.limitExceeded])
    #expect(read(classes(200)).codes == [])
  }

  @Test("Sixty-five tools are more than the limit")
  func tools() {
    let tools = (0..<65).map { "\"t\($0)\": { \"on\": [\"voice\"], \"containment\": 0 }" }
    #expect(
      read("\"selfService\": { \(tools.joined(separator: ",")) }").codes == [.limitExceeded])
  }

  @Test("A thousand wrong keys are counted, twenty shown")
  func manyErrors() {
    let keys = (0..<1_000).map { "\"k\($0)\": 1" }.joined(separator: ",")
    let reading = read("\"channels\": { \"voice\": { \(keys) } }")
    #expect(reading.diagnostics.kept.count == 20)
    #expect(reading.diagnostics.omittedErrors == 980)
  }

  @Test("Files of a scenario are limited together")
  func together() throws {
    var files = ScenarioFiles(root: "", allowOutside: false) { _ in
      .success([UInt8](repeating: 0x20, count: 16 << 20))
    }
    let origin = Origin(file: source("x"), offset: 0)
    for number in 0..<4 { _ = try files.file(named: "\(number)", at: origin, path: SyntaxPath()) }
    #expect {
      try files.file(named: "5", at: origin, path: SyntaxPath())
    } throws: {
      ($0 as? Diagnostic)?.code == .limitExceeded
    }
  }
}

@Suite("Limits that keep reading short")
struct LimitTests {
  @Test("A thousand and one teams, and too many skills for the queues, are refused")
  func teams() {
    let teams = (0..<1_001).map { "\"t\($0)\": { \"agents\": 1, \"skills\": { \"voice\": 1 } }" }
    #expect(read("\"teams\": { \(teams.joined(separator: ",")) }").codes == [.limitExceeded])
    let channels = (0..<100).map { "\"c\($0)\": { \"medium\": \"voice\" }" }.joined(separator: ",")
    let classes = (0..<99).map {
      "\"d\($0)\": { \"volume\": { \"perDay\": 1, \"counts\": \"issues\" }, "
        + "\"channels\": { \"c0\": { \"share\": 1, \"talkTime\": \"3m\" } } }"
    }.joined(separator: ",")
    let skills = (0..<22).flatMap { channel in
      (0..<99).map { "\"c\(channel)/d\($0)\": 1" }
    }
    #expect(
      read(
        """
        "channels": { \(channels), "voice": null }, "demand": { "orders": null, \(classes) },
        "teams": { "front": { "skills": { "voice": null, \(skills.joined(separator: ",")) } } }
        """
      ).codes == [.limitExceeded])
  }

  @Test("The same gamma distribution counts once, however often it is written")
  func gammas() {
    func reading(_ different: Bool) -> ScenarioReading {
      let classes = (0..<6).map {
        "\"d\($0)\": { \"volume\": { \"perDay\": 1, \"counts\": \"issues\" }, \"channels\": { "
          + "\"voice\": { \"share\": 1, \"talkTime\": { \"gamma\": { \"mean\": "
          + "\"\(different ? $0 + 60 : 60)s\", \"cv\": 0.5 } } } } }"
      }
      return read(
        "\"demand\": { \(classes.joined(separator: ",")) }", limits: ReaderLimits(.tabulated, 5))
    }
    #expect(reading(true).codes == [.limitExceeded])
    #expect(reading(false).codes == [])
  }

  @Test("Unknown names are counted, not compared, once enough are shown")
  func unknownNames() {
    let names = (0..<3_000).map { "\"class \($0)\": 0.1" }.joined(separator: ",")
    let reading = read(
      "\"selfService\": { \"ivr\": { \"on\": [\"voice\"], \"containment\": { \(names) } } }")
    #expect(reading.diagnostics.omittedErrors == 2_980)
  }
}

@Suite("Texts without end")
struct LongTextTests {
  private static let long = String(repeating: "x", count: 1 << 17)

  @Test(
    "are cut where they are shown",
    arguments: [
      "\"fallbackChannel\": \"\(long)\"", "\"\(long)\": 1", "\"currency\": [\"\(long)\"]",
      "\"channels\": { \"voice\": { \"patience\": \"\(long)\", \"medium\": \"\(long)\" } }",
      "\"teams\": { \"front\": { \"agents\": { \"file\": \"\(long)\" }, \"shrinkage\": \"\(long)%\" } }",
      "\"calendar\": { \"start\": \"\(long)\" }, \"repeatInformationTime\": \"1\(long)\"",
    ])
  func shown(differences: String) {
    let reading = read(differences)
    #expect(reading.center == nil)
    #expect(reading.diagnostics.rendered().utf8.count < 20_000)
  }
}
