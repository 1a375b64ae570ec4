public import Center
public import OutputAnalysis

/// Designs compared measure by measure, each with the first, replication by replication.
///
/// All met the same customers. p-values are adjusted over the whole table (Holm), so that the chance
/// of even one false verdict in it is 5 %.
public struct Comparison: Sendable, Equatable {
  /// The designs' names, in the order of the results.
  public let designs: [String]
  /// One line for each design after the first, row and headline measure that both designs have; by
  /// measure, then row, then design.
  public let lines: [Line]

  /// One measure in one row of two designs.
  public struct Line: Sendable, Equatable {
    /// The measure's position in `Measure.catalogue`.
    public let measure: Int
    /// The row.
    public let row: Row
    /// The design compared with, as a position in `designs`.
    public let first: Int
    /// The design compared.
    public let second: Int
    /// Values, difference and its interval, and the p-value of this line alone.
    public let pair: PairedDifference
    /// The p-value adjusted over the table; `nil` where there is none.
    public let pValue: Double?
    /// What the second design is; `nil` for measures of which neither direction is good.
    public let verdict: Verdict?
  }

  /// Which of two designs is better in one measure.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case better
    case worse
    case cannotTell = "cannot tell"
  }

  /// Compares the results of one experiment.
  ///
  /// - Parameter results: Of one experiment, in its order.
  /// - Throws: `ComparisonError` if the designs' calendars differ.
  public init(_ results: [DesignResult]) throws(ComparisonError) {
    try Self.checkCalendars(results.map(\.center))
    designs = results.map(\.center.name)
    var found: [(measure: Int, row: Row, design: Int, pair: PairedDifference)] = []
    for (measure, declared) in Measure.catalogue.enumerated() where declared.isHeadline {
      guard let first = results.first else { break }
      for (index, position) in first.headlineRows.enumerated() {
        let row = first.rows[position]
        guard let base = first.replications(of: measure, inHeadlineRow: index) else { continue }
        for (design, other) in results.enumerated().dropFirst() {
          guard let match = other.headlineRows.firstIndex(where: { other.rows[$0] == row }),
            let series = other.replications(of: measure, inHeadlineRow: match),
            let pair = PairedDifference(first: base, second: series, within: declared.range)
          else { continue }
          found.append((measure, row, design, pair))
        }
      }
    }
    let adjusted = holmAdjusted(found.map(\.pair.pValue))
    lines = zip(found, adjusted).map { line, pValue in
      Line(
        measure: line.measure, row: line.row, first: 0, second: line.design, pair: line.pair,
        pValue: pValue,
        verdict: Measure.catalogue[line.measure].goodDirection.map {
          Verdict(line.pair.difference, pValue: pValue, good: $0)
        })
    }
  }

  /// Refuses designs whose calendars differ: their days are not the same days.
  ///
  /// - Throws: `ComparisonError`, naming the first design that differs from the first.
  public static func checkCalendars(_ centers: [Center]) throws(ComparisonError) {
    guard let first = centers.first else { return }
    for other in centers.dropFirst() where other.calendar != first.calendar {
      throw .differentCalendars(first: first.name, second: other.name)
    }
  }
}

extension Comparison.Verdict {
  /// Better or worse where the adjusted p-value is below 5 % and the interval leaves 0 outside.
  fileprivate init(_ difference: Estimate, pValue: Double?, good: Measure.GoodDirection) {
    guard let pValue, pValue < 0.05, let interval = difference.interval, !interval.contains(0)
    else {
      self = .cannotTell
      return
    }
    self = (difference.value > 0) == (good == .up) ? .better : .worse
  }
}

/// Why designs cannot be compared.
public enum ComparisonError: Error, Hashable {
  /// The two designs, by name, do not have the same calendar.
  case differentCalendars(first: String, second: String)
}
