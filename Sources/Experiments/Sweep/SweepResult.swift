import Center
public import OutputAnalysis

/// What a sweep found out.
public struct SweepResult: Sendable, Equatable {
  /// How the points lie.
  public let layout: Sweep.Layout
  /// The points, in order.
  public let points: [Point]
  /// The replications of each.
  public let replications: Int
  /// The seed of all random numbers.
  public let seed: UInt64
  /// The number of replications in each group of `Point.groups`.
  let groupSizes: [Double]

  /// What is kept of a point.
  public struct Point: Sendable, Equatable {
    /// The design's name.
    public let name: String
    /// What its costs are in.
    public let currency: String
    /// By place in `Sweep.measures`; `nil` where a measure has no value (0/0).
    public let estimates: [Estimate?]
    /// By place in `Sweep.measures`: how the measure runs over the replications.
    let groups: [GroupedSeries?]
  }

  /// An estimate of a point.
  ///
  /// - Parameters:
  ///   - column: The measure's column, one of the headline measures.
  ///   - point: In `points.indices`.
  public func estimate(of column: String, atPoint point: Int) -> Estimate? {
    Self.place(of: column).flatMap { points[point].estimates[$0] }
  }

  /// Where a measure stands in the points' estimates.
  static func place(of column: String) -> Int? {
    Sweep.measures.firstIndex { Measure.catalogue[$0].column == column }
  }
}

extension SweepResult.Point {
  /// What is kept of a result.
  init(_ result: DesignResult, groups count: Int) {
    name = result.center.name
    currency = result.center.currency
    let everything = Row(level: .all)
    let row = result.rows.firstIndex(of: everything)
    let headline = result.headlineRows.firstIndex { result.rows[$0] == everything }
    estimates = Sweep.measures.map { measure in
      row.flatMap { result.estimate(of: measure, inRow: $0) }
    }
    groups = Sweep.measures.map { measure in
      headline.flatMap { result.replications(of: measure, inHeadlineRow: $0) }
        .flatMap { GroupedSeries($0, groups: count) }
    }
  }
}
