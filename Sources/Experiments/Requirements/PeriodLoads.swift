import Center
import Erlang

/// The loads that the methods take for a team's periods.
struct PeriodLoads {
  /// A load and the mean handle time of its contacts.
  struct Load: Hashable {
    /// [Erlang]
    var load = 0.0
    /// [s]; 0 without load.
    var handleTime = 0.0
  }

  private let intervalLength: Double
  private let intervalsPerPeriod: Int
  /// By simulated interval [Erlang].
  private let load: [Double]
  /// By simulated interval [1/s].
  private let rate: [Double]
  /// The mean work in hand over each interval if nobody waited [Erlang], and its part of the rate.
  private let inHand: [Double]
  private let inHandRate: [Double]

  /// - Parameter intervalsPerPeriod: Divides the intervals of a day.
  init(_ work: TeamWork, calendar: PlanningCalendar, intervalsPerPeriod: Int) throws(ErlangError) {
    intervalLength = Double(calendar.intervalLength)
    self.intervalsPerPeriod = intervalsPerPeriod
    let count = calendar.simulatedIntervals
    load = work.liveLoad
    rate = (0..<count).map { interval in work.live.reduce(0) { $0 + $1.arrivals[interval] } }
    let boundaries = (0...count).map { Double($0 * calendar.intervalLength) }
    var inHand = Array(repeating: 0.0, count: count)
    var inHandRate = inHand
    for flow in work.live {
      let arrivals = try PiecewiseRate(boundaries: boundaries, values: flow.arrivals)
      let loads = try OfferedLoadOverTime(arrivals: arrivals, handleTime: flow.handleTime)
        .meanLoads
      for interval in 0..<count {
        inHand[interval] += loads[interval]
        inHandRate[interval] += loads[interval] / flow.handleTime
      }
    }
    self.inHand = inHand
    self.inHandRate = inHandRate
  }

  /// What a method takes for the period that begins with a simulated interval; no load where
  /// nobody comes in the period.
  func load(_ method: RequirementMethod, periodFrom first: Int) -> Load {
    let period = first..<(first + intervalsPerPeriod)
    let mean = mean(load, rate, period)
    guard mean.load > 0 else { return Load() }
    switch method {
    case .erlangC, .erlangA, .squareRoot, .sipp: return mean
    case .sippMax: return largest(period)
    case .sippMix: return rises(period) ? mean : largest(period)
    case .sippLag, .sippLagMax, .sippLagMix:
      return lagging(method, period, by: mean.handleTime)
    case .offeredLoad: return self.mean(inHand, inHandRate, period)
    }
  }

  /// The mean over the intervals in which somebody comes: an hour out of hours makes no other
  /// lighter.
  private func mean(_ loads: [Double], _ rates: [Double], _ period: Range<Int>) -> Load {
    let open = period.filter { self.rate[$0] > 0 }
    let count = Double(max(1, open.count))
    let load = open.reduce(0) { $0 + loads[$1] } / count
    let rate = open.reduce(0) { $0 + rates[$1] } / count
    return Load(load: load, handleTime: rate > 0 ? load / rate : 0)
  }

  private func largest(_ intervals: Range<Int>) -> Load {
    let largest = intervals.max { load[$0] < load[$1] } ?? intervals.lowerBound
    return mean(load, rate, largest..<(largest + 1))
  }

  /// Whether the load rises from each interval to the next.
  private func rises(_ intervals: Range<Int>) -> Bool {
    intervals.count > 1
      && zip(load[intervals], load[intervals].dropFirst()).allSatisfy { $0 < $1 }
  }

  private func lagging(
    _ method: RequirementMethod, _ period: Range<Int>, by lag: Double
  ) -> Load {
    let start = max(0, Double(period.lowerBound) * intervalLength - lag)
    let end = max(intervalLength, Double(period.upperBound) * intervalLength - lag)
    let touched =
      Int((start / intervalLength).rounded(.down))..<Int((end / intervalLength).rounded(.up))
    if method == .sippLagMax || (method == .sippLagMix && !rises(touched)) {
      return largest(touched)
    }
    var (sum, contacts) = (0.0, 0.0)
    for interval in touched {
      let from = max(start, Double(interval) * intervalLength)
      let to = min(end, Double(interval + 1) * intervalLength)
      sum += load[interval] * (to - from)
      contacts += rate[interval] * (to - from)
    }
    return Load(load: sum / (end - start), handleTime: contacts > 0 ? sum / contacts : 0)
  }
}
