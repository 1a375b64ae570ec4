import SpecialFunctions

extension ErlangA {
  /// The mean patience at which a share of callers hangs up, all else given.
  ///
  /// The less patient the callers, the more of them hang up: from all who would find every agent
  /// busy if nobody waited (Erlang B) down to those whom the agents cannot serve at all.
  ///
  ///     try ErlangA.patience(
  ///       offeredLoad: 40, handleTime: 360, agents: 42, abandonment: 0.05)  // about three minutes
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and positive.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - agents: The number of agents; in `1...largestAgents`.
  ///   - abandonment: The share of callers who hang up; in the open interval (0, 1).
  /// - Returns: The mean patience [s], 10⁻⁹ to 10⁹ handle times, which gives the share back within
  ///   1e-12 relative (`PatienceInversionTests`).
  /// - Throws: `ErlangError`; ``ErlangError/noPatience(_:between:and:)`` where no patience leads to
  ///   the share.
  /// - Complexity: Some 60 evaluations of the model.
  public static func patience(
    offeredLoad: Double, handleTime: Double, agents: Int, abandonment: Double
  ) throws(ErlangError) -> Double {
    guard abandonment > 0, abandonment < 1 else {
      throw .invalidAbandonmentProbability(abandonment)
    }
    return try patience(
      offeredLoad: offeredLoad, handleTime: handleTime, agents: agents, reaching: abandonment
    ) { $0.abandonmentProbability }
  }

  /// The mean patience at which all callers wait so long on average, those who hang up included.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and positive.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - agents: The number of agents; in `1...largestAgents`.
  ///   - meanWait: The mean wait of all callers [s]; finite and positive.
  /// - Returns: The mean patience [s], 10⁻⁹ to 10⁹ handle times, which gives the wait back within
  ///   1e-12 relative (`PatienceInversionTests`).
  /// - Throws: `ErlangError`; ``ErlangError/noPatience(_:between:and:)`` where no patience leads to
  ///   the wait: with enough agents it has a limit (Erlang C).
  /// - Complexity: Some 60 evaluations of the model.
  public static func patience(
    offeredLoad: Double, handleTime: Double, agents: Int, meanWait: Double
  ) throws(ErlangError) -> Double {
    guard meanWait > 0, meanWait < .infinity else {
      throw .invalidAverageSpeedOfAnswer(meanWait)
    }
    return try patience(
      offeredLoad: offeredLoad, handleTime: handleTime, agents: agents, reaching: meanWait
    ) { $0.meanWait }
  }

  /// Finds the patience at which a measure that is monotone in it has a value.
  private static func patience(
    offeredLoad: Double, handleTime: Double, agents: Int, reaching value: Double,
    measure: (ErlangA) -> Double
  ) throws(ErlangError) -> Double {
    guard offeredLoad > 0 else { throw .invalidOfferedLoad(offeredLoad) }
    guard agents > 0 else { throw .invalidAgents(agents) }
    func excess(_ logarithm: Double) throws(ErlangError) -> Double {
      measure(
        try ErlangA(
          offeredLoad: offeredLoad, handleTime: handleTime, patience: exp(logarithm),
          agents: agents)) - value
    }
    try validate(offeredLoad, handleTime, handleTime)
    let reach = 9 * log(10)
    var low = log(handleTime) - reach
    var high = log(handleTime) + reach
    let (first, last) = (try excess(low), try excess(high))
    guard first * last <= 0 else {
      throw .noPatience(value, between: first + value, and: last + value)
    }
    // The measures are smooth and monotone: bisection needs no care and 60 steps.
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return exp(middle) }
      let here = try excess(middle)
      if here == 0 { return exp(middle) }
      if (here < 0) == (first < 0) { low = middle } else { high = middle }
    }
  }
}
