/// Agents by interval from a stationary formula, although arrivals vary over time.
///
/// Sources: Green, Kolesar and Soares (2001), "Improving the SIPP approach for staffing service
/// systems that have cyclic demands"; Jennings, Mandelbaum, Massey and Whitt (1996), "Server
/// staffing to meet time-varying demand".
public struct IntervalStaffing: Sendable {
  /// Which load of an interval goes into the formula.
  public enum Method: String, CaseIterable, Sendable {
    /// Stationary independent period by period: the mean arrival rate of the interval.
    case sipp

    /// The largest arrival rate of the interval.
    case sippMax

    /// The mean arrival rate of the interval one mean handle time earlier.
    case sippLag

    /// The largest arrival rate of the interval one mean handle time earlier.
    case sippLagMax

    /// The mean over the interval of the offered load over time.
    case modifiedOfferedLoadMean

    /// The largest offered load over time in the interval.
    case modifiedOfferedLoadPeak
  }

  /// The load over time, which knows the arrivals and the handle time.
  public let load: OfferedLoadOverTime

  /// Times [s] at which the number of agents may change; rising.
  public let boundaries: [Double]

  /// - Throws: `ErlangError.invalidIntervals` where the boundaries do not rise.
  public init(load: OfferedLoadOverTime, boundaries: [Double]) throws(ErlangError) {
    try PiecewiseRate.validate(boundaries: boundaries)
    self.load = load
    self.boundaries = boundaries
  }

  /// The offered load that a method takes for each interval [Erlang].
  public func offeredLoads(_ method: Method) -> [Double] {
    zip(boundaries, boundaries.dropFirst()).map { start, end in
      let handleTime = load.handleTime
      return switch method {
      case .sipp: handleTime * load.arrivals.mean(from: start, to: end)
      case .sippMax: handleTime * load.arrivals.maximum(from: start, to: end)
      case .sippLag:
        handleTime * load.arrivals.mean(from: start - handleTime, to: end - handleTime)
      case .sippLagMax:
        handleTime * load.arrivals.maximum(from: start - handleTime, to: end - handleTime)
      case .modifiedOfferedLoadMean: load.meanLoad(from: start, to: end)
      case .modifiedOfferedLoadPeak: load.peakLoad(from: start, to: end)
      }
    }
  }

  /// The agents that reach `target` in each interval by Erlang C, or by Erlang A with a mean
  /// patience [s].
  ///
  /// - Throws: `ErlangError` of the formula.
  public func requiredAgents(
    _ method: Method, patience: Double? = nil, target: QueueTarget
  ) throws(ErlangError) -> [Int] {
    var agents: [Int] = []
    for offeredLoad in offeredLoads(method) {
      if let patience {
        agents.append(
          try ErlangA.requiredAgents(
            offeredLoad: offeredLoad, handleTime: load.handleTime, patience: patience,
            target: target))
      } else {
        try target.validate()
        agents.append(
          try ErlangC.requiredAgents(
            offeredLoad: offeredLoad, handleTime: load.handleTime, target: target.ofPatient))
      }
    }
    return agents
  }
}

extension QueueTarget {
  /// The same target where nobody hangs up: all service levels are one, and no abandonment is
  /// exceeded by any number of agents that carries the load.
  var ofPatient: ErlangC.Target {
    switch self {
    case .serviceLevel(let level, let threshold, _): .serviceLevel(level, within: threshold)
    case .averageSpeedOfAnswer(let duration): .averageSpeedOfAnswer(duration)
    case .waitProbability(let probability): .waitProbability(probability)
    case .abandonmentProbability: .waitProbability(1)
    case .occupancy(let largest): .occupancy(max: largest)
    }
  }
}
