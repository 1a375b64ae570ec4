import SpecialFunctions

extension ErlangC {
  /// The mean wait of those who wait [s]: AHT/(n − a).
  ///
  /// Also the mean of what is left of the wait at any moment of it. `.infinity` without load and
  /// without agents.
  public var meanWaitOfDelayed: Double { handleTime / spareAgents }

  /// The mean wait of all callers [s], also those who do not wait: C·AHT/(n − a).
  public var averageSpeedOfAnswer: Double {
    waitProbability == 0 ? 0 : waitProbability * meanWaitOfDelayed
  }

  /// The mean number of callers waiting: C·a/(n − a).
  public var meanQueueLength: Double {
    waitProbability == 0 ? 0 : waitProbability * offeredLoad / spareAgents
  }

  /// The fraction of callers who wait longer than `duration`: C·e^(−(n − a)·t/AHT).
  ///
  /// - Parameter duration: A waiting time [s]; `≥ 0`. `0` gives `waitProbability`, `.infinity`
  ///   gives `0`.
  /// - Returns: A probability in `0...1`, within `1e-12` relative where it is above 1e-300
  ///   (`ErlangCTests`).
  /// - Precondition: `duration` is not negative and not NaN.
  public func waitProbability(exceeding duration: Double) -> Double {
    waitProbability == 0 ? 0 : waitProbability * exp(-decay(in: duration))
  }

  /// The fraction of callers who wait no longer than `threshold`: Pr{W ≤ t}.
  ///
  /// Every caller counts, and all are answered in the end. Below one half it is summed from the
  /// callers who do not wait and those who wait briefly, so that small service levels are as
  /// accurate as large ones.
  ///
  /// - Parameter threshold: The acceptable waiting time [s]; `≥ 0`. `0` gives
  ///   `immediateAnswerProbability`, `.infinity` gives `1`.
  /// - Returns: A probability in `0...1`, within `1e-12` relative (`ErlangCTests`).
  /// - Precondition: `threshold` is not negative and not NaN.
  public func serviceLevel(within threshold: Double) -> Double {
    let late = waitProbability(exceeding: threshold)
    if late <= 0.5 { return 1 - late }
    return immediateAnswerProbability + waitProbability * -expm1(-decay(in: threshold))
  }

  /// The shortest time that a fraction `probability` of the callers does not exceed [s].
  ///
  /// - Parameter probability: A fraction of all callers; in `0...1`. Up to
  ///   `immediateAnswerProbability` the result is `0`, for `1` it is `.infinity` (`0` where nobody
  ///   waits).
  /// - Returns: A waiting time [s], `≥ 0`.
  /// - Precondition: `probability` is in `0...1`.
  public func waitQuantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability is in 0...1")
    let beyond = probability - immediateAnswerProbability
    if waitProbability == 0 || beyond <= 0 { return 0 }
    if probability == 1 { return .infinity }
    // C/(1 − p) = 1 + (p − (1 − C))/(1 − p).
    return meanWaitOfDelayed * log1p(beyond / (1 - probability))
  }

  /// (n − a)·t/AHT.
  private func decay(in duration: Double) -> Double {
    precondition(duration >= 0, "a waiting time is not negative")
    return spareAgents * duration / handleTime
  }
}
