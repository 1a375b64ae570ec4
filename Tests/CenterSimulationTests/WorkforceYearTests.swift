import Center
import Foundation
import Stochastics
import TestCenters
import Testing

@testable import CenterSimulation

@Suite("A team's people, week by week")
struct WorkforceYearTests {
  /// A Monday.
  private static let start = CivilDate(daysSinceEpoch: 20_780)

  private func year(
    _ workforce: Workforce, classes: [HiringClass] = [], tenure: [TenureStep] = [], weeks: Int = 52
  ) throws -> WorkforceYear {
    var center = oneQueue(perHour: 1, talk: .constant(try Constant(mean: 60)), agents: 1)
    center.teams[0].tenure = tenure
    return WorkforceYear(workforce, of: center.teams[0], in: center, classes: classes, weeks: weeks)
  }

  private func monday(_ week: Int) -> CivilDate { Self.start.advanced(by: 7 * week) }

  @Test("Whom nobody leaves and nobody joins stays as it is, in every year")
  func constant() throws {
    let year = try year(Workforce(headcount: 120))
    for weeks in [year.expected(), year.run(seed: 1, replication: 0)] {
      #expect(weeks.count == 52)
      #expect(weeks.allSatisfy { $0.headcount == 120 && $0.effectiveFTE == 120 })
      #expect(weeks.allSatisfy { $0.leavers == 0 && $0.hires == 0 && $0.inTraining == 0 })
    }
  }

  @Test(
    "Attrition alone: H·(1 − a)^(w/52), so that a share a is gone after 52 weeks",
    arguments: [0.01, 0.32, 0.99])
  func geometric(rate: Double) throws {
    let weeks = try year(
      Workforce(headcount: 1000, attrition: [AttritionStep(rate: rate)]), weeks: 105
    ).expected()
    for (week, line) in weeks.enumerated() {
      let exact = 1000 * Foundation.pow(1 - rate, Double(week) / 52)
      #expect(abs(line.headcount / exact - 1) < 1e-12)
    }
    #expect(abs(weeks[52].headcount - 1000 * (1 - rate)) < 1e-9)
    let gone = weeks[..<52].reduce(0) { $0 + $1.leavers }
    #expect(abs(gone - 1000 * rate) < 1e-9)
  }

  @Test("A class of 10 of which 0.8 pass works when its training is over")
  func classes() throws {
    let workforce = Workforce(headcount: 5, trainingWeeks: 6, passRate: 0.8)
    // A Wednesday of week 4.
    let item = HiringClass(start: monday(4).advanced(by: 2), agents: 10)
    let weeks = try year(workforce, classes: [item], weeks: 20).expected()
    #expect(weeks.indices.filter { weeks[$0].hires > 0 } == [4])
    #expect(weeks[4].hires == 10)
    #expect(weeks.indices.filter { weeks[$0].inTraining == 10 } == Array(4..<10))
    #expect(weeks.allSatisfy { $0.inTraining == 10 || $0.inTraining == 0 })
    #expect(weeks.indices.filter { weeks[$0].graduates > 0 } == [10])
    #expect(weeks[10].graduates == 8 && weeks[10].failures == 2)
    #expect(weeks[9].headcount == 5 && weeks[10].headcount == 13 && weeks[19].headcount == 13)
  }

  @Test("A class begun before the plan is in training when it begins; one after it is not there")
  func edges() throws {
    let workforce = Workforce(headcount: 0, trainingWeeks: 4)
    let weeks = try year(
      workforce,
      classes: [
        HiringClass(start: monday(-2), agents: 3), HiringClass(start: monday(8), agents: 7),
        HiringClass(start: monday(6), agents: 2),
      ], weeks: 8
    ).expected()
    #expect(weeks.map(\.headcount) == [0, 0, 3, 3, 3, 3, 3, 3])
    #expect(weeks.map(\.inTraining) == [3, 3, 0, 0, 0, 0, 2, 2])
    #expect(weeks.map(\.hires) == [0, 0, 0, 0, 0, 0, 2, 0])
  }

  @Test("Effective FTE by hand: 38 of 40 hours, 0.7 in the first month, 0.9 in the second, then 1")
  func effective() throws {
    var workforce = Workforce(headcount: 10, hoursAWeek: 38 * 3600, proficiency: [0.7, 0.9, 1])
    workforce.trainingWeeks = 1
    let weeks = try year(
      workforce, classes: [HiringClass(start: monday(0), agents: 2)], weeks: 14
    ).expected()
    // A month is 52/12 = 4.33 weeks: weeks 0-4 of work, then 5-8, then on.
    let share = [0] + Array(repeating: 0.7, count: 5) + Array(repeating: 0.9, count: 4)
    for (week, line) in weeks.enumerated() {
      let exact = (10 + 2 * (week < share.count ? share[week] : 1)) * 0.95
      #expect(abs(line.effectiveFTE - exact) < 1e-12, "week \(week)")
    }
  }

