import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Shifts, breaks and absence")
struct ScheduleTests {
  /// Nobody calls; four agents from 08:10 to 16:00, two at a time on a paid break of 15 minutes
  /// from 10:00 on, all at once on an unpaid one of half an hour at noon.
  private func shiftCenter() throws -> Center {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 60)), agents: 0, days: 1, warmUpDays: 0,
      interval: 1800)
    center.teams[0].wage = 3600
    center.teams[0].roster = [0..<2, 2..<4].enumerated().flatMap { group, agents in
      let pause = 36_000 + group * 900
      return [
        RosteredDuty(agents: agents, day: 0, start: 29_400, end: pause),
        RosteredDuty(agents: agents, day: 0, start: pause, end: pause + 900, activity: .paid),
        RosteredDuty(agents: agents, day: 0, start: pause + 900, end: 43_200),
        RosteredDuty(agents: agents, day: 0, start: 43_200, end: 45_000, activity: .unpaid),
        RosteredDuty(agents: agents, day: 0, start: 45_000, end: 57_600),
      ]
    }
    return center
  }

  @Test("Idle agents of a shift come, pause and go to the second; lunch is not paid")
  func shiftsToTheSecond() throws {
    let observation = try Simulation(shiftCenter()).run(seed: 1, replication: 0)
    let interval = { (hour: Double) in observation.teams[Int(hour * 2)] }
    #expect(interval(7.5).present == 0)
    #expect(interval(8).present == 4 * 1200)
    #expect(interval(8).paid == 4 * 1200)
    // Two of four pause at a time, for the whole half-hour; all are paid.
    #expect(interval(10).present == 2 * 1800)
    #expect(interval(10).paid == 4 * 1800)
    #expect(interval(12).present == 0 && interval(12).paid == 0)
    #expect(interval(12.5).present == 4 * 1800)
    let total = observation.teams.reduce(into: TeamTally()) { $0 += $1 }
    #expect(total.paid == Double(4 * (57_600 - 29_400 - 1800)))
    #expect(total.present == total.paid - 4 * 900)
    #expect(total.overtime == 0)
    #expect(total.cost == total.paid)
  }

  @Test("A night shift of the evening before is there on the first day, but for its absent")
  func nightBefore() throws {
    var center = try shiftCenter()
    center.teams[0].roster = (-1...0).compactMap {
      RosteredDuty(agents: 0..<200, day: $0, from: 79_200, to: 108_000, activity: .working)
    }
    #expect(center.teams[0].roster.map(\.start) == [0, 79_200])
    center.teams[0].absence = 0.3
    let observation = try Simulation(center).run(seed: 2, replication: 5)
    let source = RandomSource(seed: 2, replication: 5)
    let firstDay = Int32(center.calendar.date(ofSimulatedDay: 0).daysSinceEpoch + 719_162)
    for (day, interval) in [(-1, 0), (0, 47)] as [(Int32, Int)] {
      let there = (0..<200).count {
        source.lane(
          stream: StreamIdentifier(center.teams[0].name), day: firstDay + day, issue: $0,
          kind: .absence
        ).u0 >= 0.3
      }
      #expect(observation.teams[interval].present == Double(there) * 1800)
      #expect(observation.teams[interval].paid == 200 * 1800)
    }
    #expect(observation.teams[12].present == 0)
    // Two days before, nobody works until this one; what ends at midnight is over.
    #expect(
      RosteredDuty(agents: 0..<1, day: -1, from: 28_800, to: 86_400, activity: .working) == nil)
  }

  @Test("Exceptions take rostered agents, at work first, then on paid breaks, and add others")
  func exceptionsOfShifts() throws {
    var center = try shiftCenter()
    center.teams[0].rosterExceptions = [
      // 09:00-10:30: three fewer; from 10:00 to 10:15 and on to 10:30 two of the four pause.
      RosterException(intervals: 18..<21, agents: -3),
      // 15:30-17:00: half a head more, whoever is there; all day one more beside the shift.
      RosterException(intervals: 31..<34, agents: 0.5),
      RosterException(intervals: 0..<48, agents: 1, goesWithRoster: true),
    ]
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let interval = { (hour: Double) in observation.teams[Int(hour * 2)] }
    #expect(interval(7.5).paid == 0)
    #expect(interval(8).present == 5 * 1200)
    #expect(interval(9).present == (4 - 3 + 1) * 1800)
    #expect(interval(9).paid == (4 - 3 + 1) * 1800)
    // The two at work go, and one of the two on a break, which is paid for the other.
    #expect(interval(10).present == 1 * 1800)
    #expect(interval(10).paid == 2 * 1800)
    #expect(interval(10.5).present == 5 * 1800)
    // Lunch is part of the shift, though nobody is paid for it but the one beside it.
    #expect(interval(12).paid == 1 * 1800)
    #expect(interval(15.5).paid == 5.5 * 1800)
    #expect(interval(16).paid == 0.5 * 1800)
    let total = observation.teams.reduce(into: TeamTally()) { $0 += $1 }
    let shift = Double(4 * (57_600 - 29_400 - 1800))
    #expect(total.paid == shift - 3 * 3 * 1800 + Double(57_600 - 29_400) + 0.5 * 3 * 1800)
    #expect(total.overtime == 0)
    #expect(total.busy + total.idle == total.present)
  }

  @Test("Of those whom an exception leaves, the share that is out for the day is the same")
  func exceptionsAndAbsence() throws {
    var center = try shiftCenter()
    center.calendar.days = 400
    center.teams[0].agents = everyInterval(0, of: center.calendar)
    center.demand[0].expectedIssues = everyInterval(0, of: center.calendar)
    center.teams[0].absence = 0.25
    center.teams[0].roster = (0..<400).map {
      RosteredDuty(agents: 0..<8, day: $0, start: $0 * 86_400, end: $0 * 86_400 + 7200)
    }
    center.teams[0].rosterExceptions = (0..<400).map {
      RosterException(intervals: $0 * 48 + 2..<$0 * 48 + 4, agents: -4)
    }
    let observation = try Simulation(center).run(seed: 5, replication: 0)
    let hours = { (first: Int) in
      observation.teams.indices.reduce(0.0) {
        $0 + ($1 % 48 / 2 == first ? observation.teams[$1].present : 0)
      } / 3600
    }
    // Day by day the heads of the second hour are half those of the first.
    #expect(abs(hours(1) - hours(0) / 2) < 1e-9)
    // 3,200 draws.
    #expect(abs(hours(0) - 0.75 * 3200) < 4 * (3200 * 0.25 * 0.75).squareRoot())
  }

  @Test("A call that runs into a paid break is no overtime; one that runs into lunch is")
  func overtimeOfBreaks() throws {
    // One agent, always busy with calls of 90 minutes; on duty at 08:00, break at 09:00.
    for (activity, overtime) in [(RosteredDuty.Activity.paid, 0.0), (.unpaid, 1800)] {
      var center = oneQueue(
        perHour: 1000, talk: .constant(try Constant(mean: 5400)), agents: 0, days: 1,
        warmUpDays: 0, interval: 3600)
      center.teams[0].roster = [
        RosteredDuty(agents: 0..<1, day: 0, start: 28_800, end: 32_400),
        RosteredDuty(agents: 0..<1, day: 0, start: 32_400, end: 36_000, activity: activity),
        RosteredDuty(agents: 0..<1, day: 0, start: 36_000, end: 39_600),
      ]
      let observation = try Simulation(center).run(seed: 3, replication: 0)
      let during = observation.teams[9]
      #expect(abs(during.overtime - overtime) < 1e-6)
      #expect(abs(during.present - 1800) < 1e-6)
    }
  }

  @Test("Shrinkage of shifts keeps the day's hours exact to the last agent and step")
  func shrinkageOfShifts() throws {
    var center = try shiftCenter()
    center.teams[0].shrinkage = 0.3
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let total = observation.teams.reduce(into: TeamTally()) { $0 += $1 }
    let onDuty = Double(4 * (57_600 - 29_400 - 1800 - 900))
    #expect(total.present <= 0.7 * onDuty)
    #expect(total.present > 0.7 * onDuty - 1800)
  }

  @Test("A shift over midnight lasts into the next day")
  func overMidnight() throws {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 60)), agents: 0, days: 2, warmUpDays: 0)
    center.teams[0].roster = [
      RosteredDuty(agents: 0..<3, day: 0, start: 79_200, end: 93_600)
    ]
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    #expect((20..<28).map { observation.teams[$0].present / 3600 } == [0, 0, 3, 3, 3, 3, 0, 0])
  }

  @Test("With no absence, shifts on the intervals give the same replication as head counts")
  func rosterEqualsHeadCounts() throws {
    var heads = try mixedCenter()
    let expected = try Simulation(heads).run(seed: 7, replication: 0)
    for (index, team) in heads.teams.enumerated() {
      guard team.agents.joined().allSatisfy({ $0 == $0.rounded() }), team.shrinkage == 0 else {
        continue
      }
      for (day, row) in team.agents.enumerated() {
        for (interval, count) in row.enumerated() where count > 0 {
          let start = day * 86_400 + interval * 1800
          heads.teams[index].roster.append(
            RosteredDuty(agents: 0..<Int(count), day: day, start: start, end: start + 1800))
        }
      }
      heads.teams[index].agents = everyInterval(0, of: heads.calendar)
    }
    #expect(heads.teams.contains { !$0.roster.isEmpty })
    let found = try Simulation(heads).run(seed: 7, replication: 0)
    #expect(found.queues == expected.queues)
    #expect(found.teams == expected.teams)
    #expect(found.issues == expected.issues)
  }

  @Test("Absence takes each agent out for the whole day: binomial in mean, variance and shape")
  func absenceIsBinomial() throws {
    let (agents, probability, days) = (12, 0.25, 400)
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 60)), agents: agents, days: days,
      warmUpDays: 0, interval: 86_400)
    center.teams[0].absence = probability
    let observation = try Simulation(center).run(seed: 11, replication: 0)
    let present = observation.teams.map { $0.present / 86_400 }
    #expect(observation.teams.allSatisfy { $0.paid == Double(agents) * 86_400 })
    #expect(present.allSatisfy { $0 == $0.rounded() })
    // χ² of the counts 5…12 (below 5 joined to 5): 8 cells, 7 degrees of freedom, 0.1 %: 24.32.
    var expected = [Double](repeating: 0, count: agents + 1)
    for count in 0...agents {
      var chance = 1.0
      for step in 0..<count { chance *= Double(agents - step) / Double(step + 1) * 0.75 }
      for _ in count..<agents { chance *= probability }
      expected[max(5, count)] += chance * Double(days)
    }
    var chiSquare = 0.0
    for count in 5...agents {
      let found = Double(present.count { max(5, Int($0)) == count })
      chiSquare += (found - expected[count]) * (found - expected[count]) / expected[count]
    }
    #expect(chiSquare < 24.32)
  }

  @Test("Who is absent is absent in every design, whatever else differs, and all day long")
  func absenceIsAddressed() throws {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 60)), agents: 10, days: 20, warmUpDays: 0,
      interval: 43_200)
    center.teams[0].absence = 0.3
    func present(_ center: Center) throws -> [Double] {
      try Simulation(center).run(seed: 5, replication: 2).teams.map { $0.present / 43_200 }
    }
    let ten = try present(center)
    for day in 0..<20 { #expect(ten[2 * day] == ten[2 * day + 1]) }
    center.calendar.warmUpDays = 1
    center.calendar.days = 19
    center.calendar.start = CivilDate(daysSinceEpoch: center.calendar.start.daysSinceEpoch + 1)
    #expect(try present(center) == Array(ten[2...]))
    // An eleventh agent is there or not; the ten are as before.
    center.teams[0].agents = everyInterval(11, of: center.calendar)
    for (more, fewer) in zip(try present(center), ten[2...]) {
      #expect(more == fewer || more == fewer + 1)
    }
    // The same people by shifts: numbers are persons, over both of their shifts.
    center.teams[0].agents = everyInterval(0, of: center.calendar)
    center.teams[0].roster = (0..<20).flatMap { day in
      [0, 43_200].map {
        RosteredDuty(
          agents: 0..<10, day: day, start: day * 86_400 + $0, end: day * 86_400 + $0 + 43_200)
      }
    }
    #expect(try present(center) == Array(ten[2...]))
  }
}
