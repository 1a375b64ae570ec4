import Center
import CenterSimulation
import Erlang
import OutputAnalysis
import SpecialFunctions
import Stochastics
import Testing

/// The whole law of the wait, not its mean alone: the histogram of waits against the exact
/// distribution function, class by class.
///
/// Waits of one run depend on one another, so that the chi-square of Pearson does not hold. The
/// counts of replications are independent vectors instead: with c the counts in m classes, N the
/// replication's total and p the exact shares, the terms c − p·N have mean zero, and Hotelling's
/// T² of n of them is F-distributed: T²·(n − m) ÷ (m·(n − 1)) with (m, n − m) degrees of freedom.
/// Every test is an alarm by chance once in 16,000.
@Suite("The law of the wait", .enabled(if: isRelease))
struct WaitLawTests {
  private static let talk = 120.0
  private static let replications = 240
  private static let rarest = 1.0 / 16_000

  static let delaySystems: [(agents: Int, occupancy: Double)] = [(1, 0.5), (5, 0.8), (40, 0.9)]

  @Test("Waits follow the law of Erlang C", arguments: delaySystems)
  func erlangC(agents: Int, occupancy: Double) throws {
    let load = occupancy * Double(agents)
    let exact = try ErlangC(offeredLoad: load, handleTime: Self.talk, agents: agents)
    let queue = SteadyQueue(
      load: load, talk: .exponential(try Exponential(mean: Self.talk)), agents: agents,
      relaxation: SteadyQueue.relaxation(ofLoad: load, agents: agents, talk: Self.talk),
      calls: 8000)
    let chance = try Self.chance(of: queue.center, seed: 15_000 + UInt64(agents), .answered) {
      exact.serviceLevel(within: $0)
    }
    #expect(chance > Self.rarest)
    // The same waits do not follow the law of a service one percent longer.
    let wrong = try ErlangC(
      offeredLoad: load * 1.01, handleTime: Self.talk * 1.01, agents: agents)
    let planted = try Self.chance(of: queue.center, seed: 15_000 + UInt64(agents), .answered) {
      wrong.serviceLevel(within: $0)
    }
    #expect(planted < Self.rarest)
  }

  static let impatient: [(agents: Int, intensity: Double)] = [(2, 0.9), (20, 1.1), (150, 1.0)]

  @Test(
    "Waits of the answered and of those who hang up follow the laws of Erlang A",
    arguments: impatient)
  func erlangA(agents: Int, intensity: Double) throws {
    let exact = try ErlangA(
      offeredLoad: intensity * Double(agents), handleTime: Self.talk, patience: 90,
      agents: agents)
    let queue = SteadyQueue(
      load: exact.offeredLoad, talk: .exponential(try Exponential(mean: Self.talk)),
      agents: agents, relaxation: Self.talk, calls: 12_000,
      patience: .exponential(try Exponential(mean: 90)))
    let seed = 15_500 + UInt64(agents)
    let answered = try Self.chance(of: queue.center, seed: seed, .answered) {
      exact.answeredFraction(within: $0) / exact.answerProbability
    }
    #expect(answered > Self.rarest)
    let abandoned = try Self.chance(of: queue.center, seed: seed + 1000, .abandoned) {
      exact.abandonedFraction(within: $0) / exact.abandonmentProbability
    }
    #expect(abandoned > Self.rarest)
  }

  /// The chance of a histogram at least as far from the law `cumulative`.
  private static func chance(
    of center: Center, seed: UInt64, _ outcome: Observation.Outcome,
    _ cumulative: (Double) -> Double
  ) throws -> Double {
    let simulation = try Simulation(center)
    let edges = classEdges(simulation.waitBins, cumulative)
    let shares = zip(edges, [nil] + edges).map { upper, lower in
      cumulative(upper) - (lower.map(cumulative) ?? 0)
    }
    let bins = simulation.waitBins.count
    let terms = try (0..<replications).map { replication in
      let waits = try simulation.run(seed: seed, replication: UInt64(replication)).waits
      let row = waits[(outcome.rawValue * bins)..<((outcome.rawValue + 1) * bins)]
      let total = Double(row.reduce(0, +))
      var counts = Array(repeating: 0.0, count: edges.count)
      for (bin, count) in row.enumerated() where count > 0 {
        guard let upper = simulation.waitBins.upperEdge(of: bin),
          let place = edges.firstIndex(where: { upper <= $0 })
        else { continue }
        counts[place] += Double(count)
      }
      return zip(counts, shares).map { $0 - $1 * total }
    }
    return tail(terms)
  }

  /// Edges of the histogram at about the deciles of the law, the atom of those who do not wait
  /// being a class of its own; what is above the last is known from the rest.
  private static func classEdges(
    _ bins: WaitBins, _ cumulative: (Double) -> Double
  ) -> [Double] {
    var edges: [Double] = []
    var last = 0.0
    for edge in bins.edges {
      let reached = cumulative(edge)
      if reached > 0.99 { break }
      if edge == 0 ? reached > 0 : reached - last >= 0.08 {
        edges.append(edge)
        last = reached
      }
    }
    return edges
  }

  /// The tail of Hotelling's T² of independent vectors whose mean should be zero.
  private static func tail(_ terms: [[Double]]) -> Double {
    let (n, m) = (Double(terms.count), Double(terms[0].count))
    let places = terms[0].indices
    let mean = places.map { place in terms.reduce(0) { $0 + $1[place] } / n }
    let covariance = places.map { row in
      places.map { column in
        terms.reduce(0) { $0 + ($1[row] - mean[row]) * ($1[column] - mean[column]) } / (n - 1)
      }
    }
    let solved = solve(covariance, mean)
    let square = n * zip(mean, solved).reduce(0) { $0 + $1.0 * $1.1 }
    let ratio = square * (n - m) / (m * (n - 1))
    // Pr{F > f} by the incomplete beta function.
    return regularizedBeta((n - m) / 2, m / 2, at: (n - m) / (n - m + m * ratio))
  }

  /// Solves a positive definite system by elimination.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = matrix.indices.map { matrix[$0] + [right[$0]] }
    for pivot in rows.indices {
      for row in rows.indices.dropFirst(pivot + 1) {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...rows.count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    var solution = right
    for row in rows.indices.reversed() {
      let known = rows.indices.dropFirst(row + 1).reduce(0.0) { $0 + rows[row][$1] * solution[$1] }
      solution[row] = (rows[row][rows.count] - known) / rows[row][row]
    }
    return solution
  }
}