  @Test("Tenure says who is there: the team counts in full, its new agents by their talk times")
  func tenure() throws {
    let tenure = [
      TenureStep(months: 0, share: 0.25, handleTimeFactor: 1.5),
      TenureStep(months: 3, share: 0.75, handleTimeFactor: 1),
    ]
    let weeks = try year(Workforce(headcount: 80), tenure: tenure).expected()
    let mean = 0.25 * 1.5 + 0.75
    #expect(abs(weeks[0].effectiveFTE - (20 * mean / 1.5 + 60 * mean)) < 1e-12)
    // Thirteen weeks are three months: then all are experienced.
    #expect(abs(weeks[12].effectiveFTE - weeks[0].effectiveFTE) < 1e-12)
    #expect(abs(weeks[13].effectiveFTE - 80 * mean) < 1e-12)
  }

  @Test("New agents leave faster: by the week of work in which they are")
  func attritionByTenure() throws {
    var workforce = Workforce(headcount: 100)
    workforce.attrition = [
      AttritionStep(months: 0, rate: 0.6), AttritionStep(months: 3, rate: 0.2),
    ]
    let weeks = try year(
      workforce, classes: [HiringClass(start: monday(0), agents: 100)], weeks: 40
    ).expected()
    let (fast, slow) = (Foundation.pow(0.4, 1.0 / 52), Foundation.pow(0.8, 1.0 / 52))
    let experienced = 100 * Foundation.pow(slow, 30)
    let new = 100 * Foundation.pow(fast, 13) * Foundation.pow(slow, 17)
    #expect(abs(weeks[30].headcount - experienced - new) < 1e-9)
  }

  private func hiringYear(attrition: Double = 0.4) throws -> WorkforceYear {
    var workforce = Workforce(headcount: 150, trainingWeeks: 3, passRate: 0.8)
    workforce.attrition = [AttritionStep(rate: attrition)]
    return try year(
      workforce,
      classes: [
        HiringClass(start: monday(2), agents: 30), HiringClass(start: monday(2), agents: 10),
      ])
  }

  @Test("Whoever is there next week was there and stayed, or has just passed")
  func books() throws {
    let year = try hiringYear()
    for weeks in [year.expected()] + (0..<20).map({ year.run(seed: 7, replication: $0) }) {
      for (week, next) in zip(weeks, weeks.dropFirst()) {
        #expect(abs(week.headcount - week.leavers + next.graduates - next.headcount) < 1e-9)
      }
      #expect(abs(weeks[5].graduates + weeks[5].failures - 40) < 1e-12)
    }
  }

  /// Fixed seed; 40 comparisons with |z| < 4.5, a false alarm in 3,000.
  @Test("Random years are whole agents, on average those expected, with the binomial variance")
  func binomial() throws {
    let year = try hiringYear()
    let count = 400
    let runs = (0..<count).map { year.run(seed: 11, replication: UInt64($0)) }
    #expect(runs.joined().allSatisfy { $0.headcount == $0.headcount.rounded() })
    let stays = Foundation.pow(0.6, 1.0 / 52)
    for (week, line) in year.expected().enumerated() where week % 5 == 0 {
      // Of 150 each stays w weeks; of 40 each passes and stays w − 5.
      let here = Foundation.pow(stays, Double(week))
      let new = week >= 5 ? 0.8 * Foundation.pow(stays, Double(week - 5)) : 0
      let mean = 150 * here + 40 * new
      let variance = 150 * here * (1 - here) + 40 * new * (1 - new)
      #expect(abs(line.headcount - mean) < 1e-9)
      guard variance > 0 else { continue }
      let values = runs.map { $0[week].headcount }
      let average = values.reduce(0, +) / Double(count)
      #expect(abs(average - mean) < 4.5 * (variance / Double(count)).squareRoot())
      let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
      // Nearly normal: the variance of a squared deviation is twice its square.
      #expect(abs(spread / variance - 1) < 4.5 * (2 / Double(count)).squareRoot())
    }
  }

  @Test("The same agents: those who would stay at a higher attrition stay at a lower one")
  func coupled() throws {
    let (less, more) = (try hiringYear(attrition: 0.2), try hiringYear(attrition: 0.5))
    for replication in 0..<20 {
      let pairs = zip(
        less.run(seed: 3, replication: UInt64(replication)),
        more.run(seed: 3, replication: UInt64(replication)))
      #expect(pairs.allSatisfy { $0.headcount >= $1.headcount && $0.graduates == $1.graduates })
    }
  }

  @Test("Two classes of one day are as one; a class more changes nobody else's career")
  func addresses() throws {
    var workforce = Workforce(headcount: 50, trainingWeeks: 2, passRate: 0.7)
    workforce.attrition = [AttritionStep(rate: 0.5)]
    func run(_ classes: [(Int, Int)]) throws -> [WorkforceWeek] {
      try year(
        workforce, classes: classes.map { HiringClass(start: monday($0.0), agents: $0.1) }
      ).run(seed: 5, replication: 2)
    }
    #expect(try run([(3, 12), (3, 8)]) == run([(3, 20)]))
    let (both, first, none) = (try run([(3, 20), (9, 10)]), try run([(3, 20)]), try run([]))
    let second = try run([(9, 10)])
    for week in both.indices {
      #expect(
        both[week].headcount - first[week].headcount
          == second[week].headcount - none[week].headcount)
    }
  }
}
