/// The logarithm of the gamma function, ln Γ(x), for x > 0.
///
/// The zeros at 1 and 2 are exact and the values beside them keep their relative accuracy.
/// `logGamma(0)` and `logGamma(.infinity)` are `.infinity`; a negative number or a NaN gives a
/// NaN.
///
/// A polynomial about 2; one or two logarithms below 1.5; the recurrence up to 8; Stirling's
/// series beyond.
///
/// - Returns: A value within 6 ulp, measured on 120,000 points in 1e-300...1e300
///   (`DistributionAccuracyTests`).
/// - Complexity: O(1).
public func logGamma(_ x: Double) -> Double {
  guard x > 0, x < .infinity else {
    if x == 0 { return .infinity }
    return x < 0 ? .nan : x
  }
  if x < 0.5 { return logGammaBesideTwo(x) - log1p(x) - log(x) }
  if x < 1.5 { return logGammaBesideTwo(x - 1) - log(x) }
  if x <= 2.5 { return logGammaBesideTwo(x - 2) }
  if x < 8 {
    var rest = x - 1
    var product = rest
    while rest > 2.5 {
      rest -= 1
      product *= rest
    }
    return logGammaBesideTwo(rest - 2) + log(product)
  }
  return (x - 0.5) * (log(x) - 1) + (stirlingSeries(x) + 0x1.acfe390c97d6ap-2)
}

/// What Stirling's formula leaves of ln Γ(x + 1): ln Γ(x + 1) − (x + ½)·ln x + x − ½·ln 2π.
func stirlingError(_ x: Double) -> Double {
  if x >= 8 { return stirlingSeries(x) }
  return (logGamma(x + 1) - (x + 0.5) * log(x)) + (x - 0x1.d67f1c864beb5p-1)
}

/// 1/(12x) − 1/(360x³) + …, within 2^-53 for x ≥ 8: B(2k)/(2k·(2k − 1)·x^(2k − 1)) for k = 1…8.
private func stirlingSeries(_ x: Double) -> Double {
  let inverse = 1 / x
  let z = inverse * inverse
  let high =
    0x1.b951e2b18ff23p-11 + z
    * (-0x1.f6ab0d9993c7dp-10 + z * (0x1.a41a41a41a41ap-8 + z * -0x1.e4286cb0f5398p-6))
  let low =
    -0x1.6c16c16c16c17p-9 + z * (0x1.a01a01a01a01ap-11 + z * (-0x1.3813813813814p-11 + z * high))
  return inverse * (0x1.5555555555555p-4 + z * low)
}

/// ln Γ(2 + t) for |t| ≤ ½. Coefficients: `make_coefficients.py`, error 2^-60 of t.
private func logGammaBesideTwo(_ t: Double) -> Double {
  var sum = logGammaCoefficients[18]
  for index in stride(from: 17, through: 0, by: -1) {
    sum = logGammaCoefficients[index] + t * sum
  }
  return t * sum
}

private let logGammaCoefficients: InlineArray<19, Double> = [
  0x1.b0ee6072093cep-2, 0x1.4a34cc4a60fa7p-2, -0x1.13e001a557607p-4, 0x1.51322ac7d7fd2p-6,
  -0x1.e404fc218ecffp-8, 0x1.7add6eae5b8fdp-9, -0x1.38ac5c2c96006p-10, 0x1.0b36af3424c50p-11,
  -0x1.d3fd4bda4f97bp-13, 0x1.a127dd231f4b2p-14, -0x1.78de85fa0bf74p-15, 0x1.5806d7786fbc2p-16,
  -0x1.3cb5f201754a6p-17, 0x1.2640a5e8ab73ep-18, -0x1.125408d7ee6ebp-19, 0x1.edf317afe0c72p-21,
  -0x1.d06b46182e294p-22, 0x1.2b4bb069ee6a9p-22, -0x1.1be56b7e101c6p-23,
]
