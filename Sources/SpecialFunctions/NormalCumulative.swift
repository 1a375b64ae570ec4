/// The distribution function of the standard normal law: Pr{Z ≤ x}.
///
/// The lower tail keeps its relative accuracy down to the smallest subnormal; for the upper tail
/// use `normalCumulative(-x)`, since Pr{Z > x} = Pr{Z ≤ −x}. A NaN gives a NaN.
///
/// Pr{Z > x} = e^(−x²/2)·G(x)/(1 + x), where G is smooth and bounded: a Chebyshev series in
/// (x − 4)/(x + 4), after Shepherd and Laframboise (1981). The square is kept to twice the
/// working precision, or the error would grow with x².
///
/// - Returns: A probability in `0...1`, within 5e-16 relative, measured on 60,000 points in
///   -38.5...9 (`DistributionAccuracyTests`).
/// - Complexity: O(1).
public func normalCumulative(_ x: Double) -> Double {
  if x.isNaN { return x }
  let tail = normalTail(x.magnitude)
  return x > 0 ? 1 - tail : tail
}

/// Pr{Z > x} for x ≥ 0.
private func normalTail(_ x: Double) -> Double {
  // The smallest subnormal is reached before.
  if x > 38.6 { return 0 }
  let (square, error) = exactProduct(x, x)
  let density = exponential(of: -0.5 * square, plus: -0.5 * error)
  return density * millsRatio(x) / (1 + x)
}

/// (1 + x)·e^(x²/2)·Pr{Z > x} for x ≥ 0, by Clenshaw's recurrence.
private func millsRatio(_ x: Double) -> Double {
  let twice = 2 * ((x - 4) / (x + 4))
  var next = 0.0
  var afterNext = 0.0
  for index in stride(from: millsCoefficients.count - 1, to: 0, by: -1) {
    (next, afterNext) = (millsCoefficients[index] + (twice * next - afterNext), next)
  }
  return millsCoefficients[0] + (0.5 * twice * next - afterNext)
}

/// Chebyshev coefficients by `make_coefficients.py`; the first omitted one is 2^-57.
private let millsCoefficients: InlineArray<25, Double> = [
  0x1.dcc2bbcc9b6e8p-2, -0x1.071deb338936dp-4, -0x1.6e116a2eb3fcdp-7, 0x1.9e11047e79e2dp-7,
  -0x1.3c70a1636eb40p-8, 0x1.1af431cb33945p-10, -0x1.f4d775ae8ff8fp-14, -0x1.cb99da386dfd6p-18,
  0x1.1081165d4ad5fp-18, -0x1.a359cff5c131fp-23, -0x1.e74dfa51c5165p-24, 0x1.a5bafe79eca15p-27,
  0x1.f75cb1ad619e6p-29, -0x1.17c49546eaedep-31, -0x1.411c371f91f0cp-33, 0x1.4252cd37d1cc6p-36,
  0x1.e28e89a15ec0cp-38, -0x1.1dd333a644c75p-41, -0x1.8557eb558a212p-42, 0x1.fcc67e6091856p-52,
  0x1.333bb09152f05p-46, 0x1.b3e8dd55ecd2ep-50, -0x1.a8db7d883002cp-51, -0x1.73d08626c4921p-53,
  0x1.890b1d4ff2a34p-56,
]
