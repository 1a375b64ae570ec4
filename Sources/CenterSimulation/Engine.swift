import Center
import EventKernel
import OutputAnalysis
import SpecialFunctions
import Stochastics

/// One replication as it happens: the state of the center and the events to come.
///
/// The rules live in the extensions, one topic a file, the topics of one subject in a folder. Every
/// structure is sized by what is in the center now; after the first rush nothing allocates.
///
/// Swift 6.3.1 hands a copy of the whole engine to a function that does not mutate, if it is called
/// from one that does. Wherever contacts pass often, such a function is inlined, or is called
/// mutating although it mutates nothing.
struct Engine<Scope: EngineScope>: ~Copyable {
  let plan: Plan
  let random: RandomSource
  /// The numbers of the day factors, and of forecast errors; those of other replications where the
  /// sources of chance are told apart.
  let dayRandom: RandomSource
  let forecastRandom: RandomSource
  var events = EventQueue(minimumCapacity: 1024)
  /// The next birth of each class, and each issue that will go on after a pause: a customer comes
  /// back or writes again, a callback is tried again. They stay apart from what happens meanwhile,
  /// most of which a birth would have to pass on its way through the queue; and most pauses end long
  /// after it.
  var comings: EventQueue
  var now = 0.0
  /// Whether the event in hand still stands on top of the queue.
  var isEventOnTop = false
  /// The simulated interval in hand, its start, and whether it counts.
  var interval = -1
  var intervalStart = 0.0
  /// The first booking cell of the interval in hand; `spare` when it does not count.
  var cells: Range<Int>
  /// The first booking cell that does not count.
  let spareCells: Int
  var handledEvents = 0
  /// The most often that an issue has come back: without end, if returning takes no time.
  var mostReturns: Int32 = 0
  var handledContacts = 0

  // Customers.
  var births: Column<BirthCursor>
  /// By class: the draws of the issues to come.
  var birthDraws: Column<BirthDraws>
  var issues = Column<IssueRecord>()
  var issueSlots = SlotPool()
  /// By issue: what tools did to its contact, the channel of its next one, the tries of its
  /// callback. Each is empty unless the center uses it.
  var toolEffects = Column<ToolEffect>()
  var nextChannels = Column<Int32>()
  var callbackTries = Column<Int32>()
  /// By issue: the conversation that it is in; empty without conversations in turns.
  var threads = Column<Thread>()
  var trunksFree: Column<Int32>
  var portsFree: Column<Int32>
  /// By channel: contacts in self-service, who may yet come to an agent.
  var sessions: Column<Int32>

  // Lines and agents.
  /// By slot: the next wait after which further teams take the contact; empty without such waits.
  var overflows = Column<Overflow>()
  /// By slot: what has been passed on; empty where nothing is.
  var handOns = Column<HandOn>()
  /// By line: customers in it with whom an agent stays until another takes over.
  var escortedInLine: Column<Int32>
  var lineEnds: Column<ListEnds>
  /// Contacts in each line; empty unless callbacks are offered.
  var lineLengths: Column<Int32>
  var agents: Column<AgentRecord>
  var agentLists: Column<ListEnds>
  /// Agents that are not present: for each team a stack within its part of the column.
  var absentAgents: Column<Int32>
  var absentCount: Column<Int32>
  /// By rule of dynamic staffing, and what they have changed by team; empty without rules.
  var intradayStates: Column<IntradayState>
  var intradayChanges: Column<IntradayChange>
  /// By team: where it is in its schedule.
  var schedules: Column<ScheduleState>
  /// For the teams with absence, on three days: how many of the agents before each are out.
  var absentBefore: Column<Int32>
  /// By issue: what the talk of its service was multiplied by; empty where agents do not differ.
  var talkFactors = Column<Double>()
  /// What each agent had to do.
  var agentLoads: Column<AgentLoad>
  /// `plan.mostHeld` for each agent; empty where nobody works side by side.
  var hands: Column<Hand>
  /// What agents have laid aside, and what contacts handed back still take by slot; empty where
  /// nothing is interrupted.
  var desks: Column<Desk>
  var leftovers = Column<Double>()
  /// What agents have done since midnight; empty unless the least busy is wanted.
  var workdays: Column<Workday>

  // Outbound campaigns; empty without any.
  var campaignStates: Column<CampaignState>
  var calls = Column<OutboundCall>()
  var callSlots = SlotPool()
  /// By agent: the call that it is busy with, -1 for none; by team, how many are.
  var callOfAgent: Column<Int32>
  var outboundAgents: Column<LevelOverTime>
  /// The simulated day of the lists in hand; whether dialing has been scheduled at this instant.
  var outboundDay: Int32 = -1
  var isDialingDue = false
  var campaignTallies: Column<CampaignTally>
  /// Σ of individual stretches of work for campaigns inside counted time.
  var outboundTime = CompensatedSum()

  // The trace of contacts; empty unless it is asked for.
  let keepsTrace: Bool
  var traced = Column<TracedContact>()
  var traceNotes = Column<TraceNote>()

  // Statistics.
  var teamStates: Column<TeamState>
  var queueStates: Column<QueueState>
  /// By queue: conversations that an agent replies to, or whose customer is to write again; empty
  /// without conversations in turns.
  var openThreads: Column<LevelOverTime>
  var queueTallies: Column<QueueTally>
  var teamTallies: Column<TeamTally>
  var toolTallies: Column<ToolTally>
  var issueTallies: Column<IssueTally>
  var waits: Column<UInt32>
  var longestWait: Column<Double>
  /// Σ of individual waits inside counted time, kept apart from the area under the queues.
  var waitsInsideCountedTime = CompensatedSum()

