import Center
import Foundation
import Stochastics
import TestCenters
import Testing

@testable import CenterSimulation

/// A mechanism that goes unnoticed is compiled out of the engine, and silently does nothing.
@Suite("The mechanisms that a center uses")
struct MechanismsTests {
  @Test("A plain center that changes in one thing uses that mechanism alone", arguments: uses)
  func single(use: MechanismUse) throws {
    var center = try use.plain.center()
    #expect(try Simulation(center).plan.mechanisms.isEmpty)
    try use.change(&center)
    #expect(try Simulation(center).plan.mechanisms == use.expected)
  }

  @Test("Every mechanism has a center here and a bit of its own, numbered without a gap")
  func complete() throws {
    let source = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources/CenterSimulation/Plan/Mechanisms.swift"),
      encoding: .utf8)
    let bits = source.matches(of: /Mechanisms\(rawValue: 1 << (\d+)\)/).map { Int($0.output.1) }
    #expect(bits.count > 1 && bits == Array(0..<bits.count))
    let tested = Self.uses.reduce(into: Mechanisms()) { $0.formUnion($1.expected) }
    #expect(tested.rawValue == 1 << bits.count - 1)
  }

  private static let uses: [MechanismUse] =
    MechanismUse.ofAgents + MechanismUse.ofChannels + MechanismUse.ofCustomers
    + MechanismUse.ofRouting
}

/// A plain center, what changes in it, and the mechanisms that it uses then.
struct MechanismUse: Sendable, CustomTestStringConvertible {
  let name: String
  let expected: Mechanisms
  let plain: PlainDesign
  let change: @Sendable (inout Center) throws -> Void

  init(
    _ name: String, _ expected: Mechanisms,
    in plain: PlainDesign = .queue(.voice),
    change: @escaping @Sendable (inout Center) throws -> Void
  ) {
    self.name = name
    self.expected = expected
    self.plain = plain
    self.change = change
  }

  var testDescription: String { name }
}

private func constant(_ seconds: Double) throws -> Distribution {
  .constant(try Constant(mean: seconds))
}

extension MechanismUse {
  fileprivate static let ofAgents = [
    MechanismUse("two chats at a time", .sideBySide, in: .queue(.chat)) {
      $0.channels[0].concurrency = Concurrency(limit: 2, throughput: [1, 1.5])
    },
    MechanismUse("a slow team", .factors) { $0.teams[0].handleTimeFactor = 1.5 },
    MechanismUse("a slow skill", .factors) { $0.teams[0].skills[0].handleTimeFactor = 1.5 },
    MechanismUse("tenure", .factors) {
      $0.teams[0].tenure = [
        TenureStep(months: 0, share: 0.5, handleTimeFactor: 1.2), TenureStep(months: 6, share: 0.5),
      ]
    },
    MechanismUse("assistance", .factors) {
      $0.assist = [AssistStep(months: 0, handleTimeFactor: 0.9)]
    },
    MechanismUse("reviews", .factors) {
      $0.quality = QualityReviews(reviewed: 0.1, time: 300, handleTimeFactor: 0.9)
    },
    MechanismUse("a transfer", .transfers) {
      var experts = $0.teams[0]
      experts.name = "experts"
      $0.teams.append(experts)
      $0.demand[0].transfer = Transfer(share: Graded(0.1), team: "experts")
    },
    MechanismUse("a campaign", .outbound) {
      $0.outbound = [
        Campaign(
          name: "collections", list: 100, dialer: .progressive, ring: try constant(20), reach: 0.3,
          talkTime: try constant(100), wrapUp: nil, wrongPartyTime: try constant(10))
      ]
      $0.teams[0].skills.append(Skill(channel: "outbound", demandClass: "collections"))
    },
  ]

  fileprivate static let ofChannels = [
    MechanismUse("a callback", .callbacks) {
      $0.channels[0].callback = Callback(offerAbove: 60, acceptance: 0.5)
    },
    MechanismUse("silent abandonment", .silentAbandonment) {
      $0.channels[0].silentAbandonment = SilentAbandonment(
        share: 0.1, detectAfter: try constant(30))
    },
    MechanismUse("a conversation", .conversations, in: .queue(.chat)) {
      $0.channels[0].medium = .messaging
      $0.channels[0].conversation = Conversation(
        turns: .exactly(2), customerReply: try constant(60))
    },
    MechanismUse("answers by peers", .peerAnswers, in: .queue(.forum)) {
      $0.channels[0].peerAnswers = PeerAnswers(
        share: 0.5, after: try constant(3600), staffAfter: 7200)
    },
    // A picture lost within a talk changes the rest of it, as its agent does.
    MechanismUse(
      "video that falls back", [.voiceFallback, .factors], in: .queue(.video)
    ) {
      $0.channels[0].voiceFallback = VoiceFallback(share: 0.1, talkFactor: 1.2)
    },
  ]

