import Center
import Testing

@testable import Scenario

@Suite("Rules of dynamic staffing in a scenario")
struct IntradayReadingTests {
  private func reading(_ rule: String) -> ScenarioReading {
    read(#""intraday": [{ "team": "front", \#(rule) }]"#)
  }

  @Test("A rule reaches the center, with its times in intervals and seconds")
  func form() throws {
    let center = try reading(
      #""when": { "measure": "service_level", "channel": "voice", "below": 0.7 }, "for": "1h", "#
        + #""agents": -2, "after": "20m", "lasts": "2h""#
    ).sound()
    #expect(
      center.intraday == [
        IntradayRule(
          team: "front", measure: .serviceLevel, channel: "voice", threshold: 0.7, isAbove: false,
          intervals: 2, agents: -2, leadTime: 1200, duration: 7200)
      ])
  }

  @Test(
    "A rule that makes no sense is refused with the reason",
    arguments: [
      (
        #""when": { "measure": "occupancy", "above": 0.9 }, "for": "20m", "agents": 1, "lasts": "1h""#,
        "E123"
      ),
      (#""when": { "measure": "occupancy" }, "agents": 1, "lasts": "1h""#, "E114"),
      (#""when": { "measure": "mood", "above": 1 }, "agents": 1, "lasts": "1h""#, "E108"),
      (#""when": { "measure": "occupancy", "above": 0.9 }, "agents": 1"#, "E103"),
      (#""when": { "measure": "queue_mean", "above": 9 }, "agents": 1, "lasts": "1h""#, "E105"),
      (#""when": { "measure": "occupancy", "above": 0.9 }, "agents": 0, "lasts": "1h""#, "E105"),
    ])
  func refused(rule: String, code: String) {
    #expect(reading(rule).firstLine.contains("error[\(code)]"))
  }
}
