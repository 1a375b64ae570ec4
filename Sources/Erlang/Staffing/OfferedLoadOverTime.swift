import SpecialFunctions

/// The work in hand over time if nobody ever waited: the mean number in an M(t)/G/∞ queue.
///
/// The number is Poisson at every time. Its mean lags the arrival rate by about a handle time, and
/// is smoother.
///
/// Source: Eick, Massey and Whitt (1993), "The physics of the Mt/G/∞ queue".
public struct OfferedLoadOverTime: Sendable {
  /// The arrivals [1/s].
  public let arrivals: PiecewiseRate

  /// The mean handle time [s].
  public let handleTime: Double

  /// The law of what is left of a handle time at any moment of it; exponential where `nil`.
  private let excess: (@Sendable (Double) -> Double)?

  /// The offered load at each boundary of the arrivals [Erlang]; exponential handle times only.
  private let loads: [Double]

  /// The load of exponential handle times, from an empty center.
  ///
  /// - Parameters:
  ///   - arrivals: The arrivals [1/s].
  ///   - handleTime: Mean handle time [s]; finite and positive.
  /// - Throws: `ErlangError.invalidHandleTime`.
  public init(arrivals: PiecewiseRate, handleTime: Double) throws(ErlangError) {
    try ErlangC.validate(handleTime: handleTime)
    self.arrivals = arrivals
    self.handleTime = handleTime
    excess = nil
    var loads = [0.0]
    for (index, rate) in arrivals.values.enumerated() {
      let elapsed = arrivals.boundaries[index + 1] - arrivals.boundaries[index]
      loads.append(Self.load(loads[index], rate * handleTime, after: elapsed / handleTime))
    }
    self.loads = loads
  }

  /// The load of handle times of any law, from an empty center.
  ///
  /// - Parameters:
  ///   - arrivals: The arrivals [1/s].
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - excess: The stationary-excess distribution function, ∫₀ᵗ Pr{S > u} du / `handleTime`, for
  ///     times [s] `≥ 0`.
  /// - Throws: `ErlangError.invalidHandleTime`.
  public init(
    arrivals: PiecewiseRate, handleTime: Double, excess: @escaping @Sendable (Double) -> Double
  ) throws(ErlangError) {
    try ErlangC.validate(handleTime: handleTime)
    self.arrivals = arrivals
    self.handleTime = handleTime
    self.excess = excess
    loads = []
  }

  /// The offered load at a time [Erlang].
  ///
  /// - Parameter time: A time [s].
  /// - Complexity: O(number of intervals).
  public func load(at time: Double) -> Double {
    let boundaries = arrivals.boundaries
    if time <= boundaries[0] { return 0 }
    if let excess {
      var sum = 0.0
      for (index, rate) in arrivals.values.enumerated() where boundaries[index] < time {
        let oldest = excess(time - boundaries[index])
        let youngest = boundaries[index + 1] < time ? excess(time - boundaries[index + 1]) : 0
        sum += rate * handleTime * (oldest - youngest)
      }
      return sum
    }
    let index = boundaries.lastIndex { $0 < time } ?? 0
    let rate = index < arrivals.values.count ? arrivals.values[index] : 0
    return Self.load(
      loads[index], rate * handleTime, after: (time - boundaries[index]) / handleTime)
  }

  /// The mean offered load between two times [Erlang].
  ///
  /// Exact for exponential handle times; for others 16-point quadrature between boundaries.
  public func meanLoad(from start: Double, to end: Double) -> Double {
    precondition(start < end, "a range of times has a length")
    var sum = 0.0
    for (from, to) in pieces(from: start, to: end) {
      if excess == nil {
        let target = load(between: from, and: to)
        sum += (to - from) * settling(from: load(at: from), to: target, in: to - from)
      } else {
        let rule = GaussLegendre.rule
        let half = 0.5 * (to - from)
        for index in rule.nodes.indices {
          sum += half * rule.weights[index] * load(at: from + half * (1 + rule.nodes[index]))
        }
      }
    }
    return sum / (end - start)
  }

  /// The mean offered load in each interval of the arrivals [Erlang].
  ///
  /// - Complexity: O(number of intervals) for exponential handle times, else its square.
  public var meanLoads: [Double] {
    arrivals.values.indices.map { index in
      let (start, end) = (arrivals.boundaries[index], arrivals.boundaries[index + 1])
      guard excess == nil else { return meanLoad(from: start, to: end) }
      return settling(
        from: loads[index], to: arrivals.values[index] * handleTime, in: end - start)
    }
  }

  /// The mean over some time of a load that settles at another.
  private func settling(from load: Double, to target: Double, in duration: Double) -> Double {
    let elapsed = duration / handleTime
    return target + (load - target) * (-expm1(-elapsed) / elapsed)
  }

  /// The largest offered load between two times [Erlang].
  ///
  /// Exact for exponential handle times, whose load moves one way between boundaries; for others
  /// the largest of 65 times in each piece.
  public func peakLoad(from start: Double, to end: Double) -> Double {
    let steps = excess == nil ? 1 : 64
    var largest = 0.0
    for (from, to) in pieces(from: start, to: end) {
      for step in 0...steps {
        largest = max(largest, load(at: from + (to - from) * Double(step) / Double(steps)))
      }
    }
    return largest
  }

  /// The parts of a range in which the rate is constant.
  private func pieces(from start: Double, to end: Double) -> [(from: Double, to: Double)] {
    let times = [start] + arrivals.boundaries.filter { $0 > start && $0 < end } + [end]
    return zip(times, times.dropFirst()).map { (from: $0, to: $1) }
  }

  /// What the load settles at while the rate is that between two times.
  private func load(between start: Double, and end: Double) -> Double {
    arrivals.maximum(from: start, to: end) * handleTime
  }

  /// m·e^−t + a·(1 − e^−t).
  private static func load(_ start: Double, _ target: Double, after elapsed: Double) -> Double {
    start * exp(-elapsed) + target * -expm1(-elapsed)
  }
}
