/// Why a formula of this module has no answer. Each case carries the value that was refused.
public enum ErlangError: Error, Equatable, Sendable {
  /// An offered load [Erlang] that is negative, infinite or NaN.
  case invalidOfferedLoad(Double)

  /// A mean handle time [s] that is not positive and finite.
  case invalidHandleTime(Double)

  /// A number of servers that is negative or above `ErlangB.largestServers`.
  case invalidServers(Int)

  /// A number of agents that is negative or above `ErlangC.largestAgents`.
  case invalidAgents(Int)

  /// A target for the blocking probability outside `0 < target ≤ 1`: no number of servers
  /// blocks nobody.
  case invalidBlockingProbability(Double)

  /// A target for the service level outside `0 ≤ target < 1`: no number of agents answers
  /// everybody in time.
  case invalidServiceLevel(Double)

  /// An acceptable waiting time [s] that is negative or NaN.
  case invalidThreshold(Double)

  /// A target for the average speed of answer [s] that is not positive and finite.
  case invalidAverageSpeedOfAnswer(Double)

  /// A target for the probability of waiting outside `0 < target ≤ 1`.
  case invalidWaitProbability(Double)

  /// A largest occupancy outside `0 < occupancy ≤ 1`.
  case invalidOccupancy(Double)

  /// A mean patience [s] that is not positive and finite, or so far from the handle time that
  /// the rates leave the range of numbers.
  case invalidPatience(Double)

  /// A target for the abandonment outside `0 < target ≤ 1`: no number of agents keeps everybody.
  case invalidAbandonmentProbability(Double)

  /// A number of places, agents' included, that is below the number of agents or too large.
  case invalidCapacity(Int)

  /// A number of customers that is negative or too large.
  case invalidCustomers(Int)

  /// A rate [1/s], or a number that stands for one, that is negative, infinite or NaN.
  case invalidRate(Double)

  /// A parameter of a distribution that is outside its domain.
  case invalidParameter(Double)

  /// An abandonment or a mean wait that no patience leads to: over all patience it is between two
  /// values.
  case noPatience(Double, between: Double, and: Double)

  /// Boundaries of intervals that do not rise, or values that are not one for each interval.
  case invalidIntervals

  /// A load [Erlang] that the agents cannot carry: the queue would grow for ever.
  case unstable(offeredLoad: Double, agents: Int)

  /// A target that takes more servers or agents than `limit`.
  case limitExceeded(offeredLoad: Double, limit: Int)
}

extension ErlangError: CustomStringConvertible {
  /// What is wrong, and what would be right, in one line.
  public var description: String {
    switch self {
    case .invalidOfferedLoad(let value):
      "offered load is \(value) Erlang; it must be finite and not negative"
    case .invalidHandleTime(let value):
      "handle time is \(value) s; it must be finite and positive"
    case .invalidServers(let value):
      "number of servers is \(value); it must be 0 to \(ErlangB.largestServers)"
    case .invalidAgents(let value):
      "number of agents is \(value); it must be 0 to \(ErlangC.largestAgents)"
    case .invalidBlockingProbability(let value):
      "target for the blocking probability is \(value); it must be above 0 and at most 1"
    case .invalidServiceLevel(let value):
      "target for the service level is \(value); it must be at least 0 and below 1"
    case .invalidThreshold(let value):
      "acceptable waiting time is \(value) s; it must not be negative"
    case .invalidAverageSpeedOfAnswer(let value):
      "target for the average speed of answer is \(value) s; it must be finite and positive"
    case .invalidWaitProbability(let value):
      "target for the probability of waiting is \(value); it must be above 0 and at most 1"
    case .invalidOccupancy(let value):
      "largest occupancy is \(value); it must be above 0 and at most 1"
    case .invalidPatience(let value):
      "patience is \(value) s; it must be positive, finite and not beyond all handle times"
    case .invalidAbandonmentProbability(let value):
      "target for the abandonment is \(value); it must be above 0 and at most 1"
    case .invalidCapacity(let value):
      "capacity is \(value); it must be at least the agents and at most \(ErlangB.largestServers)"
    case .invalidCustomers(let value):
      "number of customers is \(value); it must be 0 to \(ErlangB.largestServers)"
    case .invalidRate(let value):
      "rate is \(value); it must be finite and not negative"
    case .invalidParameter(let value):
      "parameter of a distribution is \(value), which is outside its domain"
    case .noPatience(let value, let first, let last):
      "no patience leads to \(value); with this load and these agents it is between "
        + "\(min(first, last)) and \(max(first, last))"
    case .invalidIntervals:
      "intervals must be in rising order, with one value for each"
    case .unstable(let offeredLoad, let agents):
      "\(agents) agents cannot carry \(offeredLoad) Erlang; more agents than Erlangs are needed"
    case .limitExceeded(let offeredLoad, let limit):
      "the target takes more than \(limit) at an offered load of \(offeredLoad) Erlang"
    }
  }
}
