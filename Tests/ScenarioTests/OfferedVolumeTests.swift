import Center
import Testing

@testable import Scenario

@Suite("Volumes of offered contacts")
struct OfferedVolumeTests {
  private func issues(
    _ orders: String, design: String = "\"currency\": \"USD\"",
    volume: String =
      #"{ "perInterval": 100, "counts": "offered" }"#
  ) throws -> Double {
    try read("\(design), \"demand\": { \"orders\": { \"volume\": \(volume), \(orders) } }").sound()
      .demand[0].expectedIssues[0][0]
  }

  private let comesBack = #""repeatContactAfter": { "constant": "1d" }"#

  @Test("Offered contacts are issues times their expected entries")
  func offered() throws {
    // Every issue is resolved by one contact.
    #expect(try issues(comesBack) == 100)
    // Resolved with probability 0.8: 1 / 0.8 entries each; without return one entry.
    #expect(abs(try issues(comesBack + #", "resolutionRate": 0.8"#) - 80) < 1e-9)
    #expect(try issues(#""resolutionRate": 0.8"#) == 100)
    // Linear in difficulty: the mean of 1/r over r from 1 down to 0.5 is 2 ln 2.
    let graded = try issues(comesBack + #", "resolutionRate": { "easy": 1, "hard": 0.5 }"#)
    #expect(abs(graded - 100 / (2 * 0.693147180559945)) < 1e-8)
  }

  @Test("A contact that is passed on enters a queue again, and is resolved where it ends")
  func offeredWithTransfers() throws {
    let tier = #""transfer": { "share": 0.25, "team": "front" }"#
    #expect(abs(try issues(tier) - 80) < 1e-9)
    #expect(abs(try issues(comesBack + ", " + tier + #", "resolutionRate": 0.8"#) - 64) < 1e-9)
  }

  @Test("Self-service takes issues away for good, or until they come back")
  func offeredBehindSelfService() throws {
    let ivr = { (text: String) in
      "\"selfService\": { \"ivr\": { \"on\": [\"voice\"], \"containment\": 0.3, \(text) } }"
    }
    #expect(abs(try issues(comesBack, design: ivr("\"easyContactBias\": 1")) - 100 / 0.7) < 1e-9)
    #expect(abs(try issues(comesBack, design: ivr("\"easyContactBias\": 0")) - 100 / 0.7) < 1e-9)
    let half = ivr("\"easyContactBias\": 0.5, \"trueResolution\": 0.5")
    #expect(abs(try issues(comesBack, design: half) - 100 / 0.85) < 1e-9)
    #expect(abs(try issues("\"resolutionRate\": 1", design: half) - 100 / 0.7) < 1e-9)
    let help =
      #""selfService": { "help": { "stage": "beforeContact", "adoption": 0.5, "containment": 0.4 } }"#
    #expect(abs(try issues(comesBack, design: help) - 100 / 0.8) < 1e-9)
    // Hard issues need more contacts, and the tool leaves the hard ones: ∫ from 0.3 to 1 of
    // dd / (1 − d/2) = 2 ln(0.85 / 0.5).
    let hard = try issues(
      comesBack + #", "resolutionRate": { "easy": 1, "hard": 0.5 }"#,
      design: ivr("\"easyContactBias\": 1"))
    #expect(abs(hard - 100 / (2 * 0.530628251062170)) < 1e-8)
  }

  @Test("The issues behind an offered volume are those of the file that wrote it")
  func offeredIsKept() throws {
    let files = [
      "a.jsonc": baseScenario.replacing(
        "\"counts\": \"issues\"", with: "\"counts\": \"offered\""),
      "b.jsonc": """
      { "extends": "a.jsonc",
        "selfService": { "ivr": { "on": ["voice"], "containment": 0.5 } } }
      """,
      "c.jsonc": """
      { "extends": "b.jsonc",
        "demand": { "orders": { "volume": { "perDay": 480, "counts": "offered" } } } }
      """,
    ]
    func issues(_ file: String, edits: [String] = []) throws -> Double {
      try ScenarioReader(read: reader(files)).read(file, edits: edits).sound()
        .demand[0].expectedIssues[0][0]
    }
    #expect(try issues("a.jsonc") == 10)
    #expect(try issues("b.jsonc") == 10)
    #expect(abs(try issues("c.jsonc") - 20) < 1e-9)
    #expect(abs(try issues("b.jsonc", edits: ["demand.orders.volume.perDay*=2"]) - 20) < 1e-9)
    #expect(abs(try issues("b.jsonc", edits: ["demand.orders.volume*=2"]) - 20) < 1e-9)
  }

  @Test("Offered volumes without an answer are refused")
  func offeredRefused() {
    let zero = read(
      """
      "demand": { "orders": { "volume": { "perDay": 1, "counts": "offered" },
        "resolutionRate": 0, \(comesBack) } }
      """)
    #expect(zero.codes == [.offeredVolumeUnsolvable])
    let all = read(
      """
      "demand": { "orders": { "volume": { "perDay": 1, "counts": "offered" } } },
      "selfService": { "ivr": { "on": ["voice"], "containment": 1 } }
      """)
    #expect(all.codes == [.offeredVolumeUnsolvable])
  }
}
