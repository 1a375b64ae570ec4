extension GeneralPatienceQueue {
  /// The fraction of callers who hang up.
  public var abandonmentProbability: Double { min(1, factor * whole.abandoned) }

  /// The fraction of callers who are answered.
  public var answerProbability: Double {
    min(1, immediateAnswerProbability + factor * whole.answered)
  }

  /// Nobody is turned away.
  public var blockingProbability: Double { 0 }

  /// The mean wait of answered callers [s]; a NaN where nobody is answered.
  public var averageSpeedOfAnswer: Double { factor * whole.answeredWait / answerProbability }

  /// The mean wait of callers who hang up [s]; a NaN where nobody does.
  public var meanWaitOfAbandoned: Double { whole.abandonedWait / whole.abandoned }

  /// The mean wait of all callers [s].
  public var meanWait: Double { factor * (whole.answeredWait + whole.abandonedWait) }

  /// The mean wait of those who wait [s], whatever becomes of them; a NaN where nobody does.
  public var meanWaitOfDelayed: Double {
    (whole.answeredWait + whole.abandonedWait) / whole.mass
  }

  /// The mean number of callers waiting.
  public var meanQueueLength: Double { offeredLoad / handleTime * meanWait }

  /// The fraction of its time that an agent is busy; `0` without agents.
  public var occupancy: Double {
    agents == 0 ? 0 : min(1, offeredLoad * answerProbability / Double(agents))
  }

  /// The fraction of callers who are answered within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func answeredFraction(within threshold: Double) -> Double {
    immediateAnswerProbability + factor * sums(threshold).below.answered
  }

  /// The fraction of callers who hang up within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func abandonedFraction(within threshold: Double) -> Double {
    let (below, above) = sums(threshold)
    return factor * (below.abandoned + patience.leaving(threshold) * above.mass)
  }

  /// The fraction of callers who still wait after `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func waitingFraction(after threshold: Double) -> Double {
    factor * patience.survival(threshold) * sums(threshold).above.mass
  }

  /// The fraction of callers who would have to wait longer if they never hung up.
  ///
  /// - Parameter duration: A waiting time [s]; `≥ 0`.
  /// - Precondition: `duration` is not negative and not NaN.
  public func offeredWaitProbability(exceeding duration: Double) -> Double {
    factor * sums(duration).above.mass
  }

  /// The shortest time within which a fraction of callers could be answered if they never hung
  /// up [s].
  ///
  /// - Parameter probability: A fraction of all callers; in `0...1`. Up to
  ///   `immediateAnswerProbability` the result is `0`; for `1` it is `.infinity`.
  /// - Precondition: `probability` is in `0...1`.
  /// - Complexity: About 70 integrals.
  public func offeredWaitQuantile(_ probability: Double) -> Double {
    quantile(probability, \.mass, of: immediateAnswerProbability + waitProbability)
  }

  /// The shortest wait that a fraction of the answered callers does not exceed [s].
  ///
  /// - Parameter probability: A fraction of answered callers; in `0...1`. `1` gives `.infinity`
  ///   unless nobody waits.
  /// - Precondition: `probability` is in `0...1`.
  /// - Complexity: About 70 integrals.
  public func answeredWaitQuantile(_ probability: Double) -> Double {
    quantile(probability, \.answered, of: answerProbability)
  }

  private func quantile(
    _ probability: Double, _ part: KeyPath<LineSums, Double>, of total: Double
  ) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability is in 0...1")
    guard let line else { return factor == 0 || probability == 0 ? 0 : .infinity }
    return WaitQuantile(immediate: immediateAnswerProbability, factor: factor, total: total)
      .value(
        probability, from: max(line.peak, 1e-3 / line.services),
        below: { line.sums(splitAt: $0).below[keyPath: part] },
        above: { line.sums(splitAt: $0).above[keyPath: part] })
  }

  private func sums(_ threshold: Double) -> (below: LineSums, above: LineSums) {
    precondition(threshold >= 0, "a waiting time is not negative")
    // An offered wait that is endless is beyond any threshold.
    return line?.sums(splitAt: threshold) ?? (LineSums(), LineSums(mass: whole.mass))
  }
}
