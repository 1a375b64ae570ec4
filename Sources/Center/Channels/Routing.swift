/// How contacts and agents find each other, among those of one priority and one rank.
public struct Routing: Sendable, Hashable {
  /// Which contact an agent takes who becomes free.
  public var contact: ContactOrder
  /// Which free agent a contact gets.
  public var agent: AgentOrder
  /// For a deferred medium, the live media for which an agent lays its work aside.
  public var interrupts: [Medium: Set<Medium>]

  /// Longest wait and longest idle first, and nothing interrupted, unless said otherwise.
  public init(
    contact: ContactOrder = .longestWait, agent: AgentOrder = .longestIdle,
    interrupts: [Medium: Set<Medium>] = [:]
  ) {
    self.contact = contact
    self.agent = agent
    self.interrupts = interrupts
  }

  /// Whether an agent lays work of one medium aside for a contact of another.
  public func interrupts(_ held: Medium, for coming: Medium) -> Bool {
    interrupts[held]?.contains(coming) == true
  }
}

/// Which contact an agent takes first, among those of one priority and one rank. Where two are
/// equal, who has waited longer.
public enum ContactOrder: String, Sendable, Hashable, CaseIterable {
  /// Who has waited longest.
  case longestWait = "longest-wait"
  /// Whose target time ends first; contacts without a target come last.
  case earliestDue = "earliest-due"
  /// Whose wait times `waitWeight` is largest: delay-dependent priorities (Kleinrock 1964).
  case weightedWait = "weighted-wait"
  /// The first of the queue (channel and class) in which most contacts wait.
  case longestQueue = "longest-queue"
}

/// Which free agent a contact gets, among those of one rank who hold as many contacts.
public enum AgentOrder: String, Sendable, Hashable, CaseIterable {
  /// Who has been so for the longest time.
  case longestIdle = "longest-idle"
  /// Whose occupancy since midnight is lowest; where two are equal, the longest idle.
  case leastBusy = "least-busy"
  /// The longest idle of the team with the most idle agents; of equal teams the first in the file.
  case mostIdleTeam = "most-idle-team"
  /// Any, with the same probability.
  case random
}

extension Center {
  /// The priority of a queue: that of the class on the channel, else of the class, else of the
  /// channel; the highest is served first.
  public func priority(of queue: Queue) -> Int {
    work(of: queue.demandClass, on: queue.channel)?.priority
      ?? demand[queue.demandClass].priority ?? channels[queue.channel].priority
  }

  /// What a second of waiting counts in a queue under `ContactOrder.weightedWait`: the class's own
  /// on the channel, else the class's, else the channel's.
  public func waitWeight(of queue: Queue) -> Double {
    work(of: queue.demandClass, on: queue.channel)?.waitWeight
      ?? demand[queue.demandClass].waitWeight ?? channels[queue.channel].waitWeight
  }
}
