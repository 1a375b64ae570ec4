import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("Conversations in turns")
struct ConversationTests {
  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  private func constant(_ seconds: Double) throws -> Distribution {
    .constant(try Constant(mean: seconds))
  }

  private func exponential(_ mean: Double) throws -> Distribution {
    .exponential(try Exponential(mean: mean))
  }

  /// One queue of conversations, or of chats one at a time without any.
  private func center(
    _ conversation: Conversation?, perHour: Double = 60, talk: Distribution, agents: Int,
    patience: Distribution? = nil, within: Double = 60, days: Int = 2
  ) -> Center {
    var center = oneQueue(
      medium: conversation == nil ? .chat : .messaging, perHour: perHour, talk: talk,
      agents: agents, within: within, patience: patience, days: days)
    center.channels[0].conversation = conversation
    return center
  }

  /// As many days more, with demand.
  private func follow(_ center: inout Center, days: Int, perHour: Double = 60) {
    center.calendar.followUpDays = days
    center.demand[0].expectedIssues = everyInterval(perHour, of: center.calendar)
    let agents = center.teams[0].agents[0][0]
    center.teams[0].agents = everyInterval(agents, of: center.calendar)
  }

  private func run(_ center: Center, seed: UInt64 = 1) throws -> QueueTally {
    total(try Simulation(center).run(seed: seed, replication: 0))
  }

  @Test("A conversation of one turn is a chat held alone")
  func oneTurn() throws {
    let talk = Distribution.logNormal(try LogNormal(mean: 240, cv: 1))
    for turns in [Conversation.Turns.exactly(1), .mean(1)] {
      let messages = Conversation(turns: turns, customerReply: try constant(60))
      let patience = try exponential(120)
      var tally = try run(center(messages, talk: talk, agents: 4, patience: patience))
      let chat = try run(center(nil, talk: talk, agents: 4, patience: patience))
      #expect(tally.abandoned > 50 && tally.turns == tally.offered)
      #expect(tally.replies == tally.answered && tally.repliesWithin == tally.answeredWithin)
      #expect(tally.waitReplied == tally.waitAnswered)
      #expect(tally.turnsWaitingEnd == tally.waitingEnd)
      #expect(tally.openArea > tally.queueArea)
      tally.turns = 0
      tally.replies = 0
      tally.repliesWithin = 0
      tally.turnsWaitingEnd = 0
      tally.waitReplied = 0
      tally.openArea = 0
      #expect(tally == chat)
    }
  }

  @Test("The turns share what one talk takes: an agent who never waits for customers is as busy")
  func sameWork() throws {
    let talk = Distribution.gamma(try Gamma(mean: 150, cv: 0.8))
    let chat = try Simulation(center(nil, perHour: 12, talk: talk, agents: 1))
      .run(seed: 3, replication: 0)
    for turns in [Conversation.Turns.exactly(5), .mean(5)] {
      let messages = Conversation(turns: turns, customerReply: try constant(0))
      let turnwise = try Simulation(center(messages, perHour: 12, talk: talk, agents: 1))
        .run(seed: 3, replication: 0)
      // One agent that always finds the same work left is busy at the same instants.
      for (left, right) in zip(turnwise.teams, chat.teams) {
        #expect(abs(left.busy - right.busy) < 1e-6)
      }
      #expect(total(turnwise).talkDrawn == total(chat).talkDrawn)
      #expect(abs(total(turnwise).talk - total(chat).talk) < 1e-6 * total(chat).talk)
      #expect(total(turnwise).replies > 4 * total(turnwise).answered)
    }
  }

  @Test("With an agent for everybody a conversation lasts as long as its talk and its pauses")
  func duration() throws {
    let messages = Conversation(turns: .exactly(4), customerReply: try constant(300))
    var center = center(messages, talk: try constant(240), agents: 40)
    center.demand[0].arrivals = .exact
    follow(&center, days: 1)
    let tally = try run(center)
    #expect(tally.answered == 2 * 24 * 60 && tally.replies == 4 * tally.answered)
    #expect(tally.waitReplied == 0 && tally.repliesWithin == tally.turns)
    #expect(abs(tally.session / tally.answered - (240 + 3 * 300)) < 1e-6)
    #expect(abs(tally.talk / tally.answered - 240) < 1e-9)
    // Little: one a minute for 19 minutes.
    #expect(abs(tally.openArea / (2 * 86_400) - 19) < 1e-6)
  }

  @Test("Every message has a reply, was given up or still waits; and every contact is in the books")
  func books() throws {
    let messages = Conversation(
      turns: .mean(3), customerReply: try exponential(600),
      silence: Silence(share: 0.1, closesAfter: 1800))
    var center = center(
      messages, perHour: 140, talk: try exponential(200), agents: 5, patience: try exponential(400))
    center.channels[0].silentAbandonment = SilentAbandonment(
      share: 0.5, detectAfter: try constant(30))
    center.channels[0].redial = Redial(share: 0.5, after: try exponential(900), attempts: 3)
    center.demand[0].repeatContactAfter = try exponential(7200)
    let observation = try Simulation(center).run(seed: 5, replication: 0)
    for row in observation.queues {
      #expect(row.booksBalance && row.turns == row.replies + row.abandoned + row.turnsWaitingEnd)
    }
    let tally = total(observation)
    #expect(tally.closedBySilence > 300 && tally.silentAbandoned > 20 && tally.repeats > 300)
    #expect(tally.turnsWaitingEnd > tally.waitingEnd)
  }

