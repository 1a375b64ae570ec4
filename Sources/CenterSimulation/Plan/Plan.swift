import Center
import OutputAnalysis
import Stochastics

/// A center compiled for the engine: names have become positions, rules have become tables.
///
/// Immutable; every replication reads it, none writes it.
struct Plan: Sendable {
  /// What the center uses beyond the plain.
  let mechanisms: Mechanisms
  let calendar: PlanningCalendar
  /// Of the calendar, which works them out at every call: how many days are simulated, and which of
  /// them count.
  let simulatedDays: Int
  let countedDays: Range<Int>
  /// Counted time, from the first counted midnight to the last [s].
  let countedStart: Double
  let countedEnd: Double
  /// The first simulated day as random numbers address it: days since 0001-01-01. A date has the
  /// same draws however long the warm-up is.
  let firstDay: Int32
  let classes: [ClassPlan]
  let channels: [ChannelPlan]
  let queues: [QueuePlan]
  /// `queueAt[channel * classes.count + class]`; -1 where no queue exists.
  let queueAt: [Int32]
  let tools: [ToolPlan]
  /// Tools tried before any contact, in order.
  let toolsBeforeContact: [Int32]
  let teams: [TeamPlan]
  /// How contacts are passed on.
  let transfers: [TransferPlan]
  /// By channel, whether its work is laid aside for others.
  let interruptions: [Bool]
  /// Outbound campaigns, and who dials for them.
  let campaigns: [CampaignPlan]
  let dialingTeams: [DialingTeam]
  /// Rules of dynamic staffing.
  let intraday: [IntradayPlan]
  let contactOrder: ContactOrder
  let agentOrder: AgentOrder
  let lines: [LinePlan]
  let agentPlaces: [AgentPlace]
  let placeConditions: [SkillCondition]
  let overflowTimes: [Double]
  /// How many lists of agents all teams have together.
  let agentListCount: Int
  /// What telling the story again adds to talk [s]; 0 with a unified history.
  let repeatInformationTime: Double
  let fallbackChannel: Int32
  let steering: SteeringPlan
  /// Contacts that wait when the simulation begins, by class.
  let backlogs: [BacklogPlan]
  let bins: WaitBins
  /// What the samplers and curves of the tables below read.
  let sampling: SamplingTables
  /// The teams that serve each line.
  let teamsOfLine: [[Int32]]
  /// By channel, how its conversations in turns go; `nil` where there are none.
  let conversations: [ConversationPlan?]
  /// By channel, how other customers answer, and how video falls back; `nil` where they do not.
  let peers: [PeerPlan?]
  let voiceFallbacks: [VoiceFallback?]
  /// Chats an agent can hold side by side anywhere in this center.
  let mostHeld: Int

  init(_ center: Center, queues: [Queue], bins: WaitBins) throws {
    calendar = center.calendar
    simulatedDays = calendar.simulatedDays
    countedDays = calendar.countedDays
    let length = Double(calendar.intervalLength)
    countedStart = Double(calendar.countedIntervals.lowerBound) * length
    countedEnd = Double(calendar.countedIntervals.upperBound) * length
    firstDay = Int32(calendar.date(ofSimulatedDay: 0).daysSinceEpoch + 719_162)
    self.bins = bins
    fallbackChannel = Int32(center.fallbackChannelIndex ?? -1)
    steering = SteeringPlan(center)
    backlogs = BacklogPlan.all(center)
    repeatInformationTime =
      center.customerHistory == .siloed ? center.repeatInformationTime : 0
    var sampling = SamplingTables()
    classes = try center.demand.indices.map { try ClassPlan(center, $0, &sampling) }
    channels = center.channels.indices.map { ChannelPlan(center, $0, &sampling) }
    tools = center.selfService.map { ToolPlan($0, calendar: center.calendar, &sampling) }
    toolsBeforeContact = center.toolsBeforeContact.map { Int32($0.tool) }
    contactOrder = center.routing.contact
    agentOrder = center.routing.agent
    conversations = center.channels.map { ConversationPlan($0, &sampling) }
    peers = center.channels.map { PeerPlan($0, &sampling) }
    voiceFallbacks = center.channels.map(\.voiceFallback)
    mostHeld = center.channels.map(\.concurrency.limit).max() ?? 1

    var queueAt = Array(repeating: Int32(-1), count: center.channels.count * center.demand.count)
    for (index, queue) in queues.enumerated() {
      queueAt[queue.channel * center.demand.count + queue.demandClass] = Int32(index)
    }
    self.queueAt = queueAt

    let routing = RoutingPlan(center, queues: queues)
    lines = routing.lines
    agentPlaces = routing.agentPlaces
    transfers = routing.transfers
    interruptions = routing.interruptions
    placeConditions = routing.placeConditions
    overflowTimes = routing.overflowTimes
    agentListCount = routing.listCount
    teamsOfLine = routing.lines.map { line in
      center.teams.indices.map(Int32.init).filter { team in
        routing.agentPlaces[line.firstPlace..<line.endOfPlaces].contains { $0.team == team }
      }
    }
    var teams: [TeamPlan] = []
    for index in center.teams.indices {
      teams.append(TeamPlan(center, index, queues: queues, after: teams.last, routing: routing))
    }
    self.teams = teams
    intraday = center.intraday.map { IntradayPlan(center, $0, queues: queues) }
    let dialingTeams = DialingTeam.all(center)
    self.dialingTeams = dialingTeams
    campaigns = center.outbound.indices.map {
      CampaignPlan(center, $0, teams: dialingTeams, &sampling)
    }
    mechanisms = Mechanisms(center, classes: classes, routing: routing, teams: teams)
    self.queues = queues.enumerated().map { index, queue in
      QueuePlan(
        center, queue, line: routing.lineOfQueue[index],
        transfer: routing.transferOfQueue[index], &sampling)
    }
    self.sampling = sampling
  }
}
