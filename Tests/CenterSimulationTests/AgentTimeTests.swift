import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("Agents' time")
struct AgentTimeTests {
  @Test("Idle agents follow the schedule to the second")
  func presentFollowsSchedule() throws {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 60)), agents: 1, days: 1, warmUpDays: 1)
    let heads = (0..<24).map { Double($0 % 5) }
    center.teams[0].agents = [heads, heads]
    center.teams[0].wage = 36
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    for (tally, heads) in zip(observation.teams, heads) {
      #expect(tally.present == heads * 3600)
      #expect(tally.idle == heads * 3600)
      #expect(tally.busy == 0 && tally.overtime == 0)
      #expect(tally.cost == heads * 36)
    }
  }

  @Test("Fractions of shrinkage are carried, so that the day's hours are exact")
  func shrinkageIsCarried() throws {
    let team = Team(
      name: "t", agents: [Array(repeating: 9, count: 20)], shrinkage: 0.3, skills: [])
    let present = team.presentAgents[0]
    #expect(present.reduce(0, +) == 126)
    #expect(Set(present) == [6, 7])
  }

  @Test("Who is busy at the end of a shift finishes, as paid overtime")
  func overtime() throws {
    // One call of 90 minutes is all the agent gets; its shift ends after the first hour.
    var center = oneQueue(
      perHour: 1000, talk: .constant(try Constant(mean: 5400)), agents: 1, days: 1, warmUpDays: 0)
    center.channels[0].atClose = .drop
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [0..<3600], count: 7))
    center.teams[0].agents = [[1] + Array(repeating: 0, count: 23)]
    center.teams[0].wage = 3600
    let observation = try Simulation(center).run(seed: 3, replication: 0)
    let total = observation.teams.reduce(into: TeamTally()) { $0 += $1 }
    #expect(total.paid == 3600)
    #expect(abs(total.busy - 5400) < 1e-6)
    #expect(abs(total.present - (3600 + total.overtime)) < 1e-6)
    #expect(abs(total.cost - (total.paid + total.overtime)) < 1e-6)
    // Those who waited at closing were dropped, and count as abandoned.
    let queue = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(queue.answered == 1 && queue.waitingEnd == 0)
    #expect(queue.abandoned == queue.offered - 1)
  }

  @Test("A queue that promises to serve is emptied by those at work when the channel closes")
  func servesAtClose() throws {
    var center = oneQueue(
      perHour: 40, talk: .constant(try Constant(mean: 300)), agents: 3, days: 1, warmUpDays: 0)
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [0..<7200], count: 7))
    center.teams[0].agents = [[3, 3] + Array(repeating: 0, count: 22)]
    let observation = try Simulation(center).run(seed: 4, replication: 0)
    let queue = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(queue.waitingEnd == 0 && queue.abandoned == 0)
    #expect(queue.offered > 60)
    #expect(observation.teams[2].overtime > 0)
  }

  @Test("An email waits for idle agents beyond those that are kept for calls")
  func keepIdle() throws {
    var center = oneQueue(
      medium: .email, perHour: 60, talk: .constant(try Constant(mean: 600)), agents: 10,
      within: 86_400, days: 1, warmUpDays: 0)
    center.teams[0].skills[0].keepIdle = 4
    let observation = try Simulation(center).run(seed: 5, replication: 0)
    // Ten Erlangs of email for six agents: six work without pause once there is a backlog.
    let late = observation.teams[6...].reduce(into: TeamTally()) { $0 += $1 }
    #expect(abs(late.idle / late.present - 0.4) < 1e-9)
  }

  @Test("Without patience, one more agent never lengthens a first-come-first-served wait")
  func moreAgentsHelp() throws {
    // Of the same calls at least as many have been answered by any time: at every edge of the
    // histogram, without exception. A day without calls follows, so that all are answered. That it
    // holds call by call is shown on the recursion that finds the engine's waits to the last bit
    // (`RecursionTests`).
    let answered = try (7...12).map { agents in
      var center = oneQueue(
        perHour: 120, talk: .logNormal(try LogNormal(mean: 200, cv: 1)), agents: agents)
      center.calendar.followUpDays = 1
      center.demand[0].expectedIssues.append(Array(repeating: 0, count: 24))
      center.teams[0].agents = everyInterval(Double(agents), of: center.calendar)
      let simulation = try Simulation(center)
      let observation = try simulation.run(seed: 6, replication: 0)
      let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
      #expect(total.answered == total.offered)
      var sum: UInt32 = 0
      return observation.waits[..<simulation.waitBins.count].map { count in
        sum += count
        return sum
      }
    }
    for (fewer, more) in zip(answered, answered.dropFirst()) {
      #expect(fewer.last == more.last)
      #expect(zip(fewer, more).allSatisfy { $0 <= $1 })
      #expect(fewer != more)
    }
  }
}

@Suite("Agents who work side by side")
struct SideBySideLeavingTests {
  @Test("Whose time is over takes no further chat, however many wait")
  func leavesWhenChatsEnd() throws {
    // Twenty agents, then ten, under more chats than ten can take: within the hour after the cut
    // the last contact of each of the ten, at most 3 × 100 s of work at a rate of 2.2, is over.
    var center = oneQueue(
      medium: .chat, perHour: 1500, talk: .constant(try Constant(mean: 100)), agents: 20,
      concurrency: Concurrency(limit: 3, throughput: [1, 1.7, 2.2]), days: 1, warmUpDays: 0)
    center.channels[0].patience = .constant(try Constant(mean: 120))
    center.teams[0].agents = [(0..<24).map { $0 < 12 ? 20 : 10 }]
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    #expect(observation.teams[12].overtime > 0)
    #expect(observation.teams[12].overtime < 10 * 3 * 100 / 2.2 + 1)
    #expect(observation.teams[13].overtime == 0)
    #expect(observation.teams[13].present == 36_000)

    // Called back in time, they go on as before.
    center.teams[0].agents = [(0..<24).map { $0 == 12 ? 10 : 20 }]
    let recalled = try Simulation(center).run(seed: 1, replication: 0)
    #expect(recalled.teams[13].present == 72_000)
  }
}