  fileprivate static let ofCustomers = [
    MechanismUse("a message", .messages) {
      $0.proactive = [ProactiveMessage(name: "sms", demandClass: "calls", prevents: 0.1)]
    },
    MechanismUse("a tool that costs patience", .toolEffects, in: .tool) {
      $0.selfService[0].patienceFactor = 0.5
    },
    MechanismUse("a tool that saves talk", .toolEffects, in: .tool) {
      $0.selfService[0].handleTimeSaved = 0.1
    },
    MechanismUse("redials by chat", .channelChanges, in: .redials) {
      $0.channels[0].redial?.channels = [ChannelShare(channel: "chat", share: 0.5)]
    },
    MechanismUse("repeats by chat", .channelChanges, in: .repeats) {
      $0.demand[0].repeatChannels = [ChannelShare(channel: "chat", share: 0.5)]
    },
    MechanismUse("an offer to chat", .steering, in: .voiceAndChat) {
      $0.steering = [Steering(from: "voice", to: "chat", share: 0.2)]
    },
  ]
}

extension MechanismUse {
  fileprivate static let ofRouting: [MechanismUse] =
    [
      MechanismUse("help after a wait", .conditions) { $0.addHelp { $0.after = 30 } },
      MechanismUse("help for a long queue", .conditions) { $0.addHelp { $0.queueAbove = 3 } },
      // What opens on a day is asked for whenever a condition is.
      MechanismUse("a skill from a day on", [.datedSkills, .conditions]) { center in
        let second = center.calendar.start.advanced(by: 1)
        center.addHelp { $0.worksFrom = second }
      },
      MechanismUse(
        "emails that calls interrupt", .interruptions,
        in: .voiceAndEmail
      ) { $0.routing.interrupts = [.email: [.voice]] },
    ]
    + AgentOrder.allCases.filter { $0 != .longestIdle }.map { order in
      MechanismUse("agents: \(order.rawValue)", .agentOrders) { $0.routing.agent = order }
    }
    + ContactOrder.allCases.filter { $0 != .longestWait }.map { order in
      MechanismUse("contacts: \(order.rawValue)", .contactOrders, in: .voiceAndEmail) {
        $0.routing.contact = order
        if order == .weightedWait { $0.channels[0].waitWeight = 2 }
      }
    }
}

extension Center {
  /// Adds a second team for the calls of the first.
  fileprivate mutating func addHelp(on condition: (inout Skill) -> Void) {
    var second = teams[0]
    second.name = "second"
    condition(&second.skills[0])
    teams.append(second)
  }
}

/// A center that uses no mechanism.
enum PlainDesign: Sendable {
  /// One queue, of impatient customers where the medium has them.
  case queue(Medium)
  /// Calls through self-service with ports.
  case tool
  /// Voice, where all customers call, and chat, for the same agents.
  case voiceAndChat
  /// The same, whose callers dial again, or whose issues come back.
  case redials
  case repeats
  /// Calls and emails for the same agents.
  case voiceAndEmail

  func center() throws -> Center {
    var center = oneQueue(
      medium: medium, perHour: 10, talk: try constant(60), agents: 3,
      patience: medium.isDeferred ? nil : try constant(100))
    switch self {
    case .queue: return center
    case .voiceAndEmail:
      return try blendingCenter(agents: 3, keepIdle: 1, callsPerHour: 5, mailsPerHour: 5, talk: 60)
    case .tool:
      center.selfService = [
        SelfServiceTool(
          name: "ivr", stage: .onChannels(["voice"]), time: try constant(30), containment: [0.2],
          ports: 2)
      ]
      return center
    case .voiceAndChat, .redials, .repeats:
      center.channels.append(Channel(name: "chat", medium: .chat))
      center.demand[0].channels.append(
        ClassChannel(channel: "chat", share: Graded(0), talkTime: try constant(90)))
      center.teams[0].skills.append(Skill(channel: "chat"))
    }
    if case .redials = self {
      center.channels[0].redial = Redial(share: 0.5, after: try constant(600), attempts: 3)
    }
    if case .repeats = self {
      center.demand[0].resolutionRate = Graded(0.8)
      center.demand[0].repeatContactAfter = try constant(3600)
    }
    return center
  }

  private var medium: Medium {
    if case .queue(let medium) = self { medium } else { .voice }
  }
}
