import Center
import Testing

@testable import Scenario

@Suite("Quality reviews in a scenario")
struct QualityReadingTests {
  @Test("All of it reaches the center, and the rest has its defaults")
  func forms() throws {
    let whole = try read(
      """
      "quality": { "reviewed": "5%", "time": "15m", "wage": 40, "teams": ["front"],
                   "from": "2026-11-24", "after": "14d", "handleTimeFactor": 0.97,
                   "resolutionFactor": 1.03 },
      "calendar": { "days": 7 }, "demand": { "orders": { "resolutionRate": 0.9 } }
      """
    ).sound()
    #expect(
      whole.quality
        == QualityReviews(
          reviewed: 0.05, time: 900, wage: 40, teams: ["front"], startsOn: CivilDate("2026-11-24"),
          lag: 14 * 86_400, handleTimeFactor: 0.97, resolutionFactor: 1.03))
    let least = try read(#""quality": { "reviewed": 0.02, "time": "10m" }"#).sound()
    #expect(least.quality == QualityReviews(reviewed: 0.02, time: 600))
    #expect(try read("").sound().quality == nil)
  }

  @Test("A volume of offered contacts cannot count on what reviews will teach")
  func offered() {
    let reading = read(
      #""quality": { "reviewed": 0.1, "time": "10m", "resolutionFactor": 0.9 }, "#
        + #""demand": { "orders": { "volume": { "perDay": 100, "counts": "offered" } } }"#)
    #expect(reading.codes == [.offeredVolumeUnsolvable])
    #expect(reading.firstLine.contains("what reviews teach"))
  }

  @Test("An unknown team is refused at its place")
  func unknownTeam() {
    let reading = read(#""quality": { "reviewed": 0.1, "time": "10m", "teams": ["frnt"] }"#)
    #expect(reading.codes == [.unknownName])
    #expect(reading.firstLine.contains("did you mean \"front\"?"))
  }
}
