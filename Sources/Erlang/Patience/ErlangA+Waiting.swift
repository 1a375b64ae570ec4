import SpecialFunctions

extension ErlangA {
  /// The mean wait of answered callers [s], those answered at once included.
  ///
  /// A NaN where nobody is answered: with load and without agents.
  public var averageSpeedOfAnswer: Double {
    patience * (line.factor * line.whole.answeredWait) / answerProbability
  }

  /// The mean wait of callers who hang up [s]: the time to abandon.
  public var meanWaitOfAbandoned: Double {
    patience * (line.whole.abandonedWait / line.whole.abandoned)
  }

  /// The mean wait of all callers [s], whatever becomes of them.
  ///
  /// The patience times the fraction that hangs up: waiting callers hang up at a constant rate.
  public var meanWait: Double { patience * abandonmentProbability }

  /// The mean wait of those who wait [s], whatever becomes of them.
  public var meanWaitOfDelayed: Double {
    line.services > 0 ? patience * (line.whole.abandoned / line.whole.mass) : patience
  }

  /// The mean number of callers waiting.
  public var meanQueueLength: Double {
    offeredLoad * (patience / handleTime) * abandonmentProbability
  }

  /// The fraction of callers who are answered within `threshold`.
  ///
  /// - Parameter threshold: A waiting time [s]; `≥ 0`, may be `.infinity`.
  /// - Returns: A probability in `0...answerProbability`.
  /// - Precondition: `threshold` is not negative and not NaN.
  public func answeredFraction(within threshold: Double) -> Double {
    line.immediate + line.factor * line.sums(from: 0, to: scaled(threshold)).answered
  }

  /// The fraction of callers who hang up within `threshold`.
  ///
  /// - Parameter threshold: A waiting time [s]; `≥ 0`, may be `.infinity`.
  /// - Returns: A probability in `0...abandonmentProbability`.
  /// - Precondition: `threshold` is not negative and not NaN.
  public func abandonedFraction(within threshold: Double) -> Double {
    let duration = scaled(threshold)
    return line.factor * line.sums(from: 0, to: duration).abandoned
      + ImpatientLine.patience(duration).leaves * line.waiting(beyond: duration)
  }

  /// The fraction of callers who still wait after `threshold`.
  ///
  /// - Parameter threshold: A waiting time [s]; `≥ 0`. `0` gives `waitProbability`.
  /// - Precondition: `threshold` is not negative and not NaN.
  public func waitingFraction(after threshold: Double) -> Double {
    let duration = scaled(threshold)
    return exp(-duration) * line.waiting(beyond: duration)
  }

  /// The fraction of callers who would have to wait longer than `duration` if they never hung up.
  ///
  /// - Parameter duration: A waiting time [s]; `≥ 0`.
  /// - Precondition: `duration` is not negative and not NaN.
  public func offeredWaitProbability(exceeding duration: Double) -> Double {
    line.waiting(beyond: scaled(duration))
  }

  /// The shortest time within which a fraction of callers could be answered if they never hung
  /// up [s].
  ///
  /// - Parameter probability: A fraction of all callers; in `0...1`. Up to
  ///   `immediateAnswerProbability` the result is `0`; for `1` it is `.infinity`.
  /// - Precondition: `probability` is in `0...1`.
  public func offeredWaitQuantile(_ probability: Double) -> Double {
    quantile(probability, \.mass, of: line.immediate + line.waitProbability)
  }

  /// The shortest wait that a fraction of the answered callers does not exceed [s].
  ///
  /// - Parameter probability: A fraction of answered callers; in `0...1`. `1` gives `.infinity`
  ///   unless nobody waits.
  /// - Precondition: `probability` is in `0...1`.
  public func answeredWaitQuantile(_ probability: Double) -> Double {
    quantile(probability, \.answered, of: answerProbability)
  }

  private func scaled(_ duration: Double) -> Double {
    precondition(duration >= 0, "a waiting time is not negative")
    return duration / patience
  }

  /// Where a part of the sums reaches a fraction of `total`.
  private func quantile(
    _ probability: Double, _ part: KeyPath<LineSums, Double>, of total: Double
  ) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability is in 0...1")
    if line.services == 0 { return line.factor == 0 || probability == 0 ? 0 : .infinity }
    let quantile = WaitQuantile(immediate: line.immediate, factor: line.factor, total: total)
    return patience
      * quantile.value(
        probability, from: max(line.peak, 1e-3),
        below: { line.sums(from: 0, to: $0)[keyPath: part] },
        above: { line.sums(from: $0, to: .infinity)[keyPath: part] })
  }
}
