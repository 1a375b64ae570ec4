import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@testable import Experiments

@Suite("A center's year")
struct YearPlanTests {
  /// Two agents around the clock for eight weeks, half of their time shrunk.
  private func center(_ workforce: Workforce? = Workforce(headcount: 10)) throws -> Center {
    var center = oneQueue(
      perHour: 6, talk: .exponential(try Exponential(mean: 120)), agents: 2, days: 56,
      warmUpDays: 0)
    center.teams[0].wage = 20
    center.teams[0].overtimeRate = 1.5
    center.teams[0].workforce = workforce
    return center
  }

  @Test("What is scheduled, by hand: 2 agents × 168 hours ÷ 40, present ones ÷ (1 − shrinkage)")
  func scheduled() throws {
    var center = try center()
    #expect(YearPlan.scheduledFTE(center, weeks: 8) == [Array(repeating: 8.4, count: 8)])
    center.teams[0].agentsAre = .present
    center.teams[0].shrinkage = 0.5
    for day in 7..<14 { center.teams[0].agents[day] = Array(repeating: 3, count: 24) }
    #expect(YearPlan.scheduledFTE(center, weeks: 3) == [[16.8, 25.2, 16.8]])
  }

  @Test("Costs by hand: wages with trainees, hiring, training, overtime, then the vendor")
  func costs() throws {
    var workforce = Workforce(headcount: 10, hoursAWeek: 36 * 3600, trainingWeeks: 1)
    workforce.overtime = 3600
    workforce.cost = WorkforceCost(perHire: 3000, perTrainee: 500, perVendorHour: 50)
    workforce.hiring = Hiring(classes: [
      HiringClass(start: try #require(CivilDate("2026-11-23")), agents: 4)
    ])
    let center = try center(workforce)
    let result = try YearPlan(center, weeks: 2, requiredFTE: [[10, 12.6]])
      .run(seed: 1, replications: 0)
    let first = result.teams[0][0]
    #expect(abs(first.people.effectiveFTE - 9) < 1e-12)
    #expect(abs(first.gapFTE - 1) < 1e-12 && abs(first.shortfallFTE - 1) < 1e-12)
    #expect(first.cost.wages == 14 * 36 * 20.0)
    #expect(first.cost.hiring == 12_000 && first.cost.training == 2000)
    // 40 hours are missing; ten agents work one more each, the vendor the rest.
    #expect(abs(first.cost.overtimeHours - 10) < 1e-9 && abs(first.cost.vendorHours - 30) < 1e-9)
    #expect(abs(first.cost.overtime - 300) < 1e-9 && abs(first.cost.vendor - 1500) < 1e-9)
    let second = result.teams[0][1]
    #expect(abs(second.gapFTE) < 1e-9 && second.shortfallFTE == 0)
    #expect(second.cost.wages == 14 * 36 * 20.0 && second.cost.hiring == 0)
    #expect(second.cost.overtimeHours < 1e-6)
  }

  @Test("The volume is that of each week, of the classes that a team can serve")
  func volume() throws {
    var center = try center()
    for day in 7..<14 { center.demand[0].expectedIssues[day] = Array(repeating: 9, count: 24) }
    let result = try YearPlan(center, weeks: 3, requiredFTE: [[1, 1, 1]])
      .run(seed: 1, replications: 0)
    #expect(result.teams[0].map(\.volume) == [1008, 1512, 1008])
    #expect(result.whole.map(\.volume) == [1008, 1512, 1008])
    center.demand.append(center.demand[0])
    center.demand[1].name = "others"
    let team = Team(
      name: "others", agents: [], skills: [Skill(channel: "voice", demandClass: "others")])
    let plan = try YearPlan(center, weeks: 3, requiredFTE: [[1, 1, 1]])
    #expect(plan.volume(of: team) == [1008, 1512, 1008])
    #expect(plan.volume() == [2016, 3024, 2016])
  }

  @Test("Suggested classes count where the scenario hires to requirement, and are named elsewhere")
  func suggestions() throws {
    var workforce = Workforce(headcount: 10, trainingWeeks: 2, passRate: 0.5)
    workforce.hiring = Hiring(leadWeeks: 1, isToRequirement: true)
    let required = [[10, 10, 10, 10, 11, 11, 10, 10.0]]
    let result = try YearPlan(center(workforce), weeks: 8, requiredFTE: required)
      .run(seed: 1, replications: 0)
    #expect(
      result.classes == [
        [
          YearClass(
            start: try #require(CivilDate("2026-12-07")), agents: 2,
            decideBy: try #require(CivilDate("2026-11-30")),
            worksFrom: try #require(CivilDate("2026-12-21")), isSuggested: true, isStarted: true)
        ]
      ])
    #expect(result.whole.allSatisfy { $0.shortfallFTE == 0 })
    #expect(result.whole.map(\.people.hires) == [0, 0, 2, 0, 0, 0, 0, 0])
    workforce.hiring?.isToRequirement = false
    let without = try YearPlan(center(workforce), weeks: 8, requiredFTE: required)
      .run(seed: 1, replications: 0)
    #expect(without.classes[0].map(\.isStarted) == [false])
    #expect(without.whole.map(\.shortfallFTE) == [0, 0, 0, 0, 1, 1, 0, 0])
    workforce.hiring = nil
    let nobody = try YearPlan(center(workforce), weeks: 8, requiredFTE: required)
      .run(seed: 1, replications: 0)
    #expect(nobody.classes == [[]] && nobody.unclosed == [[4, 5]])
  }

  @Test("Points are the least values that 5 and 95 % do not exceed")
  func points() {
    let points = YearBand.Points((1...100).reversed().map(Double.init))
    #expect(points.low == 5 && points.high == 95)
    let one = YearBand.Points([7])
    #expect(one.low == 7 && one.high == 7)
    let twenty = YearBand.Points((1...20).map(Double.init))
    #expect(twenty.low == 1 && twenty.high == 19)
  }

  @Test("Random years lie around the expected one; the share of short years is that of the gaps")
  func bands() throws {
    var workforce = Workforce(headcount: 100)
    workforce.attrition = [AttritionStep(rate: 0.5)]
    let required = [(0..<8).map { 100 - Double($0) * 1.3 }]
    let center = try center(workforce)
    let plan = try YearPlan(center, weeks: 8, requiredFTE: required)
    let result = try plan.run(seed: 1, replications: 50)
    #expect(result.costs.count == 50)
    for (week, line) in result.teams[0].enumerated() {
      let year = WorkforceYear(workforce, of: center.teams[0], in: center, classes: [], weeks: 8)
      let heads = (0..<50).map { year.run(seed: 1, replication: $0)[week].headcount }
      let band = try #require(line.band)
      #expect(band.headcount == YearBand.Points(heads))
      #expect(band.gapFTE.low == required[0][week] - band.effectiveFTE.high)
      #expect(band.shortShare == Double(heads.count { $0 < required[0][week] - 1e-9 }) / 50)
    }
    // The expected values do not depend on the random years.
    let exact = try plan.run(seed: 9, replications: 0)
    #expect(exact.teams[0].map(\.people) == result.teams[0].map(\.people))
    #expect(exact.teams[0].allSatisfy { $0.band == nil })
  }

  @Test("What cannot be planned is refused by name")
  func refused() throws {
    let center = try center()
    #expect(throws: YearPlanError.weeks(9)) { try YearPlan.check(center, weeks: 9) }
    #expect(throws: YearPlanError.weeks(0)) { try YearPlan.check(center, weeks: 0) }
    #expect(throws: YearPlanError.noWorkforce(team: "agents")) {
      try YearPlan.check(self.center(nil), weeks: 1)
    }
    var late = center
    late.calendar.start = center.calendar.start.advanced(by: 1)
    #expect(throws: YearPlanError.notMonday(late.calendar.start)) {
      try YearPlan.check(late, weeks: 1)
    }
    let plan = try YearPlan(center, weeks: 8, requiredFTE: [Array(repeating: 1, count: 8)])
    #expect(throws: YearPlanError.tooManyValues(16_000_000)) {
      try plan.run(seed: 1, replications: 1_000_000)
    }
  }
}
