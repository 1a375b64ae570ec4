import Center
import EventKernel
import Stochastics

/// The floor of W7: agents with several chats in hand, each slower the more there are.
///
/// All chats of an agent progress alike, so that one number an agent says when each of them ends.
struct ChatFloor: Floor {
  private let calendar: FloorCalendar
  private let perDay: Int
  private let talk: Exponential
  private let agents: Int
  /// The progress of each chat in a second when an agent holds 0, 1, 2, … of them.
  private let rates: [Double]

  init(_ team: ChatTeam, calendar: PlanningCalendar) throws {
    self.calendar = FloorCalendar(calendar)
    perDay = team.perHour * 24
    talk = try Exponential(mean: Double(team.talk))
    agents = team.agents
    rates = [0] + team.throughput.enumerated().map { $1 / Double($0 + 1) }
  }

  func run(seed: UInt64, replication: UInt64) -> WaitTotals {
    let random = RandomSource(seed: seed, replication: replication)
    var births = ConstantBirths(ChatTeam.demandClass, perDay: perDay, in: calendar, random)
    var state = State(floor: self)
    while true {
      let time = births.next()
      if time == .infinity { break }
      let talk = talk.quantile(births.talk(day: births.day, number: births.number))
      state.arrive(Chat(arrivedAt: time, talk: talk))
    }
    state.endPhases(before: calendar.horizon)
    return state.totals
  }

  private struct Chat: BitwiseCopyable {
    var arrivedAt = 0.0
    var talk = 0.0
    var startedAt = 0.0
    /// The agent's progress at which it ends [s]; `.infinity`: the place is free.
    var end = Double.infinity
  }

  private struct Agent: BitwiseCopyable {
    var held = 0
    var progress = 0.0
    var progressAt = 0.0
    /// Neighbours among those who hold as many.
    var previous: Int32 = -1
    var next: Int32 = -1
  }

  private struct State: ~Copyable {
    private let floor: ChatFloor
    private let limit: Int
    private var ends: NextEnds
    private var agents: Column<Agent>
    private var chats: Column<Chat>
    /// By number held: who has held as many longest, and shortest.
    private var first: Column<Int32>
    private var last: Column<Int32>
    private var line = Lines(count: 1, vacant: Chat())
    private(set) var totals = WaitTotals(sessions: 0)

    init(floor: ChatFloor) {
      self.floor = floor
      limit = floor.rates.count - 1
      ends = NextEnds(agents: floor.agents)
      agents = Column(repeating: Agent(), count: floor.agents)
      chats = Column(repeating: Chat(), count: floor.agents * limit)
      first = Column(repeating: -1, count: limit + 1)
      last = Column(repeating: -1, count: limit + 1)
      for agent in 0..<floor.agents { enlist(agent) }
    }

    /// The agent with the fewest chats takes it, of several the one who has been so longest.
    @inline(__always)
    mutating func arrive(_ chat: Chat) {
      endPhases(before: chat.arrivedAt)
      for held in 0..<limit where first[held] >= 0 {
        let agent = Int(first[held])
        delist(agent)
        start(chat, with: agent, at: chat.arrivedAt)
        return
      }
      line.append(chat, to: 0)
    }

    @inline(__always)
    mutating func endPhases(before time: Double) {
      while ends.earliest.time < time {
        let (agent, now) = ends.earliest
        let place = earliestPlace(of: agent)
        agents[agent].progress = chats[place].end
        agents[agent].progressAt = now
        if chats[place].arrivedAt >= floor.calendar.countedFrom {
          totals.sessions = (totals.sessions ?? 0) + (now - chats[place].startedAt)
        }
        chats[place].end = .infinity
        if agents[agent].held < limit { delist(agent) }
        agents[agent].held -= 1
        if line.isEmpty(0) {
          enlist(agent)
          schedule(agent, after: now)
        } else {
          let chat = line.first(0)
          line.removeFirst(0)
          start(chat, with: agent, at: now)
        }
      }
    }

    @inline(__always)
    private mutating func start(_ chat: Chat, with agent: Int, at now: Double) {
      let held = agents[agent].held
      agents[agent].progress =
        held == 0
        ? 0 : agents[agent].progress + (now - agents[agent].progressAt) * floor.rates[held]
      agents[agent].progressAt = now
      agents[agent].held = held + 1
      var place = agent * limit
      while chats[place].end != .infinity { place += 1 }
      chats[place] = chat
      chats[place].startedAt = now
      chats[place].end = agents[agent].progress + chat.talk
      if held + 1 < limit { enlist(agent) }
      schedule(agent, after: now)
      if chat.arrivedAt < floor.calendar.countedFrom { return }
      totals.answered += 1
      if now > chat.arrivedAt { totals.delayed += 1 }
      totals.waits += now - chat.arrivedAt
    }

    @inline(__always)
    private func earliestPlace(of agent: Int) -> Int {
      var earliest = agent * limit
      for place in (agent * limit + 1)..<((agent + 1) * limit)
      where chats[place].end < chats[earliest].end {
        earliest = place
      }
      return earliest
    }

    @inline(__always)
    private mutating func schedule(_ agent: Int, after now: Double) {
      let held = agents[agent].held
      if held == 0 { return ends.set(agent, to: .infinity) }
      let left = chats[earliestPlace(of: agent)].end - agents[agent].progress
      ends.set(agent, to: now + max(0, left) / floor.rates[held])
    }

    @inline(__always)
    private mutating func enlist(_ agent: Int) {
      let held = agents[agent].held
      agents[agent].previous = last[held]
      agents[agent].next = -1
      if last[held] >= 0 {
        agents[last[held]].next = Int32(agent)
      } else {
        first[held] = Int32(agent)
      }
      last[held] = Int32(agent)
    }

    @inline(__always)
    private mutating func delist(_ agent: Int) {
      let held = agents[agent].held
      let (previous, next) = (agents[agent].previous, agents[agent].next)
      if previous >= 0 { agents[previous].next = next } else { first[held] = next }
      if next >= 0 { agents[next].previous = previous } else { last[held] = previous }
    }
  }
}
