/// Numerator and denominator of one measure in each of a series of replications.
///
/// Appended replication by replication within a block, and block by block, it has the same ratio, to
/// the last bit, as `BivariateMoments` to which the same was done: a comparison shows the value that
/// the summary shows.
public struct RatioSeries: Sendable, Equatable {
  /// The numerators, by replication.
  public private(set) var numerators: [Double] = []
  /// The denominators, by replication.
  public private(set) var denominators: [Double] = []
  /// Σ of the numerators.
  public private(set) var numeratorSum = 0.0
  /// Σ of the denominators.
  public private(set) var denominatorSum = 0.0

  /// No replications yet.
  public init() {}

  /// A series from its replications.
  ///
  /// - Precondition: Both have the same number.
  public init(numerators: [Double], denominators: [Double]) {
    precondition(numerators.count == denominators.count, "a ratio needs pairs")
    for index in numerators.indices {
      append(numerator: numerators[index], denominator: denominators[index])
    }
  }

  /// The number of replications.
  public var count: Int { numerators.count }

  /// Adds one replication.
  public mutating func append(numerator: Double, denominator: Double) {
    numerators.append(numerator)
    denominators.append(denominator)
    numeratorSum += numerator
    denominatorSum += denominator
  }

  /// Adds the replications of a later block.
  public mutating func append(_ later: RatioSeries) {
    numerators += later.numerators
    denominators += later.denominators
    numeratorSum += later.numeratorSum
    denominatorSum += later.denominatorSum
  }

  /// The ratio of sums; `nil` where the denominators sum to 0.
  ///
  /// - Complexity: O(`count`).
  public var ratio: Double? {
    guard denominatorSum != 0 else { return nil }
    let isConstant =
      numerators.allSatisfy { $0 == numerators[0] }
      && denominators.allSatisfy { $0 == denominators[0] }
    return isConstant ? numerators[0] / denominators[0] : numeratorSum / denominatorSum
  }

  /// How far a replication is from the ratio: x − R·y.
  func residual(_ index: Int, ratio: Double) -> Double {
    numerators[index] - ratio * denominators[index]
  }
}
