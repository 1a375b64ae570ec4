import Center
import CenterSimulation
import Erlang
import SpecialFunctions
import Testing

/// One simulated quantity held against its exact value.
///
/// Each has a seed of its own, so that the z of a family are independent.
struct Comparison: Sendable, CustomTestStringConvertible {
  let name: String
  let center: Center
  let seed: UInt64
  let replications: Int
  let exact: Double
  /// Numerator and denominator of the quantity in one replication.
  let ratio: @Sendable (Observation) -> (Double, Double)

  init(
    _ name: String, of center: Center, seed: UInt64, replications: Int = 30, exact: Double,
    ratio: @escaping @Sendable (Observation) -> (Double, Double)
  ) {
    self.name = name
    self.center = center
    self.seed = seed
    self.replications = replications
    self.exact = exact
    self.ratio = ratio
  }

  var testDescription: String { name }

  /// How many standard errors the simulation lies from the exact value, as a standard normal.
  ///
  /// Under the exact ratio R the terms x − R·y have mean zero exactly, without the bias that an
  /// estimated ratio would bring in; their Student t is sent through its distribution function to
  /// the normal z of the same tail.
  func z() throws -> Double {
    let simulation = try Simulation(center)
    let terms = try (0..<replications).map { replication in
      let (x, y) = ratio(try simulation.run(seed: seed, replication: UInt64(replication)))
      return x - exact * y
    }
    let n = Double(terms.count)
    let mean = terms.reduce(0, +) / n
    let variance = terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    guard variance > 0 else { return mean == 0 ? 0 : .infinity }
    let t = mean / (variance / n).squareRoot()
    // The smaller tail keeps its digits.
    let tail = studentCumulative(-abs(t), degreesOfFreedom: n - 1)
    return t < 0 ? normalQuantile(tail) : -normalQuantile(tail)
  }
}

/// All queue rows of an observation, added up.
func sum(_ observation: Observation) -> QueueTally {
  observation.queues.reduce(into: QueueTally()) { $0 += $1 }
}
