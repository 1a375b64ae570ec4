import Center
import CenterSimulation
import OutputAnalysis
import Stochastics

@testable import Experiments

/// Observations made up from a small generator: balanced books, different in every replication.
struct MadeUp {
  let center: Center
  let seed: UInt64
  /// An observation of the right shape, to be filled.
  private let template: Observation

  init(_ center: Center, seed: UInt64 = 1) throws {
    self.center = center
    self.seed = seed
    template = try Simulation(center).run(seed: 1, replication: 0)
  }

  /// Two classes on a telephone and by email, two teams, a bot; two days of four intervals.
  static func center(named name: String = "made up", days: Int = 2) throws -> Center {
    let always = try Distribution.constant(Constant(mean: 300))
    let issues = Array(repeating: [10.0, 20, 30, 5], count: days)
    func demand(_ name: String) -> DemandClass {
      DemandClass(
        name: name, expectedIssues: issues,
        channels: [
          ClassChannel(channel: "voice", share: Graded(0.7), talkTime: always),
          ClassChannel(channel: "email", share: Graded(0.3), talkTime: always),
        ])
    }
    return Center(
      name: name,
      calendar: PlanningCalendar(
        start: CivilDate(daysSinceEpoch: 20_780), days: days, intervalLength: 21_600,
        fullTimeWeek: 38 * 3_600),
      demand: [demand("billing"), demand("orders")],
      channels: [
        Channel(
          name: "voice", medium: .voice, target: Target(serviceLevel: 0.8, within: 20)),
        Channel(
          name: "email", medium: .email, target: Target(serviceLevel: 0.95, within: 86_400)),
      ],
      selfService: [
        SelfServiceTool(
          name: "bot", stage: .onChannels(["voice"]), time: always, containment: [0.3, 0.1])
      ],
      teams: [
        Team(
          name: "front", agents: Array(repeating: [4, 4, 4, 4], count: days),
          skills: [Skill(channel: "voice")], wage: 20),
        Team(
          name: "back", agents: Array(repeating: [2, 2, 2, 0], count: days),
          skills: [Skill(channel: "email")], wage: 18),
      ])
  }

  func design(
    observe: (@Sendable (UInt64, UInt64) throws -> Observation)? = nil
  ) -> Design {
    let own: @Sendable (UInt64, UInt64) throws -> Observation = { observation($0, $1) }
    return Design(
      center: center, queues: center.queues, waitBins: WaitBins(targets: [20, 86_400]),
      observe: observe ?? own)
  }

  func observation(_ seed: UInt64, _ replication: UInt64) -> Observation {
    var random = Generator(state: (self.seed &+ seed) &* 1_000_003 &+ replication)
    let queues = center.queues
    let bins = WaitBins(targets: [20, 86_400])
    let intervals = center.calendar.countedIntervals.count
    var observation = template
    observation.queues = []
    observation.teams = []
    observation.tools = []
    observation.issues = []
    for index in observation.waits.indices { observation.waits[index] = 0 }
    observation.longestWait = queues.map { _ in 0 }
    observation.longestQueue = queues.map { _ in random.below(9) }
    observation.contacts = 0
    for interval in 0..<intervals {
      for queue in queues.indices {
        // Nobody comes in the last interval of a day.
        let tally =
          interval % 4 == 3
          ? QueueTally()
          : contacts(
            isDeferred: center.channels[queues[queue].channel].medium.isDeferred, &random)
        observation.queues.append(tally)
        observation.contacts += Int(tally.entered)
        let first = queue * Observation.Outcome.allCases.count * bins.count
        observation.waits[first + bins.index(of: 7)] += UInt32(tally.answeredWithin)
        observation.waits[first + bins.index(of: 90)] += UInt32(
          tally.answered - tally.answeredWithin)
        observation.waits[first + bins.count + bins.index(of: 30)] += UInt32(tally.abandoned)
        observation.longestWait[queue] = max(
          observation.longestWait[queue], tally.answered > 0 ? 60 + 30 * random.uniform() : 0)
      }
      for team in center.teams {
        observation.teams.append(agents(team.agents[interval / 4][interval % 4], &random))
      }
    }
    for _ in center.selfService {
      for _ in center.demand {
        var tally = ToolTally()
        tally.sessions = Double(20 + random.below(10))
        tally.contained = Double(random.below(8))
        tally.trulyResolved = (tally.contained / 2).rounded(.down)
        tally.cost = tally.sessions * 0.05
        observation.tools.append(tally)
      }
    }
    for _ in center.demand {
      var tally = IssueTally()
      tally.resolved = Double(50 + random.below(10))
      tally.lost = Double(random.below(5))
      tally.openEnd = Double(random.below(5))
      tally.born = tally.resolved + tally.lost + tally.openEnd
      tally.contacting = tally.born - 2
      tally.resolvedAtFirstContact = tally.resolved - 10
      tally.contacts = tally.born + Double(random.below(20))
      tally.reachedQueue = tally.born - 8
      tally.deflected = 5
      tally.timeToResolution = tally.resolved * 5_000 * random.uniform()
      observation.issues.append(tally)
    }
    observation.events = 3 * observation.contacts
    return observation
  }

  private func contacts(isDeferred: Bool, _ random: inout Generator) -> QueueTally {
    var tally = QueueTally()
    tally.offered = Double(20 + random.below(30))
    tally.contained = isDeferred ? 0 : Double(random.below(5))
    tally.blocked = Double(random.below(3))
    tally.entered = tally.offered + tally.contained + tally.blocked
    tally.abandoned = isDeferred ? 0 : Double(random.below(6))
    tally.waitingEnd = Double(random.below(2))
    tally.answered = tally.offered - tally.abandoned - tally.waitingEnd
    tally.answeredWithin = (tally.answered * random.uniform()).rounded(.down)
    tally.due = isDeferred ? tally.offered : 0
    tally.onTime = isDeferred ? tally.answeredWithin : 0
    tally.waitAnswered = tally.answered * (isDeferred ? 20_000 : 30) * random.uniform()
    tally.waitAbandoned = tally.abandoned * 40
    tally.talk = tally.answered * 300
    tally.queueArea = tally.waitAnswered + tally.waitAbandoned
    tally.backlogEnd = Double(random.below(4))
    tally.overdueEnd = isDeferred ? (tally.backlogEnd / 2).rounded(.down) : 0
    tally.cost = tally.entered * 0.05
    return tally
  }

  private func agents(_ heads: Double, _ random: inout Generator) -> TeamTally {
    var tally = TeamTally()
    tally.paid = heads * 21_600
    tally.present = tally.paid
    tally.busy = tally.paid * (0.7 + 0.2 * random.uniform())
    tally.idle = tally.present - tally.busy
    tally.chats = tally.busy
    tally.chatting = tally.busy
    tally.slots = tally.present
    tally.handled = Double(random.below(100))
    tally.cost = tally.paid * 0.005
    return tally
  }
}

struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

#if DEBUG
  /// Whether heavy tests run: in release, from `.ci/run`.
  let isRelease = false
#else
  let isRelease = true
#endif