  init(plan: Plan, seed: UInt64, streams: ReplicationStreams, isTracing: Bool = false) {
    self.plan = plan
    keepsTrace = isTracing
    random = RandomSource(seed: seed, replication: streams.sampling)
    dayRandom = RandomSource(seed: seed, replication: streams.days)
    forecastRandom = RandomSource(seed: seed, replication: streams.forecast)
    let classes = plan.classes.count
    let queues = plan.queues.count
    let counted = plan.calendar.countedIntervals.count
    spareCells = counted * queues
    cells = spareCells..<(spareCells + queues)

    comings = EventQueue(minimumCapacity: classes)
    births = Column(minimumCapacity: classes)
    // Every day has a curve of its own: this one is only a place for them.
    for demandClass in plan.classes.indices {
      births.append(BirthCursor(curve: plan.classes[demandClass].rates[0]))
    }
    birthDraws = Column(repeating: BirthDraws(), count: classes * 2 * Int(BirthDraws.batch))
    trunksFree = Column(repeating: 0, count: plan.channels.count)
    for channel in plan.channels.indices { trunksFree[channel] = plan.channels[channel].trunks }
    portsFree = Column(repeating: 0, count: plan.tools.count)
    for tool in plan.tools.indices { portsFree[tool] = plan.tools[tool].ports }

    sessions = Column(repeating: 0, count: plan.channels.count)

    lineEnds = Column(repeating: ListEnds(), count: plan.lines.count)
    escortedInLine = Column(
      repeating: 0, count: plan.mechanisms.contains(.transfers) ? plan.lines.count : 0)
    lineLengths = Column(
      repeating: 0, count: plan.mechanisms.contains(.callbacks) ? plan.lines.count : 0)
    agents = Column()
    absentAgents = Column()
    absentCount = Column()
    for team in plan.teams.indices {
      let most = plan.teams[team].mostPresent
      // The lowest number is on top of the stack: agents come in order.
      for place in 0..<most { absentAgents.append(Int32(agents.count + most - 1 - place)) }
      agents.append(repeating: AgentRecord(team: Int32(team)), count: most)
      absentCount.append(Int32(most))
    }
    agentLists = Column(repeating: ListEnds(), count: plan.agentListCount)
    agentLoads = Column(repeating: AgentLoad(), count: agents.count)
    hands = Column(
      repeating: Hand(), count: plan.mostHeld > 1 ? agents.count * plan.mostHeld : 0)

    desks = Column(
      repeating: Desk(), count: plan.mechanisms.contains(.interruptions) ? agents.count : 0)

    intradayStates = Column(repeating: IntradayState(), count: plan.intraday.count)
    intradayChanges = Column(
      repeating: IntradayChange(), count: plan.intraday.isEmpty ? 0 : plan.teams.count)
    schedules = Column(repeating: ScheduleState(), count: plan.teams.count)
    absentBefore = Column(
      repeating: 0, count: plan.teams.reduce(0) { $0 + $1.absenceCount })
    workdays = Column(
      repeating: Workday(), count: plan.agentOrder == .leastBusy ? agents.count : 0)

    let campaigns = plan.campaigns.count
    campaignStates = Column(repeating: CampaignState(), count: campaigns)
    callOfAgent = Column(repeating: -1, count: campaigns > 0 ? agents.count : 0)
    outboundAgents = Column(
      repeating: LevelOverTime(), count: campaigns > 0 ? plan.teams.count : 0)
    // One row more than the counted intervals have: what does not count goes there.
    campaignTallies = Column(repeating: CampaignTally(), count: (counted + 1) * campaigns)

    teamStates = Column(repeating: TeamState(), count: plan.teams.count)
    queueStates = Column(repeating: QueueState(), count: queues)
    openThreads = Column(
      repeating: LevelOverTime(), count: plan.mechanisms.contains(.conversations) ? queues : 0)
    // One row of cells more than the counted intervals have: what does not count goes there.
    queueTallies = Column(repeating: QueueTally(), count: (counted + 1) * queues)
    teamTallies = Column(repeating: TeamTally(), count: counted * plan.teams.count)
    toolTallies = Column(repeating: ToolTally(), count: plan.tools.count * classes)
    issueTallies = Column(repeating: IssueTally(), count: classes)
    waits = Column(
      repeating: 0, count: queues * Observation.Outcome.allCases.count * plan.bins.count)
    longestWait = Column(repeating: 0, count: queues)
  }

  /// Whether the interval in hand counts.
  var isCounting: Bool { cells.lowerBound != spareCells }

  /// Lets everything happen until the end of the calendar.
  mutating func run() throws {
    for demandClass in plan.classes.indices { startBirths(of: Int32(demandClass)) }
    schedule(Kind.boundary, 0, at: 0)
    loadBacklogs()
    let end = plan.calendar.simulatedIntervals
    while interval < end {
      let next = handledEvents + 0x1_0000
      while interval < end, handledEvents < next {
        handledEvents += 1
        handleNextEvent()
      }
      if interval < end { try checkLimits() }
    }
    closeBooks()
  }

  func checkLimits() throws {
    if Task.isCancelled { throw CancellationError() }
    if issues.count > SimulationLimit.mostIssues {
      throw SimulationLimit(kind: .issues, day: now / 86_400)
    }
    if mostReturns > SimulationLimit.mostReturns {
      throw SimulationLimit(kind: .returns, day: now / 86_400)
    }
    for demandClass in plan.classes.indices
    where Int(births[demandClass].number) > SimulationLimit.mostBirths {
      throw SimulationLimit(kind: .births, day: now / 86_400)
    }
  }
}
