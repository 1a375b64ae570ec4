/// Contacts of one channel that the same teams serve in the same way wait in one line.
///
/// Within a channel, queues of one priority whose skills agree in team, rank and idle agents kept
/// are served by longest wait: joining them in one first-come-first-served line changes nothing but
/// the number of places to look. Under another order of contacts they also agree in what makes it
/// up, so that the first of a line is always the one to be served first.
struct LinePlan: BitwiseCopyable, Sendable {
  let channel: Int32
  let isDeferred: Bool
  /// Chats an agent can hold of this line's channel.
  let limit: Int
  /// Whether its contacts may go to agents who hold something: chats, or what interrupts.
  let joinsOrInterrupts: Bool
  /// The time until a live contact is due [s], and what a second of waiting counts.
  let within: Double
  let waitWeight: Double
  /// After which waits further teams take its contacts: part of `Plan.overflowTimes`.
  let firstOverflow: Int
  let endOfOverflows: Int
  /// Whether some team takes its contacts only after a wait or above a length.
  let isConditional: Bool
  /// Where its contacts look for an agent, in this order: part of `Plan.agentPlaces`.
  let firstPlace: Int
  let endOfPlaces: Int
}

/// One place where a contact looks for an agent: a list of those of one team that hold as much.
struct AgentPlace: BitwiseCopyable, Sendable {
  let team: Int32
  let list: Int32
  /// How many of the team have to be idle, so that enough stay idle afterwards.
  let idleNeeded: Int32
  /// Whether an agent found up to here is taken: teams of one rank are asked together, those who
  /// hold less first.
  let endsStep: Bool
}

/// When a team takes contacts of a line at all.
struct SkillCondition: BitwiseCopyable, Sendable, Hashable {
  /// How long they have waited at least [s].
  let after: Double
  /// How many wait at least, less one.
  let queueAbove: Int32
  /// From when on the team takes any [s]; 0: always.
  let worksFrom: Double

  /// Whether it asks nothing of a contact.
  var isAlwaysMet: Bool { after == 0 && queueAbove == 0 }
}

/// A line that a team serves.
struct TeamLine: Sendable, Hashable {
  let line: Int32
  /// Its place among the priorities and ranks that the team serves: the first is asked first.
  let step: Int32
  let keepIdle: Int32
  let condition: SkillCondition
}
