/// The exponential function: e to the power `x`.
///
/// Edge cases: `exp(-.infinity)` is `0`, `exp(.infinity)` is `.infinity`, a NaN gives a NaN;
/// results below the smallest subnormal are `0`, above the largest finite number `.infinity`.
///
/// `x = k·ln 2 + r` with |r| ≤ ln 2 / 2, a polynomial in `r`, and a scaling by 2^k. The leading
/// term `1 + r` is kept with its rounding error, so that one rounding decides the result.
///
/// - Returns: A value within 0.75 ulp, measured on 300,000 points (`ElementaryAccuracyTests`).
/// - Complexity: O(1), no division, no table.
@inlinable
public func exp(_ x: Double) -> Double {
  // Both comparisons are false for a NaN.
  guard x < 710, x > -746 else {
    if x >= 710 { return .infinity }
    return x <= -746 ? 0 : x
  }
  return exponential(of: x, plus: 0)
}

/// The exponential function less one, without cancellation: e^x − 1.
///
/// Edge cases: zeros keep their sign, `expm1(-.infinity)` is `-1`, `expm1(.infinity)` is
/// `.infinity`, a NaN gives a NaN.
///
/// - Returns: A value within 0.82 ulp, measured on 400,000 points (`ElementaryAccuracyTests`).
/// - Complexity: O(1), no division, no table.
@inlinable
public func expm1(_ x: Double) -> Double {
  // Beyond 40, the 1 is less than a hundredth of an ulp; below -40, the power is.
  guard x < 40, x > -40 else {
    if x <= -40 { return -1 }
    return exp(x)
  }
  // The next term is x²/2; this keeps the sign of zero and subnormals intact.
  if x.magnitude < 0x1p-54 { return x }
  let (exponent, upper, lower) = reducedByPowersOfTwo(x)
  let scale = Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
  let r = upper - lower
  // r²/2 weighs more here than in `exp`: its leading part, which 26 bits of r make exact, is
  // kept apart.
  let (head, tail) = halves(r)
  let rest = (0.5 * tail * (r + head) + exponentialBeyondSquare(r)) - lower
  // Where the power is large the 1 belongs with the small terms: 2^k − 1 would be rounded.
  let isLarge = exponent > 30
  let (linear, linearError) = exactSum(isLarge ? scale : scale - 1, scale * upper)
  let (sum, error) = exactSum(linear, scale * (0.5 * head * head))
  return sum + ((linearError + error) + (scale * rest - (isLarge ? 1 : 0)))
}

/// e^(x + correction), where `correction` is small against an ulp of `x` or zero, and `x` is in
/// -746...710.
@inlinable @inline(__always)
func exponential(of x: Double, plus correction: Double) -> Double {
  let (exponent, upper, reduction) = reducedByPowersOfTwo(x)
  let lower = reduction - correction
  let rest = exponentialBeyondLinear(upper - lower) - lower
  let (sum, error) = exactSum(larger: 1, smaller: upper)
  let value = sum + (error + rest)
  if exponent >= -1020 && exponent <= 1022 {
    return Double(bitPattern: value.bitPattern &+ UInt64(bitPattern: exponent &<< 52))
  }
  // In two steps, of which the first is exact: only one of them can round or overflow.
  let first = exponent / 2
  return value * powerOfTwo(first) * powerOfTwo(exponent - first)
}

/// `x` as `exponent · ln 2 + (upper − lower)`, with |upper − lower| ≤ 0.3467.
@inlinable @inline(__always)
func reducedByPowersOfTwo(_ x: Double) -> (exponent: Int64, upper: Double, lower: Double) {
  // Adding 1.5 · 2^52 rounds to an integer that can be read off the bits.
  let shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52
  let multiple = shifted - 0x1.8p52
  let exponent =
    Int64(bitPattern: shifted.bitPattern) &- Int64(bitPattern: (0x1.8p52 as Double).bitPattern)
  return (exponent, x - multiple * naturalLogOfTwoUpper, multiple * naturalLogOfTwoLower)
}

/// 2^exponent for an exponent in -1022...1023.
@inlinable @inline(__always)
func powerOfTwo(_ exponent: Int64) -> Double {
  Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
}

/// ln 2, cut after 32 bits of its fraction so that multiples up to 2^21 are exact.
@inlinable @inline(__always)
var naturalLogOfTwoUpper: Double { 0x1.62e42fee00000p-1 }

/// What `naturalLogOfTwoUpper` leaves of ln 2.
@inlinable @inline(__always)
var naturalLogOfTwoLower: Double { 0x1.a39ef35793c76p-33 }

/// e^r − 1 − r for |r| ≤ 0.3467.
@inlinable @inline(__always)
func exponentialBeyondLinear(_ r: Double) -> Double {
  0.5 * (r * r) + exponentialBeyondSquare(r)
}

/// e^r − 1 − r − r²/2 for |r| ≤ 0.3467. Coefficients: `make_coefficients.py`, error 2^-59 of r².
@inlinable @inline(__always)
func exponentialBeyondSquare(_ r: Double) -> Double {
  let r2 = r * r
  let r4 = r2 * r2
  let low =
    (0x1.5555555555557p-3 + r * 0x1.5555555555556p-5)
    + r2 * (0x1.11111111100cep-7 + r * 0x1.6c16c16c162ccp-10)
  let middle =
    (0x1.a01a01abef415p-13 + r * 0x1.a01a01a6dcaffp-16)
    + r2 * (0x1.71de021a90822p-19 + r * 0x1.27e4db57442fbp-22)
  let high = 0x1.af4e196027428p-26 + r * 0x1.1f731ea5352cap-29
  return (r * r2) * (low + r4 * (middle + r4 * high))
}
