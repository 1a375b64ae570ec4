import SpecialFunctions

/// The law of the number of departures from a long line in some time, one number after the other:
/// each of `i` who have left has raised the rate, `rate + i·each`, as time runs backwards. Negative
/// binomial, or Poisson where `each` is 0.
///
/// Probabilities are in a unit that shrinks as they grow, and that is known at the end; whoever
/// sums them multiplies by what `advance` returns.
struct DepartureCounts {
  private let rate: Double
  private let each: Double
  private let time: Double
  private let span: Double

  private var index = 0
  private var shrinkings = 0.0

  /// Pr{N = index} and Pr{N ≤ index} in the unit.
  private(set) var term = 1.0
  private(set) var below = 1.0

  /// - Parameters:
  ///   - time: Any unit of time that the rates have too.
  ///   - span: (1 − e^(−each·time))/each, or `time` where `each` is 0.
  init(rate: Double, each: Double, time: Double, span: Double) {
    self.rate = rate
    self.each = each
    self.time = time
    self.span = span
  }

  /// Goes on to the next number; returns by how much the unit's numbers shrink.
  mutating func advance() -> Double {
    let (next, scale, times) = shrunk(term, times: ratio(index))
    term = next
    index += 1
    if times > 0 {
      below *= scale
      shrinkings += times
    }
    below += term
    return scale
  }

  /// Pr{N > index}, and what makes probabilities of the unit's numbers.
  ///
  /// - Complexity: O(`index`) more steps.
  func rest() -> (beyond: Double, unit: Double) {
    // Where the ratio passes 1.
    let likeliest = max(0, (rate * span - 1) / (1 - each * span))
    // Far tails fall like (each·span)^i: too slowly where nearly all would have hung up.
    guard likeliest < 4 * Double(index + 1) + 4000, each * span < 0.999 else {
      // The first is e^(−rate·time).
      let unit = exp(shrinkings * Shrinking.logarithm - rate * time)
      return (max(0, 1 - below * unit), unit)
    }
    // All of them make 1.
    var inside = below
    var unit = 1.0
    var beyond = 0.0
    var term = term
    var index = index
    while true {
      let factor = ratio(index)
      let (next, scale, times) = shrunk(term, times: factor)
      term = next
      if times > 0 {
        inside *= scale
        beyond *= scale
        unit *= scale
      }
      beyond += term
      index += 1
      if factor < 1, term <= (1 - factor) * 1e-18 * beyond { break }
    }
    let total = inside + beyond
    return (beyond / total, unit / total)
  }

  /// Pr{N = i + 1}/Pr{N = i}.
  private func ratio(_ index: Int) -> Double {
    (rate + Double(index) * each) * span / Double(index + 1)
  }
}

/// Keeping the weights of successive states inside the range of numbers.
enum Shrinking {
  /// −ln of one shrinking: 100·ln 10.
  static let logarithm = 0x1.cc845b54b54f2p+7
}

/// `weight`·`ratio`, shrunk by 10¹⁰⁰ until it is at most that; by how much, and how often.
///
/// A weight is at most 10¹⁰⁰, so that products of two weights, and sums of those, are numbers.
@inline(__always)
func shrunk(_ weight: Double, times ratio: Double) -> (Double, scale: Double, times: Double) {
  var product = weight * 1e-100 * ratio
  guard product > 1 else { return (weight * ratio, 1, 0) }
  var scale = 1e-100
  var times = 1.0
  while product > 1e100 {
    product *= 1e-100
    scale *= 1e-100
    times += 1
  }
  return (product, scale, times)
}
