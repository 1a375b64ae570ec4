import Center
import CenterSimulation
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

  /// Enough replications to see how skew they are: √6 ÷ 240 is a fifth of what is allowed.
  static let usualReplications = 240
  /// Student's t needs at least as many.
  static let leastReplications = 30

  init(
    _ name: String, of center: Center, seed: UInt64, replications: Int = usualReplications,
    exact: Double, ratio: @escaping @Sendable (Observation) -> (Double, Double)
  ) {
    self.name = name
    self.center = center
    self.seed = seed
    self.replications = replications
    self.exact = exact
    self.ratio = ratio
  }

  var testDescription: String { name }

  /// The same comparison with other draws.
  func reseeded(by offset: UInt64) -> Comparison {
    Comparison(
      name, of: center, seed: seed + offset, replications: replications, exact: exact,
      ratio: ratio)
  }

  /// Simulates the replications.
  func sample() throws -> Sample {
    let simulation = try Simulation(center)
    return Sample(
      pairs: try (0..<replications).map { replication in
        ratio(try simulation.run(seed: seed, replication: UInt64(replication)))
      })
  }
}
