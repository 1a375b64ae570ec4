import Center
import Testing

@testable import Scenario

@Suite("The people of a team in a scenario")
struct WorkforceReadingTests {
  private func reading(_ workforce: String, _ team: String = "") -> ScenarioReading {
    read(#""teams": { "front": { "workforce": { \#(workforce) } \#(team) } }"#)
  }

  @Test("Everything that can be written reaches the team")
  func forms() throws {
    let center = try reading(
      """
      "headcount": 120, "attrition": "32%", "hoursAWeek": "38h", "training": "6w",
      "passRate": 0.85, "proficiency": [0.7, 0.85, 1], "overtime": "4h",
      "hiring": { "lead": "56d", "classes": [{ "start": "2026-11-16", "agents": 12 }],
        "toRequirement": true, "smallestClass": 6, "largestClass": 16, "every": "4w" },
      "cost": { "perHire": 3500, "perTrainee": 1200, "perVendorHour": 45 }
      """
    ).sound()
    let class0 = HiringClass(start: try #require(CivilDate("2026-11-16")), agents: 12)
    #expect(
      center.teams[0].workforce
        == Workforce(
          headcount: 120, attrition: [AttritionStep(rate: 0.32)], hoursAWeek: 136_800,
          hiring: Hiring(
            leadWeeks: 8, classes: [class0], isToRequirement: true, smallestClass: 6,
            largestClass: 16, weeksBetween: 4),
          trainingWeeks: 6, passRate: 0.85, proficiency: [0.7, 0.85, 1], overtime: 14_400,
          cost: WorkforceCost(perHire: 3500, perTrainee: 1200, perVendorHour: 45)))
    let steps = try reading(
      #""headcount": 5, "attrition": [{ "months": 0, "rate": 0.6 }, { "months": 6, "rate": 0.2 }]"#
    ).sound()
    #expect(
      steps.teams[0].workforce
        == Workforce(
          headcount: 5,
          attrition: [AttritionStep(rate: 0.6), AttritionStep(months: 6, rate: 0.2)]))
    #expect(try reading(#""headcount": 7"#).sound().teams[0].workforce == Workforce(headcount: 7))
    #expect(try read("").sound().teams[0].workforce == nil)
    let hiring = try reading(#""headcount": 7, "hiring": {}"#).sound()
    #expect(hiring.teams[0].workforce?.hiring == Hiring())
  }

  @Test(
    "What makes no sense is refused, at its place",
    arguments: [
      (#""headcount": -1"#, "headcount"), (#""headcount": 1.5"#, "headcount"),
      (#""headcount": 1e308"#, "headcount"), (#""headcount": 5, "attrition": 1"#, "attrition"),
      (#""headcount": 5, "attrition": 32"#, "attrition"),
      (#""headcount": 5, "attrition": [{ "months": 3, "rate": 0.1 }]"#, "attrition"),
      (#""headcount": 5, "attrition": []"#, "attrition"),
      (#""headcount": 5, "training": "10d""#, "training"),
      (#""headcount": 5, "training": 6"#, "training"),
      (#""headcount": 5, "training": "1000w""#, "training"),
      (#""headcount": 5, "passRate": 85"#, "passRate"),
      (#""headcount": 5, "proficiency": [0]"#, "proficiency"),
      (#""headcount": 5, "hoursAWeek": "200h""#, "hoursAWeek"),
      (#""headcount": 5, "hiring": { "every": "0w" }"#, "every"),
      (#""headcount": 5, "hiring": { "smallestClass": 9, "largestClass": 8 }"#, "largestClass"),
      (#""headcount": 5, "hiring": { "classes": [{ "start": "2026-11-30" }] }"#, "agents"),
      (
        #""headcount": 5, "training": "2w", "hiring": { "classes": [{ "start": "2026-11-09", "agents": 1 }] }"#,
        "classes"
      ),
      (#""headcount": 5, "cost": { "perHire": -1 }"#, "perHire"),
      (#""attrition": 0.3"#, "headcount"),
    ])
  func refused(workforce: String, key: String) {
    let reading = reading(workforce)
    #expect(reading.center == nil)
    #expect(reading.firstLine.contains(key), "\(reading.firstLine)")
  }

  @Test("Tenure and proficiency would say the same twice")
  func twice() {
    let both = reading(
      #""headcount": 5, "proficiency": [0.7, 1]"#, #", "tenure": [{ "months": 0, "share": 1 }]"#)
    #expect(both.firstLine.contains("tenure says already"))
  }

  @Test("Weeks are a unit of durations, and the message says which weeks would do")
  func weeks() throws {
    #expect(try DurationText.seconds("8w") == 8 * 604_800)
    #expect(try DurationText.seconds("1w2d") == 9 * 86_400)
    #expect(DurationText.text(seconds: 1_209_600) == "14d")
    #expect(throws: DurationText.Failure.unknownUnit("weeks", meant: "2w")) {
      try DurationText.seconds("2 weeks")
    }
    let reading = reading(#""headcount": 5, "training": "45d""#)
    #expect(reading.diagnostics.errors.first?.hint == "write \"6w\" or \"7w\"")
  }
}
