/// Count, sums, means and central moments to order three of a series of pairs (x, y).
///
/// What a ratio of sums Σx / Σy needs for its interval without the single pairs: numerator and
/// denominator of a measure in each replication. Merging in a fixed order gives the same bytes
/// whoever computed the parts.
///
/// Source: Chan, Golub, LeVeque (1983); Pébay (2008), for the mixed moments.
@frozen
public struct BivariateMoments: Sendable, Equatable, BitwiseCopyable {
  /// The number of pairs.
  public private(set) var count: Int
  /// Σ x.
  public private(set) var sumX: Double
  /// Σ y.
  public private(set) var sumY: Double
  var centerX: Double
  var centerY: Double
  /// The sums of products of deviations from the means.
  public private(set) var central: CentralSums

  /// Sums of products of deviations: `c21` is Σ (x − x̄)² (y − ȳ).
  @frozen
  public struct CentralSums: Sendable, Equatable, BitwiseCopyable {
    /// Second order: Σ of the squares and of the product.
    public var c20, c11, c02: Double
    /// Third order: Σ of the cubes and of the mixed products.
    public var c30, c21, c12, c03: Double

    /// All zero.
    public init() {
      c20 = 0
      c11 = 0
      c02 = 0
      c30 = 0
      c21 = 0
      c12 = 0
      c03 = 0
    }

    /// The same `weight` points seen from a center that lies (`x`, `y`) below their mean.
    func moved(x: Double, y: Double, weight: Double) -> CentralSums {
      var moved = self
      moved.c30 += x * (3 * c20 + weight * x * x)
      moved.c21 += 2 * x * c11 + y * c20 + weight * x * x * y
      moved.c12 += 2 * y * c11 + x * c02 + weight * x * y * y
      moved.c03 += y * (3 * c02 + weight * y * y)
      moved.c20 += weight * x * x
      moved.c11 += weight * x * y
      moved.c02 += weight * y * y
      return moved
    }

    static func += (sums: inout CentralSums, others: CentralSums) {
      sums.c20 += others.c20
      sums.c11 += others.c11
      sums.c02 += others.c02
      sums.c30 += others.c30
      sums.c21 += others.c21
      sums.c12 += others.c12
      sums.c03 += others.c03
    }
  }

  /// No pairs yet.
  public init() {
    self.init(count: 0, x: 0, y: 0)
  }

  init(count: Int, x: Double, y: Double) {
    self.count = count
    sumX = x
    sumY = y
    centerX = x
    centerY = y
    central = CentralSums()
  }

  /// Adds one pair.
  ///
  /// - Complexity: O(1).
  public mutating func add(x: Double, y: Double) {
    if x == centerX, y == centerY, count > 0, central == CentralSums() {
      // A constant series so far, most often an interval in which nothing happens.
      count += 1
      sumX += x
      sumY += y
      return
    }
    merge(BivariateMoments(count: 1, x: x, y: y))
  }

  /// Adds the same pair `repeats` times, as for the replications in which nothing happened.
  ///
  /// - Complexity: O(1).
  public mutating func add(x: Double, y: Double, repeats: Int) {
    guard repeats > 0 else { return }
    var constant = BivariateMoments(count: repeats, x: x, y: y)
    constant.sumX = x * Double(repeats)
    constant.sumY = y * Double(repeats)
    merge(constant)
  }

  /// Adds all the pairs of another series.
  ///
  /// - Complexity: O(1).
  public mutating func merge(_ other: BivariateMoments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let own = Double(count)
    let others = Double(other.count)
    let share = others / (own + others)
    let differenceX = other.centerX - centerX
    let differenceY = other.centerY - centerY
    let shiftX = differenceX * share
    let shiftY = differenceY * share
    central = central.moved(x: -shiftX, y: -shiftY, weight: own)
    central += other.central.moved(
      x: differenceX - shiftX, y: differenceY - shiftY, weight: others)
    centerX += shiftX
    centerY += shiftY
    sumX += other.sumX
    sumY += other.sumY
    count += other.count
  }
}
