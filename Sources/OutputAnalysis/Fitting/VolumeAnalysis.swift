import SpecialFunctions

/// What counts of days tell of a volume: its mean, how weekdays differ, how it grows, and by how
/// much days differ beyond what Poisson arrivals do by themselves.
///
/// The variation is that of a factor for the whole day, as a scenario has it: a day with mean λ has
/// the variance λ + λ²cv². The cv is the one at which the squared distances from the means, each
/// over its variance, sum to their degrees of freedom; the bounds those at which they sum to the
/// chi-square quantiles (Pearson's statistic inverted). Weekday means, and growth where it is
/// certain, are taken out first, and cost their degrees of freedom.
///
/// Source: the model after Whitt (1999), "Dynamic staffing in a telephone call center aiming to
/// immediately answer all calls"; the estimate as in Breslow (1984), "Extra-Poisson variation in
/// log-linear models".
public struct VolumeAnalysis: Sendable, Equatable {
  /// The count of a day.
  public struct Day: Sendable, Hashable {
    /// Days since any fixed day.
    public let number: Int
    /// The weekday; Monday is 0.
    public let weekday: Int
    /// What was counted; `> 0`.
    public let count: Double

    /// A day.
    public init(number: Int, weekday: Int, count: Double) {
      self.number = number
      self.weekday = weekday
      self.count = count
    }
  }

  /// A value with its 95 % interval.
  public struct Value: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// The interval.
    public let interval: Interval
  }

  /// The mean of the weekdays' means.
  public let perDay: Double
  /// The same as of the last day, where it grows.
  public let latestPerDay: Double
  /// Each weekday's mean over `perDay`, Monday first; `nil` for one without days.
  public let weekdayFactors: [Double?]
  /// Growth a year: 0.05 is 5 % more after a year; `nil` with less than
  /// half a year of days, of which a season or chance makes any growth.
  public let growth: Value?
  /// Whether growth is taken out of the means: where its interval does not hold 0.
  public let isGrowing: Bool
  /// The standard deviation of the day factor; `nil` with too few days.
  public let dayVariation: Value?
  /// What was to be expected of each day, in their order.
  public let expected: [Double]

  /// Analyses days.
  ///
  /// - Parameter days: The days; at least one, all counts positive.
  /// - Complexity: O(days).
  public init(_ days: [Day]) {
    precondition(!days.isEmpty && days.allSatisfy { $0.count > 0 }, "a day has a count")
    let slope = Self.slope(days)
    let isGrowing = slope.map { $0.interval.lower > 0 || $0.interval.upper < 0 } ?? false
    let middle = days.reduce(0.0) { $0 + Double($1.number) } / Double(days.count)
    let trend = days.map { day in
      isGrowing ? exp((slope?.value ?? 0) * (Double(day.number) - middle)) : 1
    }
    var counts = [Double](repeating: 0, count: 7)
    var weights = counts
    for (day, factor) in zip(days, trend) {
      counts[day.weekday] += day.count
      weights[day.weekday] += factor
    }
    let means = zip(counts, weights).map { $1 > 0 ? $0 / $1 : nil }
    let present = means.compactMap(\.self)
    perDay = present.reduce(0, +) / Double(present.count)
    let last = days.map { Double($0.number) }.max() ?? 0
    latestPerDay = isGrowing ? perDay * exp((slope?.value ?? 0) * (last - middle)) : perDay
    weekdayFactors = means.map { [perDay] mean in mean.map { $0 / perDay } }
    expected = zip(days, trend).map { (means[$0.weekday] ?? 0) * $1 }
    growth = slope.map { slope in
      func yearly(_ slope: Double) -> Double { expm1(365 * slope) }
      return Value(
        value: yearly(slope.value),
        interval: Interval(
          lower: yearly(slope.interval.lower), upper: yearly(slope.interval.upper)))
    }
    self.isGrowing = isGrowing
    dayVariation = Self.variation(
      zip(days, expected).map { ($0.count, $1) },
      degreesOfFreedom: days.count - present.count - (isGrowing ? 1 : 0))
  }

  /// How far apart the first and the last day have to be for growth to be told [days].
  private static let shortestGrowth = 182

  /// The growth a day of the logarithm, weekdays apart, by least squares.
  private static func slope(_ days: [Day]) -> Value? {
    guard let first = days.map(\.number).min(), let last = days.map(\.number).max(),
      last - first >= Self.shortestGrowth
    else { return nil }
    var sums = [(days: Double, time: Double, height: Double)](repeating: (0, 0, 0), count: 7)
    for day in days {
      sums[day.weekday].days += 1
      sums[day.weekday].time += Double(day.number - first)
      sums[day.weekday].height += log(day.count)
    }
    var (tt, th, hh) = (0.0, 0.0, 0.0)
    for day in days {
      let sum = sums[day.weekday]
      let t = Double(day.number - first) - sum.time / sum.days
      let h = log(day.count) - sum.height / sum.days
      (tt, th, hh) = (tt + t * t, th + t * h, hh + h * h)
    }
    let degrees = Double(days.count - sums.count { $0.days > 0 } - 1)
    guard degrees >= 3, tt > 0 else { return nil }
    let slope = th / tt
    let error = (max(0, hh - slope * th) / degrees / tt).squareRoot()
    let reach = studentQuantile(0.975, degreesOfFreedom: degrees) * error
    return Value(value: slope, interval: Interval(lower: slope - reach, upper: slope + reach))
  }

  private static func variation(
    _ days: [(count: Double, mean: Double)], degreesOfFreedom: Int
  ) -> Value? {
    guard degreesOfFreedom >= 3 else { return nil }
    let degrees = Double(degreesOfFreedom)
    // What the squared distances sum to falls as the cv rises.
    func variation(at target: Double) -> Double {
      func sum(_ cv: Double) -> Double {
        days.reduce(0) {
          let distance = $1.count - $1.mean
          return $0 + distance * distance / ($1.mean + $1.mean * $1.mean * cv * cv)
        }
      }
      guard sum(0) > target else { return 0 }
      var (low, high) = (0.0, 1.0)
      while sum(high) > target, high < 1e6 { high *= 2 }
      for _ in 0..<80 {
        let middle = (low + high) / 2
        if sum(middle) > target { low = middle } else { high = middle }
      }
      return low
    }
    return Value(
      value: variation(at: degrees),
      interval: Interval(
        lower: variation(at: chiSquareQuantile(0.975, degreesOfFreedom: degrees)),
        upper: variation(at: chiSquareQuantile(0.025, degreesOfFreedom: degrees))))
  }
}
