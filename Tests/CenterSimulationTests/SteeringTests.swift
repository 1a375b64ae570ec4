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
