import OutputAnalysis
import SpecialFunctions

/// The numerators and denominators that the replications of a comparison gave.
struct Sample: Sendable {
  let pairs: [(x: Double, y: Double)]

  init(pairs: [(Double, Double)]) {
    self.pairs = pairs.map { (x: $0.0, y: $0.1) }
  }

  /// Holds the simulated ratio against its exact value.
  ///
  /// Under the exact ratio R the terms x − R·y have mean zero exactly, without the bias that an
  /// estimated ratio would bring in; their Student t is sent through its distribution function to
  /// the normal z of the same tail.
  func score(against exact: Double) -> Score {
    var terms = Moments()
    var weight = 0.0
    for pair in pairs {
      terms.add(pair.x - exact * pair.y)
      weight += pair.y
    }
    let n = Double(pairs.count)
    let mean = terms.mean ?? 0
    let error = ((terms.variance ?? 0) / n).squareRoot()
    return Score(
      z: Self.normalScore(mean, error, degreesOfFreedom: n - 1),
      skewness: abs(terms.skewness) / n.squareRoot(),
      visibleBias: Score.limit * error / abs(exact * weight / n))
  }

  private static func normalScore(
    _ mean: Double, _ error: Double, degreesOfFreedom: Double
  ) -> Double {
    guard error > 0 else { return mean == 0 ? 0 : .infinity }
    // The smaller tail keeps its digits.
    let tail = studentCumulative(-abs(mean / error), degreesOfFreedom: degreesOfFreedom)
    return mean < 0 ? normalQuantile(tail) : -normalQuantile(tail)
  }
}

/// How a sample stands to an exact value.
struct Score: Sendable {
  /// How many standard errors the simulation lies from the exact value, as a standard normal.
  let z: Double
  /// |skewness| ÷ √n of the terms: what is left of it in their mean.
  let skewness: Double
  /// The bias that this comparison alone would see: four standard errors, as a share of the
  /// exact value.
  let visibleBias: Double

  /// A |z| from here on is an alarm; by chance one in 16,000.
  static let limit = 4.0
  /// From here on Student's t cannot be trusted in the tails: the comparison must be longer.
  static let mostSkewness = 0.05
}
