/// What a number of agents must reach where callers may hang up or find no line free.
public enum QueueTarget: Equatable, Sendable {
  /// At least this fraction, in `0..<1`, is to be answered within a time [s].
  case serviceLevel(Double, within: Double, counting: ServiceLevelDefinition = .ofOffered)

  /// The mean wait of answered callers is to be at most this [s].
  case averageSpeedOfAnswer(Double)

  /// At most this fraction of callers, above `0`, is to wait at all.
  case waitProbability(Double)

  /// At most this fraction of callers, above `0`, is to hang up.
  case abandonmentProbability(Double)

  /// Agents are to be busy for at most this fraction of their time, above `0`.
  case occupancy(max: Double)

  /// Throws the case that names the first value outside its domain.
  func validate() throws(ErlangError) {
    switch self {
    case .serviceLevel(let level, let threshold, let definition):
      guard level >= 0, level < 1 else { throw .invalidServiceLevel(level) }
      guard threshold >= 0 else { throw .invalidThreshold(threshold) }
      try definition.validate()
    case .averageSpeedOfAnswer(let duration):
      guard duration > 0, duration < .infinity else {
        throw .invalidAverageSpeedOfAnswer(duration)
      }
    case .waitProbability(let probability):
      guard probability > 0, probability <= 1 else { throw .invalidWaitProbability(probability) }
    case .abandonmentProbability(let probability):
      guard probability > 0, probability <= 1 else {
        throw .invalidAbandonmentProbability(probability)
      }
    case .occupancy(let largest):
      guard largest > 0, largest <= 1 else { throw .invalidOccupancy(largest) }
    }
  }
}

extension QueueModel {
  /// Whether this number of agents reaches `target`.
  public func meets(_ target: QueueTarget) -> Bool { comparison(target).isReached }

  /// What `target` is about, and what it asks for.
  func comparison(_ target: QueueTarget) -> TargetComparison {
    switch target {
    case .serviceLevel(let level, let threshold, let definition):
      .init(
        value: serviceLevel(within: threshold, counting: definition), bound: level, isLeast: true)
    case .averageSpeedOfAnswer(let duration):
      .init(value: averageSpeedOfAnswer, bound: duration, isLeast: false)
    case .waitProbability(let probability):
      .init(value: waitProbability, bound: probability, isLeast: false)
    case .abandonmentProbability(let probability):
      .init(value: abandonmentProbability, bound: probability, isLeast: false)
    case .occupancy(let largest):
      .init(value: occupancy, bound: largest, isLeast: false)
    }
  }

  /// How this number of agents does on `target`.
  func margin(_ target: QueueTarget) -> AgentSearch.Margin { comparison(target).margin }
}
