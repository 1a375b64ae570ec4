/// How the days differ: the distribution of a measure's daily values over all replications.
///
/// A histogram of fixed resolution, so that it merges exactly in any order and its size does not
/// grow with the number of days. Its quantiles describe single days; unlike an interval they do not
/// move closer together with more replications.
public struct DayDistribution: Sendable, Equatable {
  /// How values are put into bins.
  public enum Scale: Sendable, Equatable {
    /// Shares in 0…1, in 2,000 bins; exactly 0 and exactly 1 are bins of their own.
    case share
    /// Values of any sign and size, 64 bins an octave from 2⁻²⁰ up to 2⁶³; what is smaller is 0.
    case magnitude
  }

  /// How values are put into bins.
  public let scale: Scale
  /// The number of days.
  public internal(set) var count = 0
  /// The least daily value; `infinity` without days.
  public internal(set) var minimum = Double.infinity
  /// The greatest daily value; `-infinity` without days.
  public internal(set) var maximum = -Double.infinity
  /// The bin of `counts[0]`.
  var firstBin = 0
  var counts: [Int] = []

  /// No day yet.
  public init(scale: Scale) {
    self.scale = scale
  }

  /// Adds the value of one day.
  ///
  /// - Precondition: `value` is finite.
  /// - Complexity: O(1) amortised.
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "a daily value must be finite")
    count += 1
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    let bin = scale.bin(of: value)
    cover(bin, bin)
    counts[bin - firstBin] += 1
  }

  /// Adds the days of another distribution.
  ///
  /// - Precondition: Both have the same scale.
  /// - Complexity: O(bins in use).
  public mutating func merge(_ other: DayDistribution) {
    precondition(other.scale == scale, "distributions of different scales cannot be merged")
    guard other.count > 0 else { return }
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    cover(other.firstBin, other.firstBin + other.counts.count - 1)
    for (offset, number) in other.counts.enumerated() {
      counts[other.firstBin + offset - firstBin] += number
    }
  }

  /// The value that a share `probability` of the days does not exceed; `nil` without days.
  ///
  /// Linear within a bin, never beyond the least and the greatest value: within 0.0005 for shares,
  /// within 1/64 of the value else.
  ///
  /// - Parameter probability: In 0…1.
  /// - Complexity: O(bins in use).
  public func quantile(_ probability: Double) -> Double? {
    guard count > 0 else { return nil }
    let rank = probability * Double(count)
    var before = 0
    for (offset, number) in counts.enumerated() where number > 0 {
      if Double(before + number) >= rank {
        let edges = scale.edges(of: firstBin + offset)
        let share = (rank - Double(before)) / Double(number)
        let value = edges.lower + (edges.upper - edges.lower) * min(1, max(0, share))
        return min(max(value, minimum), maximum)
      }
      before += number
    }
    return maximum
  }

  private mutating func cover(_ first: Int, _ last: Int) {
    guard !counts.isEmpty else {
      firstBin = first
      counts = [Int](repeating: 0, count: last - first + 1)
      return
    }
    if first < firstBin {
      counts.insert(contentsOf: repeatElement(0, count: firstBin - first), at: 0)
      firstBin = first
    }
    let missing = last - (firstBin + counts.count - 1)
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
  }
}

extension DayDistribution.Scale {
  private static let shareBins = 2_000
  private static let binsPerOctave = 64
  private static let smallestExponent = -20
  private static let greatestExponent = 62

  /// The bin of a value. Bins are numbered in the order of their values.
  func bin(of value: Double) -> Int {
    switch self {
    case .share:
      if value <= 0 { return 0 }
      if value >= 1 { return Self.shareBins + 1 }
      return 1 + Int(value * Double(Self.shareBins))
    case .magnitude:
      let magnitude = value.magnitude
      guard magnitude >= Double(sign: .plus, exponent: Self.smallestExponent, significand: 1)
      else { return 0 }
      let exponent = min(Int(magnitude.exponent), Self.greatestExponent)
      let within =
        Int(magnitude.exponent) > Self.greatestExponent
        ? Self.binsPerOctave - 1
        : Int((magnitude.significand - 1) * Double(Self.binsPerOctave))
      let bin = 1 + (exponent - Self.smallestExponent) * Self.binsPerOctave + within
      return value < 0 ? -bin : bin
    }
  }

  /// The values between which a bin lies.
  func edges(of bin: Int) -> (lower: Double, upper: Double) {
    switch self {
    case .share:
      if bin == 0 { return (0, 0) }
      if bin > Self.shareBins { return (1, 1) }
      let width = 1 / Double(Self.shareBins)
      return (Double(bin - 1) * width, Double(bin) * width)
    case .magnitude:
      if bin == 0 { return (0, 0) }
      let index = Int(bin.magnitude) - 1
      let exponent = index / Self.binsPerOctave + Self.smallestExponent
      let within = Double(index % Self.binsPerOctave)
      let octave = Double(sign: .plus, exponent: exponent, significand: 1)
      let lower = octave * (1 + within / Double(Self.binsPerOctave))
      let upper = octave * (1 + (within + 1) / Double(Self.binsPerOctave))
      return bin < 0 ? (-upper, -lower) : (lower, upper)
    }
  }
}
