import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Contacts that are steered to another channel")
struct SteeringTests {
  /// Voice and chat around the clock, with agents for everybody; all customers call.
  private func center(_ offers: [Steering]) throws -> Center {
    var center = oneQueue(
      perHour: 100, talk: .constant(try Constant(mean: 60)), agents: 500, days: 4, warmUpDays: 0)
    center.channels.append(Channel(name: "chat", medium: .chat))
    center.demand[0].channels.append(
      ClassChannel(
        channel: "chat", share: Graded(0), talkTime: .constant(try Constant(mean: 90))))
    center.teams[0].skills.append(Skill(channel: "chat"))
    center.steering = offers
    return center
  }

  private func entered(_ center: Center) throws -> (voice: Double, chat: QueueTally) {
    let simulation = try Simulation(center)
    let observation = try simulation.run(seed: 2, replication: 0)
    let count = simulation.queues.count
    var totals = Array(repeating: QueueTally(), count: 2)
    for (index, tally) in observation.queues.enumerated() {
      totals[simulation.queues[index % count].channel] += tally
    }
    return (totals[0].entered, totals[1])
  }

  @Test("A share gets the offer, a part accepts; the rest call, and nobody is lost between")
  func shares() throws {
    let all = try entered(center([])).voice
    let (voice, chat) = try entered(
      center([Steering(from: "voice", to: "chat", share: 0.2, accepted: 0.7)]))
    #expect(voice + chat.entered == all)
    #expect(chat.steered == chat.entered)
    // 14 % of some 9,600; five standard errors of a binomial number.
    #expect(abs(chat.entered - 0.14 * all) < 5 * (all * 0.14 * 0.86).squareRoot())
  }

  @Test("Offered to all and accepted by all, everybody chats; accepted by nobody, nobody does")
  func extremes() throws {
    let all = try entered(center([])).voice
    let moved = try entered(center([Steering(from: "voice", to: "chat", share: 1)]))
    #expect(moved.voice == 0 && moved.chat.entered == all)
    let stayed = try entered(center([Steering(from: "voice", to: "chat", share: 1, accepted: 0)]))
    #expect(stayed.voice == all && stayed.chat.entered == 0)
  }

  @Test("What is closed is not offered")
  func closed() throws {
    var center = try center([Steering(from: "voice", to: "chat", share: 1)])
    center.channels[1].hours = WeeklyHours(ranges: Array(repeating: [0..<43_200], count: 7))
    let simulation = try Simulation(center)
    let observation = try simulation.run(seed: 2, replication: 0)
    for (index, tally) in observation.queues.enumerated() {
      let isMorning = index / simulation.queues.count % 24 < 12
      let isChat = simulation.queues[index % simulation.queues.count].channel == 1
      #expect((tally.entered > 0) == (isMorning == isChat))
    }
  }

  @Test("An offer that leads nowhere, in a circle, or to more than all is refused")
  func refused() throws {
    func paths(_ offers: [Steering]) throws -> [[String]] {
      try center(offers).problems().map(\.path)
    }
    #expect(try paths([Steering(from: "fax", to: "chat", share: 0.1)]) == [["steer", "0", "from"]])
    #expect(try paths([Steering(from: "chat", to: "chat", share: 0.1)]) == [["steer", "0", "to"]])
    #expect(
      try paths([
        Steering(from: "voice", to: "chat", share: 0.6),
        Steering(from: "voice", to: "chat", share: 0.6),
      ]) == [["steer", "1", "share"]])
  }
}

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
    // The mean of 2,000 exponential times has a standard error of 20/√2000.
    #expect(abs(total.talk / 2000 - 20) < 4 * 20 / Double(2000).squareRoot())
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
