import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("A backlog that waits at the start")
struct StartingBacklogTests {
  private func center(_ count: Int, within: Double = 7200) throws -> Center {
    var center = oneQueue(
      medium: .email, perHour: 0, talk: .constant(try Constant(mean: 60)), agents: 1,
      within: within, days: 1, warmUpDays: 0)
    center.demand[0].channels[0].startingBacklog = count
    return center
  }

  @Test("One agent answers 300 mails of a minute in five hours, 120 of them within two")
  func workedOff() throws {
    let observation = try Simulation(center(300)).run(seed: 1, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.backlogStart == 300 && total.entered == 300 && total.answered == 300)
    #expect(total.onTime == 120 && total.due == 300)
    // At a boundary one mail is in work: the service that ends there ends after the boundary.
    #expect(observation.queues.prefix(6).map(\.backlogEnd) == [240, 180, 120, 60, 0, 0])
    #expect(observation.issues[0].born == 0)
    // Σ 60 k over k = 1…300.
    #expect(abs(total.waitAnswered - 60 * 300 * 301 / 2) < 1e-6)
  }

  @Test("Every mail of a backlog takes a time of its own")
  func talk() throws {
    var center = try center(2000)
    center.demand[0].channels[0].talkTime = .exponential(try Exponential(mean: 20))
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.answered == 2000)
    // Each has the draws of its own address: born the day before, numbered from 1.
    let law = try Exponential(mean: 20)
    let random = RandomSource(seed: 1, replication: 0)
    let day = center.calendar.start.daysSinceEpoch + 719_162 - 1
    let talk = (1...2000).reduce(0) { sum, issue in
      sum
        + law.quantile(
          random.lane(
            stream: StreamIdentifier(center.demand[0].name), day: Int32(day), issue: issue,
            kind: .service
          ).u0)
    }
    #expect(abs(total.talk - talk) < 1e-6 * talk)
    #expect(abs(talk / 2000 - 20) < 4 * 20 / Double(2000).squareRoot())
    // One server, first come first served: E ΣW = 20 Σ k over k = 0…1999, its variance is
    // 20² Σ k².
    let waits = 20.0 * 1999 * 2000 / 2
    let deviation = 20 * (1999.0 * 2000 * 3999 / 6).squareRoot()
    #expect(abs(total.waitAnswered - waits) < 4 * deviation)
  }

  @Test("A backlog of a live channel, or beside a warm-up, is refused")
  func refused() throws {
    var live = try center(5)
    live.channels[0].medium = .voice
    live.channels[0].name = "email"
    #expect(live.problems().map(\.path.last) == ["startingBacklog"])
    var warm = try center(5)
    warm.calendar.warmUpDays = 1
    warm.demand[0].expectedIssues = everyInterval(0, of: warm.calendar)
    warm.teams[0].agents = everyInterval(1, of: warm.calendar)
    #expect(warm.problems().map(\.path.last) == ["startingBacklog"])
  }
}
