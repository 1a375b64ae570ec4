import Center
import OutputAnalysis

/// What a staffing has to keep: a bound on a measure of one row, over the counted days or in one
/// interval of them.
public struct StaffingPromise: Sendable, Hashable {
  /// Whom it is about.
  public let row: Row
  /// The measure's position in `Measure.catalogue`.
  public let measure: Int
  /// The counted interval in which it holds; `nil`: over all counted days.
  public let interval: Int?
  /// What the measure has to reach, or not to exceed.
  public let bound: Double
  /// Whether the bound is not to be exceeded, as that of an occupancy.
  public let isCeiling: Bool

  /// How a promise fared in the simulation of a plan.
  public struct Outcome: Sendable, Hashable {
    /// The estimate; `nil` where nobody came.
    public let value: Double?
    /// The one-sided 95 % bound below.
    public let lower: Double
    /// The one-sided 95 % bound above.
    public let upper: Double

    /// An outcome from its parts.
    public init(value: Double?, lower: Double, upper: Double) {
      self.value = value
      self.lower = lower
      self.upper = upper
    }

    /// Where nobody came nothing is broken.
    static let idle = Outcome(value: nil, lower: -.infinity, upper: .infinity)
    /// What a plan that cannot be has: it keeps nothing.
    static let impossible = Outcome(value: 0, lower: -.infinity, upper: .infinity)
  }

  /// Which of the one-sided 95 % bounds has to be on the right side of what is promised.
  enum Certainty {
    /// The one nearer to a miss: the promise is kept for sure.
    case kept
    /// The other: it is not broken for sure.
    case notBroken
  }

  /// How far the bound that counts is on the right side of what is promised; negative: how far on
  /// the wrong one. Infinite where nobody came.
  func slack(_ outcome: Outcome, _ certainty: Certainty = .kept) -> Double {
    if outcome.value == nil { return .infinity }
    if outcome == .impossible { return -.infinity }
    let isLower = (certainty == .kept) != isCeiling
    let end = isLower ? outcome.lower : outcome.upper
    return isCeiling ? bound - end : end - bound
  }

  /// How much worse the second plan does; 0 where it does as well.
  func loss(from first: Outcome, to second: Outcome) -> Double {
    guard let before = first.value, let after = second.value else { return 0 }
    return max(0, isCeiling ? after - before : before - after)
  }

  /// Whether the promise is kept, is broken, or cannot be told either way: by the one-sided 95 %
  /// bounds.
  public func verdict(_ outcome: Outcome) -> Verdict {
    if slack(outcome) >= 0 { return .kept }
    return slack(outcome, .notBroken) < 0 ? .broken : .undecided
  }

  /// What one-sided bounds at 95 % say.
  public enum Verdict: String, Sendable, Hashable {
    /// Both bounds are on the right side of what is promised.
    case kept
    /// Both are on the wrong side.
    case broken
    /// It lies between them.
    case undecided
  }
}

/// Over what a staffing has to keep the targets of its scenario.
public enum StaffingGoal: String, Sendable, Hashable, CaseIterable {
  /// As the targets say: over the horizon, or on a share of days.
  case targets
  /// Live channels in every single counted interval; deferred ones and conversations in turns as
  /// their targets say.
  case intervals
}

extension DesignResult {
  /// What the staffing of a design has to keep.
  static func promises(
    of center: Center, queues: [Queue], goal: StaffingGoal
  ) -> [StaffingPromise] {
    let catalogue = Measure.catalogue
    let targets = promises(of: center, queues: queues).flatMap { promise -> [StaffingPromise] in
      let byInterval = promise.intervalMeasure
      guard goal == .intervals, !promise.isDeferred,
        catalogue[byInterval].byInterval == .estimate
      else {
        return [
          StaffingPromise(
            row: promise.row, measure: promise.measure, interval: nil, bound: promise.bound,
            isCeiling: false)
        ]
      }
      return (0..<center.calendar.countedIntervals.count).map { interval in
        StaffingPromise(
          row: promise.row, measure: byInterval, interval: interval, bound: promise.level,
          isCeiling: false)
      }
    }
    guard let occupancy = Measure.position(of: "occupancy") else { return targets }
    return targets
      + center.teams.compactMap { team in
        team.maxOccupancy.map {
          StaffingPromise(
            row: Row(level: .team, name: team.name), measure: occupancy, interval: nil, bound: $0,
            isCeiling: true)
        }
      }
  }

  /// How each promise fared.
  func outcomes(of promises: [StaffingPromise]) -> [StaffingPromise.Outcome] {
    let correction = SkewnessCorrection(count: replications, confidence: 0.9)
    return promises.map { promise in
      guard let row = rows.firstIndex(of: promise.row) else { return .idle }
      var estimate: Estimate?
      if let interval = promise.interval {
        if let place = intervalRows.firstIndex(of: row) {
          estimate = self.estimate(
            of: promise.measure, inIntervalRow: place, interval: interval,
            correction: correction)
        }
      } else {
        estimate = self.estimate(of: promise.measure, inRow: row, correction: correction)
      }
      guard let estimate else { return .idle }
      return StaffingPromise.Outcome(
        value: estimate.value, lower: estimate.lower ?? -.infinity,
        upper: estimate.upper ?? .infinity)
    }
  }
}
