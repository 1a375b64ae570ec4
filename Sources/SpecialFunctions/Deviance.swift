/// mean·(1 − v + v·ln v) with v = x/mean: how far `x` is from `mean` on the scale of a Poisson or
/// gamma logarithm, without the cancellation that its terms suffer where x ≈ mean.
///
/// - Parameters: Both positive and finite.
/// - Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
func deviance(_ x: Double, from mean: Double) -> Double {
  let difference = x - mean
  if difference.magnitude < 0.5 * (x + mean) {
    // x·ln(x/mean) = 2x·artanh(v); its leading term and `difference` make difference·v together.
    let v = difference / (x + mean)
    let square = v * v
    var term = 2 * x * v * square
    var sum = difference * v
    var odd = 3.0
    // Each term is less than a quarter of the one before.
    for _ in 0..<30 {
      let longer = sum + term / odd
      if longer == sum { break }
      sum = longer
      term *= square
      odd += 2
    }
    return sum
  }
  return x * log(x / mean) - difference
}
