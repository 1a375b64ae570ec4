/// Count, sum, mean and central moments to order three of a series of values.
///
/// Points are added one by one, and two summaries merge into that of both series together, so
/// that blocks of replications can be summarised apart. Merging in a fixed order gives the same
/// bytes whoever computed the parts. A constant series has a variance of exactly zero, and the
/// mean of integers is the correctly rounded quotient of their exact sum.
///
/// Source: Chan, Golub, LeVeque (1983); Pébay (2008), for the third order.
@frozen
public struct Moments: Sendable, Equatable, BitwiseCopyable {
  /// The number of values.
  public private(set) var count: Int
  /// The sum of the values.
  public private(set) var sum: Double
  /// The running mean, from which the deviations are taken. Exact for a constant series.
  var center: Double
  /// Σ (x − mean)².
  public private(set) var squares: Double
  /// Σ (x − mean)³.
  public private(set) var cubes: Double

  /// No values yet.
  public init() {
    self.init(count: 0, sum: 0, center: 0, squares: 0, cubes: 0)
  }

  init(count: Int, sum: Double, center: Double, squares: Double, cubes: Double) {
    self.count = count
    self.sum = sum
    self.center = center
    self.squares = squares
    self.cubes = cubes
  }

  /// The mean; `nil` without values.
  public var mean: Double? {
    guard count > 0 else { return nil }
    // The sum is exact where the running mean is not (integers), and the other way round for a
    // constant series.
    return squares == 0 ? center : sum / Double(count)
  }

  /// The unbiased variance; `nil` for fewer than two values.
  public var variance: Double? {
    count > 1 ? squares / Double(count - 1) : nil
  }

  /// The skewness of the values as a population, g₁ = m₃ / m₂^{3/2}; `0` for a constant series.
  public var skewness: Double {
    guard squares > 0 else { return 0 }
    let second = squares / Double(count)
    return cubes / Double(count) / (second * second.squareRoot())
  }

  /// Adds one value.
  ///
  /// - Complexity: O(1).
  public mutating func add(_ value: Double) {
    merge(Moments(count: 1, sum: value, center: value, squares: 0, cubes: 0))
  }

  /// Adds all the values of another series.
  ///
  /// - Complexity: O(1).
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let own = Double(count)
    let others = Double(other.count)
    let difference = other.center - center
    let shift = difference * (others / (own + others))
    // Both series, seen from the common mean: this one lies `-shift` away, the other `rest`.
    let rest = difference - shift
    cubes =
      cubes - shift * (3 * squares + own * shift * shift)
      + (other.cubes + rest * (3 * other.squares + others * rest * rest))
    squares =
      squares + own * shift * shift
      + (other.squares + others * rest * rest)
    center += shift
    sum += other.sum
    count += other.count
  }
}
