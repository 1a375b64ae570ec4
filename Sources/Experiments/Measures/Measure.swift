import CenterSimulation
public import OutputAnalysis

/// A reported measure: its column, what it means, and how it follows from what was booked.
///
/// Every measure is a ratio of sums over replications, numerator over denominator; a count has the
/// denominator 1 in each replication, so that its estimate is the mean of replications. One
/// declaration serves columns, estimates, comparison and the description of the files.
public struct Measure: Sendable {
  /// The column's name: `snake_case`, the unit as suffix.
  public let column: String
  /// The unit.
  public let unit: Unit
  /// What it means, in one sentence.
  public let meaning: String
  /// Which way is better; `nil` where neither is, and then a comparison has no verdict.
  public let goodDirection: GoodDirection?
  /// The rows in which it has a meaning.
  public let scopes: RowScopes
  /// What it can be; intervals are kept inside.
  public let range: PossibleRange
  /// Whether it stands in the table that designs are compared by.
  public let isHeadline: Bool
  /// What is kept of it interval by interval.
  public let byInterval: IntervalDetail
  /// Whether it has a value for each single day.
  public let isDaily: Bool
  /// What is summed over replications above the line.
  public let numerator: @Sendable (RowTally) -> Double
  /// What is summed over replications below the line; 1 for a count.
  public let denominator: @Sendable (RowTally) -> Double
  /// Whether it is a count or another sum per replication.
  public let isSum: Bool

  /// Which way a measure gets better.
  public enum GoodDirection: Sendable, Hashable {
    case up, down
  }

  /// What is kept of a measure interval by interval.
  public enum IntervalDetail: Sendable, Hashable {
    /// Nothing.
    case none
    /// The mean over replications.
    case mean
    /// The mean and its interval.
    case estimate
  }

  /// Units of measures.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// 0…1.
    case share
    /// Seconds.
    case seconds = "s"
    /// Hours.
    case hours = "h"
    /// Contacts, issues, sessions or intervals per replication.
    case count
    /// An average number of contacts or agents.
    case mean
    /// In the scenario's currency.
    case money
    /// A plain quotient.
    case ratio
  }
}

extension Measure {
  /// A count of contacts per replication.
  static func contacts(
    _ column: String, _ meaning: String, byInterval: IntervalDetail = .mean,
    _ part: @escaping @Sendable (QueueTally) -> Double
  ) -> Measure {
    .sum(column, .count, meaning, in: .contacts, byInterval: byInterval) { $0.sum(part) }
  }

  /// A sum per replication.
  static func sum(
    _ column: String, _ unit: Unit, _ meaning: String, good: GoodDirection? = nil,
    in scopes: RowScopes, range: PossibleRange = .nonnegative, headline: Bool = false,
    byInterval: IntervalDetail = .none, daily: Bool = true,
    _ part: @escaping @Sendable (RowTally) -> Double
  ) -> Measure {
    Measure(
      column: column, unit: unit, meaning: meaning, goodDirection: good, scopes: scopes,
      range: range, isHeadline: headline, byInterval: byInterval, isDaily: daily,
      numerator: part, denominator: { _ in 1 }, isSum: true)
  }

  /// A ratio of sums.
  static func ratio(
    _ column: String, _ unit: Unit, _ meaning: String, good: GoodDirection? = nil,
    in scopes: RowScopes, headline: Bool = false, byInterval: IntervalDetail = .none,
    daily: Bool = true, of numerator: @escaping @Sendable (RowTally) -> Double,
    to denominator: @escaping @Sendable (RowTally) -> Double
  ) -> Measure {
    Measure(
      column: column, unit: unit, meaning: meaning, goodDirection: good, scopes: scopes,
      range: unit == .share ? .share : .nonnegative, isHeadline: headline,
      byInterval: byInterval, isDaily: daily, numerator: numerator, denominator: denominator,
      isSum: false)
  }

  /// The measure's value in a row of one stretch of time; `nil` for 0/0.
  public func value(of tally: RowTally) -> Double? {
    let below = denominator(tally)
    return below == 0 ? nil : numerator(tally) / below
  }
}
