import Erlang
import SpecialFunctions

/// M/M/n or M/M/n+M, one replication at a time, begun in the stationary law: the expected sums of a
/// replication are those of theory, whatever its length.
///
/// By the recursion over the agents' free times, which a call costs a tenth of a microsecond: the
/// experiment about intervals needs hundreds of millions of calls, and nothing of the engine.
struct StationaryQueue: Sendable {
  let agents: Int
  /// Offered load for each agent [Erlang].
  let load: Double
  /// Mean patience [s]; `nil` where nobody hangs up.
  let patience: Double?

  /// Mean handle time [s].
  static let handleTime = 240.0
  /// The time of the service level [s].
  static let threshold = 20.0
  /// Expected calls of a replication, unless others are asked for.
  static let customaryCalls = 1_500.0
  /// Expected calls of a replication.
  var calls = customaryCalls

  /// The distribution function of the number of callers in the system.
  private let cumulative: [Double]

  init(agents: Int, load: Double, patience: Double? = nil) {
    self.agents = agents
    self.load = load
    self.patience = patience
    var cumulative: [Double] = []
    var (weight, sum, number) = (1.0, 0.0, 0)
    while weight > 1e-14 * sum {
      sum += weight
      cumulative.append(sum)
      number += 1
      let leaving =
        Double(min(number, agents))
        + (patience.map { Double(max(0, number - agents)) * Self.handleTime / $0 } ?? 0)
      weight *= load * Double(agents) / leaving
    }
    self.cumulative = cumulative.map { $0 / sum }
  }

  /// The queue in Kendall's notation, with its load.
  var name: String { "M/M/\(agents)\(patience == nil ? "" : "+M") at \(load)" }

  /// Sums of one replication.
  struct Sums {
    var offered = 0.0
    var answered = 0.0
    var within = 0.0
    /// Σ of the waits of the answered [s].
    var waited = 0.0
    var abandoned = 0.0
    /// ∫ busy agents dt within the replication [s].
    var busy = 0.0
  }

  /// The length of a replication [s].
  var duration: Double { calls * Self.handleTime / (load * Double(agents)) }

  /// Simulates one replication.
  func replication(_ generator: inout SplitMix) -> Sums {
    var (sums, free) = (Sums(), FreeTimes(agents: agents))
    let duration = duration
    func handle(from start: Double, _ generator: inout SplitMix) {
      let end = start + generator.exponential(mean: Self.handleTime)
      free.replaceLeast(with: end)
      sums.busy += max(0, min(end, duration) - start)
    }
    let initial = number(generator.uniform())
    for _ in 0..<min(initial, agents) { handle(from: 0, &generator) }
    // Whoever waits at the beginning has as much patience left as a new caller.
    for _ in 0..<max(0, initial - agents) {
      let limit = patience.map { generator.exponential(mean: $0) } ?? .infinity
      if free.least <= limit { handle(from: free.least, &generator) }
    }
    let gap = Self.handleTime / (load * Double(agents))
    var now = generator.exponential(mean: gap)
    while now < duration {
      sums.offered += 1
      let wait = max(0, free.least - now)
      if let patience, wait > 0, wait > generator.exponential(mean: patience) {
        sums.abandoned += 1
      } else {
        handle(from: now + wait, &generator)
        sums.answered += 1
        sums.waited += wait
        if wait <= Self.threshold { sums.within += 1 }
      }
      now += generator.exponential(mean: gap)
    }
    return sums
  }

  /// The number in the system at a level of its distribution function.
  private func number(_ level: Double) -> Int {
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] >= level { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The times at which agents become free, as a binary heap.
private struct FreeTimes {
  private var times: [Double]

  init(agents: Int) { times = Array(repeating: 0, count: agents) }

  var least: Double { times[0] }

  mutating func replaceLeast(with time: Double) {
    var hole = 0
    while 2 * hole + 1 < times.count {
      var child = 2 * hole + 1
      if child + 1 < times.count, times[child + 1] < times[child] { child += 1 }
      if times[child] >= time { break }
      times[hole] = times[child]
      hole = child
    }
    times[hole] = time
  }
}
