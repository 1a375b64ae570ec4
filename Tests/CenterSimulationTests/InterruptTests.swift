import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Deferred work that live contacts interrupt")
struct InterruptTests {
  /// Calls of 100 s that interrupt emails of 1000 s, each with a wrap-up.
  private func interrupting(agents: Int = 1) throws -> Center {
    var center = try blendingCenter(
      agents: agents, keepIdle: 0, callsPerHour: 6, mailsPerHour: 1, talk: 100)
    center.demand[0].channels[0].talkTime = .constant(try Constant(mean: 100))
    center.demand[1].channels[0].talkTime = .constant(try Constant(mean: 1000))
    center.channels[0].wrapUp = .constant(try Constant(mean: 20))
    center.channels[1].wrapUp = .constant(try Constant(mean: 300))
    center.routing.interrupts = [.email: [.voice]]
    return center
  }

  private func sums(_ observation: Observation, teams: Int = 1) -> ([QueueTally], TeamTally) {
    let queues = (0..<2).map { queue in
      stride(from: queue, to: observation.queues.count, by: 2).reduce(into: QueueTally()) {
        $0 += observation.queues[$1]
      }
    }
    return (queues, observation.teams.reduce(into: TeamTally()) { $0 += $1 })
  }

  @Test("An email ends exactly its talk and the interrupting calls later, and no call waits for it")
  func resumes() throws {
    let simulation = try Simulation(interrupting())
    let (_, contacts) = try simulation.trace(seed: 51, replication: 0)
    let calls = contacts.filter { $0.channel == 0 && $0.answeredAt != nil }
    let starts = calls.compactMap(\.answeredAt)
    var interrupted = 0
    for mail in contacts where mail.channel == 1 && mail.leftAt != nil {
      let (start, end) = try (#require(mail.answeredAt), #require(mail.leftAt))
      let between = starts.count { $0 >= start && $0 < end }
      if between > 0 { interrupted += 1 }
      #expect(abs(end - start - 1000 - 120 * Double(between)) < 1e-6)
    }
    #expect(interrupted > 300)
    // A call waits for calls alone: it starts when it comes, or as one before it ends.
    let ends = starts.map { $0 + 120 }.sorted()
    for call in calls {
      let (queued, start) = try (#require(call.queuedAt), #require(call.answeredAt))
      #expect(start == queued || ends.contains { abs($0 - start) < 1e-6 })
    }
  }

  @Test("Calls go first to colleagues of the same rank who are free")
  func freeFirst() throws {
    var center = try interrupting()
    center.demand[0].expectedIssues = everyInterval(1, of: center.calendar)
    var second = center.teams[0]
    second.name = "second"
    second.agents = everyInterval(30, of: center.calendar)
    second.skills = [Skill(channel: "voice")]
    center.teams.append(second)
    let (_, contacts) = try Simulation(center).trace(seed: 52, replication: 0)
    let mails = contacts.filter { $0.channel == 1 && $0.leftAt != nil }
    #expect(mails.count > 400)
    for mail in mails {
      let (start, end) = try (#require(mail.answeredAt), #require(mail.leftAt))
      #expect(abs(end - start - 1000) < 1e-6)
    }
    // A rank before theirs is asked first, interrupted or not.
    center.teams[1].skills = [Skill(channel: "voice", rank: 2)]
    let (_, ranked) = try Simulation(center).trace(seed: 52, replication: 0)
    let longest = try ranked.filter { $0.channel == 1 && $0.leftAt != nil }
      .map { try #require($0.leftAt) - #require($0.answeredAt) }.max()
    #expect(try #require(longest) > 1100)
  }

  @Test("The idle who are kept are not touched: an interruption needs no more than those")
  func keepsIdle() throws {
    // One agent, to be kept idle for others: a call may start with nobody.
    var center = try interrupting()
    center.teams[0].skills[0].keepIdle = 1
    let (queues, _) = sums(try Simulation(center).run(seed: 53, replication: 0))
    #expect(queues[0].answered == 0)
    #expect(queues[1].answered > 100)
  }

  @Test("Off shift, an email returns to the head of its queue with what is left of it")
  func returns() throws {
    var center = try interrupting()
    // Without days before, whose contacts are not in the books.
    center.calendar = PlanningCalendar(
      start: center.calendar.start, days: 20, warmUpDays: 0, intervalLength: 3600)
    for place in 0..<2 { center.demand[place].expectedIssues.removeFirst() }
    center.teams[0].agents = center.demand[0].expectedIssues.map { day in
      day.indices.map { $0 % 2 == 0 ? 1 : 0 }
    }
    center.channels[0].patience = .constant(try Constant(mean: 60))
    let observation = try Simulation(center).run(seed: 54, replication: 0)
    let (queues, team) = sums(observation)
    // Taken up twice: the agents say more than the queue.
    let again = team.handled - queues[0].answered - queues[1].answered
    #expect(again > 20)
    // No work is lost and none done twice: what was begun at either end makes the difference.
    let work = queues.reduce(0) { $0 + $1.talk + $1.wrapUp }
    #expect(abs(team.busy - work) < 1300)
    #expect(queues.allSatisfy { $0.booksBalance })
  }

  @Test("Chats interrupt too, side by side; the books hold under every order of agents")
  func chats() throws {
    for order in AgentOrder.allCases {
      var center = try interrupting(agents: 4)
      center.channels[0] = Channel(
        name: "voice", medium: .chat, patience: .exponential(try Exponential(mean: 300)),
        concurrency: Concurrency(limit: 3, throughput: [1, 1.6, 2]))
      center.demand[0].expectedIssues = everyInterval(90, of: center.calendar)
      center.demand[1].expectedIssues = everyInterval(5, of: center.calendar)
      center.teams[0].agents = center.teams[0].agents.map { day in
        day.indices.map { Double(2 + $0 % 3) }
      }
      center.teams[0].skills[0].keepIdle = 1
      // Emails go first to who is free, and are interrupted at once where somebody waits.
      center.teams[0].skills[1].rank = 1
      center.routing.agent = order
      center.routing.interrupts = [.email: [.chat]]
      let (queues, team) = sums(try Simulation(center).run(seed: 55, replication: 0))
      #expect(queues[0].answered > 10_000 && queues[1].answered > 1000, "\(order)")
      #expect(team.chats > team.chatting && team.chatting < team.busy)
    }
  }

  @Test("Only deferred work is interrupted, and only by live contacts")
  func problems() throws {
    func paths(_ interrupts: [Medium: Set<Medium>]) throws -> [String] {
      var center = try interrupting()
      center.routing.interrupts = interrupts
      return center.problems().map { $0.path.joined(separator: ".") }
    }
    #expect(try paths([.email: [.voice, .video, .chat], .social: [.voice]]).isEmpty)
    #expect(try paths([.voice: [.chat]]) == ["routing.interrupts.voice"])
    #expect(try paths([.email: [.social]]) == ["routing.interrupts.email"])
  }
}
