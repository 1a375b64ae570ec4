/// What every model of a queue with abandonment can be asked.
///
/// Fractions are of callers offered: those who got in, whether they wait or not. Whoever is
/// blocked is outside them.
public protocol QueueModel: Sendable {
  /// The fraction of offered callers who cannot be answered at once.
  var waitProbability: Double { get }

  /// The fraction of offered callers who hang up.
  var abandonmentProbability: Double { get }

  /// The fraction of offered callers who are answered.
  var answerProbability: Double { get }

  /// The fraction of entered callers who find no free line and are turned away.
  var blockingProbability: Double { get }

  /// The mean wait of answered callers [s], those answered at once included.
  var averageSpeedOfAnswer: Double { get }

  /// The mean wait of callers who hang up [s]; a NaN where nobody does.
  var meanWaitOfAbandoned: Double { get }

  /// The mean wait of offered callers [s], whatever becomes of them.
  var meanWait: Double { get }

  /// The mean number of callers waiting.
  var meanQueueLength: Double { get }

  /// The fraction of its time that an agent is busy; `0` without agents.
  var occupancy: Double { get }

  /// The fraction of offered callers who are answered within a time [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  func answeredFraction(within threshold: Double) -> Double

  /// The fraction of offered callers who hang up within a time [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  func abandonedFraction(within threshold: Double) -> Double

  /// The fraction of offered callers who still wait after a time [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  func waitingFraction(after threshold: Double) -> Double

  /// The shortest wait that a fraction of the answered callers does not exceed [s].
  ///
  /// - Parameter probability: A fraction of answered callers; in `0...1`. `1` gives `.infinity`
  ///   unless nobody waits.
  /// - Precondition: `probability` is in `0...1`.
  func answeredWaitQuantile(_ probability: Double) -> Double
}

extension QueueModel {
  /// The service level under one of the definitions in use.
  ///
  /// - Parameters:
  ///   - threshold: The acceptable waiting time [s]; `≥ 0`.
  ///   - definition: What counts; callers offered unless given.
  /// - Returns: A probability in `0...1`; a NaN where nobody counts.
  /// - Precondition: Times are not negative and not NaN.
  public func serviceLevel(
    within threshold: Double, counting definition: ServiceLevelDefinition = .ofOffered
  ) -> Double {
    // Rounding may leave a sum of probabilities a last bit above 1.
    let answered = min(1, answeredFraction(within: threshold))
    switch definition {
    case .ofOffered: return answered
    case .excludingAbandonsInTime: return answered / (answered + waitingFraction(after: threshold))
    case .abandonsInTimeAsMet:
      let late = waitingFraction(after: threshold)
      return late < 0.5 ? 1 - late : answered + abandonedFraction(within: threshold)
    case .ofAnswered: return min(1, answered / answerProbability)
    case .excludingAbandons(let short):
      let counted = answeredFraction(within: short) + waitingFraction(after: short)
      return min(1, answered / counted)
    case .ofEntered: return answered * (1 - blockingProbability)
    }
  }

  /// The shortest wait that a fraction of the answered callers does not exceed [s], found by halving
  /// on `answeredFraction(within:)`: accurate to the rounding of that.
  ///
  /// - Parameter probability: A fraction of answered callers; in `0...1`. `1` gives `.infinity`
  ///   unless nobody waits.
  /// - Precondition: `probability` is in `0...1`.
  /// - Complexity: About 70 evaluations of `answeredFraction(within:)`.
  public func answeredWaitQuantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "a probability is in 0...1")
    let wanted = probability * answerProbability
    if waitProbability == 0 || wanted <= answeredFraction(within: 0) { return 0 }
    if probability == 1 { return .infinity }
    return leastReached(from: 1) { answeredFraction(within: $0) >= wanted }
  }

  /// The fraction of offered callers who are answered at once.
  public var immediateAnswerProbability: Double { answeredFraction(within: 0) }
}
