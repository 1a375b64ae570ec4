import SpecialFunctions

/// The law of the number of departures from a long line in some time: each of `i` who have left
/// has raised the rate, `rate + i·each`, as time runs backwards. Negative binomial, or Poisson
/// where `each` is 0.
struct DepartureCounts {
  /// Pr{N = i} for i below the count asked for.
  private(set) var probabilities: [Double]

  /// Pr{N ≥ count}.
  let beyond: Double

  /// - Parameters:
  ///   - span: (1 − e^(−each·time))/each, or `time` where `each` is 0.
  ///   - count: How many probabilities are wanted; positive.
  init(rate: Double, each: Double, time: Double, span: Double, count: Int) {
    /// Pr{N = i + 1}/Pr{N = i}.
    func ratio(_ index: Int) -> Double {
      (rate + Double(index) * each) * span / Double(index + 1)
    }
    // Where the ratio passes 1.
    let likeliest = max(0, (rate * span - 1) / (1 - each * span))
    // Far tails fall like (each·span)^i: too slowly where nearly all would have hung up.
    let isNear = likeliest < 4 * Double(count) + 4000 && each * span < 0.999
    let anchor = isNear ? min(Int(likeliest), count - 1) : count - 1
    var terms = Array(repeating: 0.0, count: count)
    terms[anchor] = 1
    for index in anchor..<(count - 1) { terms[index + 1] = terms[index] * ratio(index) }
    for index in stride(from: anchor, to: 0, by: -1) {
      terms[index - 1] = terms[index] / ratio(index - 1)
    }
    if isNear {
      // All of them make 1.
      var scale = 1.0
      var inside = terms.reduce(0, +)
      var outside = 0.0
      var term = terms[count - 1]
      var index = count - 1
      while true {
        let factor = ratio(index)
        term *= factor
        if term > 1e200 {
          term *= 1e-200
          scale *= 1e-200
          inside *= 1e-200
          outside *= 1e-200
        }
        outside += term
        index += 1
        if factor < 1, term <= (1 - factor) * 1e-18 * outside { break }
      }
      let total = inside + outside
      probabilities = terms.map { $0 * scale / total }
      beyond = outside / total
    } else {
      // The first is e^(−rate·time); carried up to the anchor in logarithms.
      var logarithm = -rate * time
      var product = 1.0
      for index in 0..<anchor {
        product *= ratio(index)
        if product > 1e200 || product < 1e-200 {
          logarithm += log(product)
          product = 1
        }
      }
      let height = exp(logarithm + log(product))
      probabilities = terms.map { $0 * height }
      beyond = max(0, 1 - probabilities.reduce(0, +))
    }
  }
}