  @Test("Who does not write again, or too late, finds the conversation closed and the issue open")
  func silence() throws {
    for (share, pause) in [(1.0, 60.0), (0.0, 901.0)] {
      let messages = Conversation(
        turns: .exactly(2), customerReply: try constant(pause),
        silence: Silence(share: share, closesAfter: 900))
      var center = center(messages, talk: try constant(200), agents: 60)
      follow(&center, days: 1)
      let observation = try Simulation(center).run(seed: 7, replication: 0)
      let tally = total(observation)
      #expect(tally.closedBySilence == tally.answered && tally.replies == tally.answered)
      #expect(observation.issues[0].lost == observation.issues[0].born)
      #expect(abs(tally.session - tally.talk - 900 * tally.answered) < 1e-6 * tally.session)
      // The first of two replies takes a uniform part of the talk.
      let part = tally.talk / tally.talkDrawn
      #expect(abs(part - 0.5) < 5 / (12 * tally.answered).squareRoot())
    }
    let patient = Conversation(
      turns: .exactly(2), customerReply: try constant(900),
      silence: Silence(share: 0, closesAfter: 900))
    #expect(try run(center(patient, talk: try constant(200), agents: 60)).closedBySilence == 0)
  }

  @Test("A conversation survives the night: its next message waits for the morning")
  func night() throws {
    // From eight to twelve; the second message comes six hours after the first reply.
    let messages = Conversation(turns: .exactly(2), customerReply: try constant(6 * 3600))
    var center = center(messages, talk: try constant(60), agents: 20, within: 3600, days: 3)
    follow(&center, days: 1)
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [28_800..<43_200], count: 7))
    let heads = (0..<24).map { (8..<12).contains($0) ? 20.0 : 0.0 }
    center.teams[0].agents = Array(repeating: heads, count: 5)
    let wall = try run(center)
    #expect(wall.closed > 3000 && wall.abandoned == 0)
    #expect(wall.replies == 2 * wall.answered && wall.turnsWaitingEnd == 0)
    // First replies are in time, those of the next morning are not.
    #expect(wall.repliesWithin == wall.answered)
    #expect(wall.waitReplied > 14 * 3600 * wall.answered)
    center.channels[0].target?.clock = .opening
    #expect(try run(center).repliesWithin == wall.replies)
  }

  @Test("Who replied last replies again, if free")
  func sameAgent() throws {
    let messages = Conversation(turns: .exactly(9), customerReply: try constant(60))
    var center = center(messages, talk: try constant(900), agents: 5, days: 1)
    center.demand[0].arrivals = .exact
    // One conversation, every agent having been free for longer than the one who replied.
    center.demand[0].expectedIssues = everyInterval(0, of: center.calendar)
    center.demand[0].expectedIssues[1][3] = 1
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    #expect(total(observation).replies == 9)
    #expect(observation.agents[0].count { $0.busy > 0 } == 1)
  }

  @Test("Replies are exponential and their number geometric: the wait for each is Erlang's")
  func feedback() throws {
    // M/M/1 with feedback at 4 replies of 60 s for each of 9 conversations an hour: a wait of
    // a/(1 − a) × 60 s at a = 0.6, wherever customers think in between.
    let messages = Conversation(turns: .mean(4), customerReply: try constant(400))
    let simulation = try Simulation(
      center(messages, perHour: 9, talk: try exponential(240), agents: 1, within: 0, days: 5))
    var waits = Moments()
    var delays = Moments()
    for replication in UInt64(0)..<40 {
      let tally = total(try simulation.run(seed: 11, replication: replication))
      waits.add(tally.waitReplied - 90 * tally.replies)
      delays.add(tally.repliesWithin - 0.4 * tally.replies)
    }
    for moments in [waits, delays] {
      let error = (try #require(moments.variance) / 40).squareRoot()
      // Student's t with 39 degrees of freedom is beyond this once in 20,000.
      #expect(abs(try #require(moments.mean)) < 4.5 * error)
    }
  }

  @Test("Only sms and messaging are held in turns, and they must be")
  func refused() throws {
    let messages = Conversation(
      turns: .mean(0.5), customerReply: try constant(60),
      silence: Silence(share: 2, closesAfter: 0))
    func paths(_ center: Center) -> [String] {
      center.problems().map { $0.path.dropFirst(2).joined(separator: ".") }
    }
    var center = center(messages, talk: try constant(60), agents: 1)
    #expect(
      paths(center) == [
        "conversation.turns", "conversation.silence.share", "conversation.silence.closesAfter",
      ])
    center.channels[0].conversation = nil
    #expect(paths(center) == ["conversation"])
    center.channels[0].conversation = Conversation(
      turns: .exactly(3), customerReply: try constant(60))
    center.channels[0].target?.clock = .opening
    #expect(paths(center) == [])
    center.channels[0].atClose = .drop
    center.channels[0].cost = ChannelCost(perMinute: 1)
    #expect(paths(center) == ["atClose", "cost.perMinute"])

    var chat = self.center(nil, talk: try constant(60), agents: 1)
    chat.channels[0].conversation = messages
    chat.channels[0].target?.formula = .ofReplies
    #expect(paths(chat) == ["target.formula", "conversation"])
  }
}
