import SpecialFunctions

extension ImpatientLine {
  /// How much is put into an integral.
  enum Effort: Equatable, Sendable {
    /// All that a double can hold.
    case full

    /// Eight digits in a fraction of the time: enough to tell most numbers of agents apart. Sums
    /// that are left out are NaNs.
    case draft

    /// How much the exponent may change over a panel.
    var change: Double { self == .full ? 20 : 26 }

    /// By how much it falls until the rest is below the rounding of the sum, or of eight digits.
    var negligible: Double { self == .full ? 42 : 24 }
  }

  /// The sums over all waits from the states of the line, without those of times; `nil` where
  /// integrals take less time.
  ///
  /// ∫ e^(x(1 − e^−u) − yu) du = Σ xᵏ/(y(y + 1)…(y + k)): state k waits for y + k + 1 departures.
  ///
  /// - Parameters:
  ///   - x: Arrivals in a mean patience.
  ///   - y: Services in it.
  ///   - height: The exponent at the peak, which the sums are relative to.
  static func draft(_ x: Double, _ y: Double, _ height: Double) -> LineSums? {
    guard height < 300, x - y < 300, x < 10_000 else { return nil }
    var sums = LineSums(answeredWait: .nan, abandonedWait: .nan)
    var term = 1 / y
    var position = 1.0
    while true {
      let share = 1 / (y + position)
      sums.mass += term
      sums.answered += term * (y * share)
      sums.abandoned += term * (position * share)
      term *= x * share
      position += 1
      // Further terms fall faster.
      if term <= 1e-12 * (1 - x * share) * sums.abandoned { break }
    }
    return height > 0 ? sums.scaled(by: exp(-height)) : sums
  }
}
