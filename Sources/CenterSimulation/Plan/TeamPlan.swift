import Center
import Stochastics

/// A team: who is there when, and which lines it serves.
struct TeamPlan: Sendable {
  /// Present agents by simulated interval; empty where they follow `schedule`.
  let present: [Int32]
  /// Shifts, breaks and absences; `nil` where head counts change with the intervals alone.
  let schedule: TeamSchedule?
  /// The share of those on duty who are present, after shrinkage.
  let presentShare: Double
  /// The probability that an agent is out for the day; whose draw it is; where the team's part of
  /// `Engine.absentBefore` begins.
  let absence: Double
  let stream: StreamIdentifier
  let firstAbsence: Int
  /// Agents with a number in the roster, and all that may be scheduled: what absence is drawn for.
  let rosteredAgents: Int
  let numberedAgents: Int
  /// Scheduled paid time by simulated interval [agent-seconds].
  let paid: [Double]
  /// Pay per second.
  let wage: Double
  /// Money for each contact, and for each second of work.
  let costPerContact: Double
  let costOfWork: Double
  /// What overtime costs, in regular time.
  let overtimeRate: Double
  let mostPresent: Int
  /// What its talk times and resolution rates are multiplied by.
  let factors: TeamFactors
  /// The position of its first agent among all.
  let firstAgent: Int
  let lines: [TeamLine]
  /// The list of those who hold nothing; by channel, the lists of those who hold 1, 2, … chats.
  let idleList: Int32
  let chatLists: [Int32]
  /// Contacts that one of its agents could hold at most.
  let slotsEach: Int32
  /// Live channels of its lines whose queue is served when they close.
  let channelsServedAtClose: [Int]
  /// Whether some line keeps agents idle whose contacts may go to busy ones, so that an agent who
  /// becomes idle may free a colleague for one more chat or for an interruption.
  let keepsIdleForBusy: Bool

  init(
    _ center: Center, _ index: Int, queues: [Queue], after previous: TeamPlan?,
    routing: RoutingPlan
  ) {
    let team = center.teams[index]
    firstAgent = (previous?.firstAgent ?? 0) + (previous?.mostPresent ?? 0)
    presentShare = team.presentShare
    absence = team.absence
    stream = StreamIdentifier(team.name)
    firstAbsence = previous.map { $0.firstAbsence + $0.absenceCount } ?? 0
    rosteredAgents = team.roster.reduce(0) { max($0, $1.agents.upperBound) }
    if team.followsIntervals {
      schedule = nil
      numberedAgents = rosteredAgents
      present = team.presentAgents.joined().map { Int32($0) }
      paid = team.paidAgents.joined().map { $0 * Double(center.calendar.intervalLength) }
    } else {
      let schedule = TeamSchedule(team, calendar: center.calendar)
      self.schedule = schedule
      let mostOthers = schedule.steps.reduce(0) { max($0, $1.others) }
      numberedAgents = rosteredAgents + Int(mostOthers.rounded(.up))
      present = []
      paid = schedule.paidTime(in: center.calendar)
    }
    mostPresent = team.mostPresent(in: center.calendar) + center.mostAdded(to: team)
    factors = TeamFactors(center, team, queues: queues, agents: mostPresent)
    wage = team.wage / 3600
    costPerContact = team.cost.perContact
    costOfWork = team.cost.perMinute / 60
    overtimeRate = team.overtimeRate
    lines = routing.linesOfTeam[index]
    let first = routing.firstListOfTeam[index]
    idleList = first
    chatLists = routing.chatListOffsets.map { first + $0 }
    slotsEach = Int32(lines.map { routing.lines[Int($0.line)].limit }.max() ?? 1)
    let served = Set(lines.map { Int(routing.lines[Int($0.line)].channel) })
    channelsServedAtClose = center.channels.indices.filter {
      served.contains($0) && !center.channels[$0].medium.isDeferred
        && center.channels[$0].atClose == .serve && center.channels[$0].hours != .always
    }
    keepsIdleForBusy = lines.contains {
      $0.keepIdle > 0 && routing.lines[Int($0.line)].joinsOrInterrupts
    }
  }

  /// How many numbers `Engine.absentBefore` holds for the team: three days.
  var absenceCount: Int { absence > 0 ? 3 * (numberedAgents + 1) : 0 }
}
