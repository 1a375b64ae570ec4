import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Coming back, and coming back on another channel")
struct ChannelChangeTests {
  private func rows(_ observation: Observation, queue: Int, of queues: Int) -> QueueTally {
    stride(from: queue, to: observation.queues.count, by: queues)
      .reduce(into: QueueTally()) { $0 += observation.queues[$1] }
  }

  /// Nobody is ever answered: patience ends after ten seconds on voice and chat.
  private func hopeless() throws -> Center {
    var center = oneQueue(
      perHour: 200, talk: .constant(try Constant(mean: 60)), agents: 1,
      patience: .constant(try Constant(mean: 10)), days: 2, warmUpDays: 0)
    center.calendar.followUpDays = 1
    center.demand[0].expectedIssues = everyInterval(200, of: center.calendar)
    center.teams[0].agents = everyInterval(1, of: center.calendar)
    var chat = center.channels[0]
    chat.name = "chat"
    chat.medium = .chat
    center.channels.append(chat)
    center.demand[0].channels.append(
      ClassChannel(
        channel: "chat", share: Graded(0), talkTime: .constant(try Constant(mean: 60))))
    center.teams[0].skills = ["voice", "chat"].map { Skill(channel: $0, keepIdle: 1) }
    return center
  }

  private func redial(_ share: Double, later: Double?, attempts: Int) throws -> Redial {
    var redial = Redial(
      share: share, after: .constant(try Constant(mean: 300)), attempts: attempts)
    redial.laterShare = later
    return redial
  }

  @Test("The first redial and the later ones have probabilities of their own")
  func laterShare() throws {
    var center = try hopeless()
    center.channels[0].redial = try redial(1, later: 0, attempts: 10)
    let twice = try Simulation(center).run(seed: 1, replication: 0).issues[0]
    #expect(twice.contacts == 2 * twice.born && twice.lost == twice.born)

    center.channels[0].redial = try redial(0, later: 1, attempts: 10)
    let once = try Simulation(center).run(seed: 1, replication: 0).issues[0]
    #expect(once.contacts == once.born)

    // 1 + p·(1 + q + q² + …) attempts, with p at first and q later; at most 40 of them.
    center.channels[0].redial = try redial(0.6, later: 0.3, attempts: 40)
    let tally = try Simulation(center).run(seed: 1, replication: 0).issues[0]
    let (p, q) = (0.6, 0.3)
    let mean = 1 + p / (1 - q)
    // Redials: p times a geometric number with mean 1/(1 − q).
    let square = p * (1 + q) / ((1 - q) * (1 - q))
    let variance = square - (mean - 1) * (mean - 1)
    #expect(
      abs(tally.contacts / tally.born - mean) < 5 * (variance / tally.born).squareRoot())
  }

  @Test("Without a later share, every redial has the first one's probability")
  func sameShare() throws {
    var center = try hopeless()
    center.channels[0].redial = try redial(0.5, later: nil, attempts: 5)
    let left = try Simulation(center).run(seed: 2, replication: 0)
    center.channels[0].redial?.laterShare = 0.5
    #expect(try Simulation(center).run(seed: 2, replication: 0) == left)
  }

  @Test("Redials that change their channel are switches, one by one")
  func redialOnAnotherChannel() throws {
    var center = try hopeless()
    center.channels[0].redial = try redial(1, later: nil, attempts: 2)
    center.channels[0].redial?.channels = [ChannelShare(channel: "chat", share: 1)]
    #expect(center.queues.count == 2)
    let observation = try Simulation(center).run(seed: 3, replication: 0)
    let issue = observation.issues[0]
    #expect(issue.channelSwitches == issue.born && issue.contacts == 2 * issue.born)
    let chat = rows(observation, queue: 1, of: 2)
    #expect(chat.offered == chat.redials && chat.offered > 9000)
    #expect(rows(observation, queue: 0, of: 2).redials == 0)
  }

  @Test("Switches of a walk between two channels are those of its Markov chain")
  func walk() throws {
    // Four attempts each. From voice 30 % go to chat, from chat 80 % to voice.
    var center = try hopeless()
    center.channels[0].redial = try redial(1, later: nil, attempts: 4)
    center.channels[0].redial?.channels = [ChannelShare(channel: "chat", share: 0.3)]
    center.channels[1].redial = try redial(1, later: nil, attempts: 4)
    center.channels[1].redial?.channels = [ChannelShare(channel: "voice", share: 0.8)]
    let tally = try Simulation(center).run(seed: 4, replication: 0).issues[0]
    #expect(tally.contacts == 4 * tally.born)
    // The chance to be on voice before each of the three steps, and the expected switches.
    var (voice, expected) = (1.0, 0.0)
    for _ in 0..<3 {
      expected += voice * 0.3 + (1 - voice) * 0.8
      voice = voice * 0.7 + (1 - voice) * 0.8
    }
    // At most three switches an issue: a variance of at most 9 ÷ 4.
    #expect(
      abs(tally.channelSwitches / tally.born - expected) < 5 * (2.25 / tally.born).squareRoot())
  }

  @Test("A repeat may change its channel, to one that waits for nobody")
  func repeatByEmail() throws {
    var center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 60)), agents: 100, days: 2, warmUpDays: 0)
    center.calendar.followUpDays = 2
    center.demand[0].expectedIssues = everyInterval(60, of: center.calendar)
    center.teams[0].agents = everyInterval(100, of: center.calendar)
    center.channels.append(Channel(name: "email", medium: .email))
    center.demand[0].channels.append(
      ClassChannel(
        channel: "email", share: Graded(0), talkTime: .constant(try Constant(mean: 60)),
        resolutionRate: Graded(1)))
    center.demand[0].resolutionRate = Graded(0)
    center.demand[0].repeatContactAfter = .constant(try Constant(mean: 3600))
    center.demand[0].repeatChannels = [ChannelShare(channel: "email", share: 1)]
    center.teams[0].skills.append(Skill(channel: "email"))
    let observation = try Simulation(center).run(seed: 5, replication: 0)
    let issue = observation.issues[0]
    // Everybody calls once and writes once.
    #expect(issue.resolved == issue.born && issue.channelSwitches == issue.born)
    #expect(issue.contacts == 2 * issue.born && issue.resolvedAtFirstContact == 0)
  }

  @Test("A change of channel leads somewhere, where the class has work to do, and adds up")
  func refused() throws {
    var center = try hopeless()
    center.channels[0].redial = try redial(1, later: 2, attempts: 2)
    center.channels[0].redial?.channels = [
      ChannelShare(channel: "chat", share: 0.8), ChannelShare(channel: "chad", share: 0.8),
    ]
    #expect(
      center.problems().map(\.path) == [
        ["channels", "voice", "redial", "laterShare"],
        ["channels", "voice", "redial", "channels", "chad"],
        ["channels", "voice", "redial", "channels"],
      ])
    center = try hopeless()
    center.demand[0].repeatChannels = [ChannelShare(channel: "chat", share: 0.5)]
    center.demand[0].channels.removeLast()
    #expect(center.problems().map(\.kind) == [.missingTalkTime])
  }
}
