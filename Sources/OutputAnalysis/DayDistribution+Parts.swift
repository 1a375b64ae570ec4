extension DayDistribution {
  /// All that is kept, for writing it down.
  package struct Parts: Sendable, Equatable {
    /// The least daily value.
    package var minimum: Double
    /// The greatest daily value.
    package var maximum: Double
    /// The bin of the first of `counts`.
    package var firstBin: Int
    /// The number of days by bin.
    package var counts: [Int]

    /// All parts.
    package init(minimum: Double, maximum: Double, firstBin: Int, counts: [Int]) {
      self.minimum = minimum
      self.maximum = maximum
      self.firstBin = firstBin
      self.counts = counts
    }
  }

  /// All that is kept.
  package var parts: Parts {
    Parts(minimum: minimum, maximum: maximum, firstBin: firstBin, counts: counts)
  }

  /// A distribution from its parts; `nil` where a bin is outside the scale or a count negative.
  package init?(scale: Scale, _ parts: Parts) {
    self.init(scale: scale)
    let last = parts.firstBin + parts.counts.count - 1
    guard parts.counts.allSatisfy({ (0...0xFFFF_FFFF).contains($0) }),
      parts.counts.isEmpty
        || scale.bins.contains(parts.firstBin) && scale.bins.contains(last)
    else { return nil }
    count = parts.counts.reduce(0, +)
    minimum = parts.minimum
    maximum = parts.maximum
    firstBin = parts.firstBin
    counts = parts.counts
  }
}

extension DayDistribution.Scale {
  /// The bins that values can fall in.
  package var bins: ClosedRange<Int> {
    switch self {
    case .share: return 0...bin(of: 1)
    case .magnitude:
      let last = bin(of: .greatestFiniteMagnitude)
      return -last...last
    }
  }
}
