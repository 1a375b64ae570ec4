import Center
import Stochastics
import TestCenters
import Testing

/// By hand: 60 issues an hour, all to voice unless a test says otherwise.
@Suite("The contacts that a center expects in its queues")
struct ExpectedContactsTests {
  private func center() throws -> Center {
    oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 180)), agents: 5, days: 1, warmUpDays: 0
    )
  }

  private func contacts(
    _ center: Center, _ scope: ExpectedContacts.Scope = .all
  ) -> [[Double]] {
    ExpectedContacts(center, scope).streams.map(\.contacts)
  }

  @Test("Every issue is a contact; what waits at the start comes first")
  func plain() throws {
    var center = try center()
    #expect(contacts(center) == [Array(repeating: 60, count: 24)])
    center.channels[0] = Channel(name: "voice", medium: .email)
    center.demand[0].channels[0].startingBacklog = 100
    #expect(contacts(center)[0].prefix(2) == [160, 60])
  }

  @Test("A closed door sends everybody to the fallback while that is open; else they are lost")
  func doors() throws {
    var center = try center()
    let day = { (range: Range<Int>) in WeeklyHours(ranges: Array(repeating: [range], count: 7)) }
    center.channels[0].hours = day(28_800..<64_800)
    center.channels.append(Channel(name: "video", medium: .video, hours: day(28_800..<72_000)))
    center.fallbackChannel = "video"
    let (voice, video) = (contacts(center)[0], contacts(center)[1])
    #expect(voice.indices.filter { voice[$0] == 60 } == Array(8..<18))
    #expect(video.indices.filter { video[$0] == 60 } == [18, 19])
    #expect(voice.reduce(0, +) + video.reduce(0, +) == 720)
  }

  @Test("An offer moves a share of the contacts to an open channel")
  func steering() throws {
    var center = try center()
    center.channels.append(Channel(name: "chat", medium: .chat))
    center.steering = [Steering(from: "voice", to: "chat", share: 0.5, accepted: 0.4)]
    #expect(contacts(center).map { $0[0] } == [48, 12])
  }

  @Test("Self-service takes its containment; what was not resolved comes back")
  func containment() throws {
    var center = try center()
    center.selfService = [
      SelfServiceTool(
        name: "ivr", stage: .onChannels(["voice"]), time: .constant(try Constant(mean: 30)),
        containment: [0.5], trueResolution: 0.8),
      SelfServiceTool(
        name: "help", stage: .beforeContact(adoption: 0.5), time: .constant(try Constant(mean: 30)),
        containment: [0.5]),
    ]
    #expect(contacts(center)[0][0] == 60 * 0.5 * 0.75)
    center.demand[0].repeatContactAfter = .exponential(try Exponential(mean: 3600))
    #expect(contacts(center, .first)[0][0] == 60 * 0.5 * 0.75)
    #expect(abs(contacts(center)[0][0] - 60 * 0.6 * 0.75) < 1e-9)
    center.selfService[0].worksFrom = center.calendar.start.advanced(by: 1)
    #expect(contacts(center)[0][0] == 60 * 0.75)
  }

  @Test("An issue resolved at three contacts of four takes 4/3; of graded rates the mean of 1/rate")
  func repeats() throws {
    var center = try center()
    center.demand[0].resolutionRate = Graded(0.75)
    #expect(contacts(center)[0][0] == 60)
    center.demand[0].repeatContactAfter = .exponential(try Exponential(mean: 3600))
    #expect(abs(contacts(center)[0][0] - 80) < 1e-9)
    let told = try #require(ExpectedContacts(center, .all).streams.first?.toldBefore)
    #expect(abs(told - 0.25) < 1e-12)
    // ∫ dd/(1 − d/2) = 2 ln 2.
    center.demand[0].resolutionRate = Graded(easy: 1, hard: 0.5)
    #expect(abs(contacts(center)[0][0] - 60 * 1.386_294_361) < 1e-3)
    center.demand[0].resolutionRate = Graded(0)
    #expect(contacts(center)[0][0] == 60)
  }

  @Test("What is passed on comes to the next queue, and on from there")
  func transfers() throws {
    var center = try center()
    center.channels.append(Channel(name: "video", medium: .video))
    center.channels.append(Channel(name: "chat", medium: .chat))
    center.demand[0].channels += ["video", "chat"].map {
      ClassChannel(
        channel: $0, share: Graded(0), talkTime: center.demand[0].channels[0].talkTime)
    }
    center.demand[0].channels[0].transfer = Transfer(share: Graded(0.2), channel: "video")
    center.demand[0].channels[1].transfer = Transfer(
      share: Graded(0.5), channel: "chat", team: "agents")
    let streams = ExpectedContacts(center, .all).streams
    let all = streams.map { ($0.queue.channel, $0.team, $0.contacts[0]) }
    func sum(_ channel: Int, team: Int?) -> Double {
      all.filter { $0.0 == channel && $0.1 == team }.reduce(0) { $0 + $1.2 }
    }
    #expect(sum(0, team: nil) == 60)
    #expect(sum(1, team: nil) == 12)
    #expect(sum(2, team: nil) == 0)
    #expect(sum(2, team: 0) == 6)
    #expect(contacts(center, .first).map { $0[0] } == [60, 0, 0])
  }

  @Test("Work belongs to the lowest rank of the day, and to who takes it at once")
  func teams() throws {
    var center = try center()
    let queue = Queue(channel: 0, demandClass: 0)
    center.calendar.days = 2
    for name in ["second", "late", "new"] {
      center.teams.append(center.teams[0])
      center.teams[center.teams.count - 1].name = name
    }
    center.teams[1].skills[0].rank = 2
    center.teams[2].skills[0].after = 60
    center.teams[3].skills[0].worksFrom = center.calendar.start.advanced(by: 1)
    #expect(center.firstTeams(for: queue, onDay: 0) == [0])
    #expect(center.firstTeams(for: queue, onDay: 1) == [0, 3])
    center.teams[0].skills[0].after = 30
    #expect(center.firstTeams(for: queue, onDay: 0) == [1])
  }

  @Test("Replies of a conversation until it is done or its customer falls silent")
  func replies() throws {
    let reply = Distribution.exponential(try Exponential(mean: 60))
    var conversation = Conversation(turns: .exactly(3), customerReply: reply)
    #expect(conversation.expectedReplies == 3)
    conversation.silence = Silence(share: 0.5, closesAfter: 1e9)
    #expect(conversation.expectedReplies == 1.75)
    conversation.turns = .mean(2)
    #expect(abs(conversation.expectedReplies - 4.0 / 3) < 1e-12)
  }
}
