/// The natural logarithm.
///
/// Edge cases: `log(0)` and `log(-0.0)` are `-.infinity`, a negative number gives a NaN,
/// `log(.infinity)` is `.infinity`, `log(1)` is `0`, subnormals are accurate, a NaN gives a NaN.
///
/// `x = 2^k·(1 + f)` with 1 + f between √½ and √2; ln(1 + f) = 2·artanh(s) with s = f/(2 + f).
///
/// - Returns: A value within 0.83 ulp, measured on 400,000 points (`ElementaryAccuracyTests`).
/// - Complexity: O(1), one division, no table.
@inlinable
public func log(_ x: Double) -> Double {
  var bits = x.bitPattern
  var bias: Int64 = 0
  // One comparison sends zero, subnormals, negative numbers, infinities and NaN aside.
  if bits &- 0x0010_0000_0000_0000 >= 0x7fe0_0000_0000_0000 {
    guard x > 0, x < .infinity else { return logarithmOutsideDomain(x) }
    bits = (x * 0x1p54).bitPattern
    bias = -54
  }
  let (exponent, mantissa) = normalized(bits)
  return logarithm(fraction: mantissa - 1, exponent: Double(exponent &+ bias), correction: 0)
}

/// The natural logarithms of two normal, positive numbers, each to the last bit what `log` gives.
///
/// Side by side they take the processor hardly longer than one of them, if both results go to
/// neighbours in memory: then the compiler (Swift 6.3.1) does every step for both at once.
///
/// - Parameters:
///   - x: `≥ 0x1p-1022`, finite; of any other the result means nothing, and debug builds stop.
///   - y: Likewise.
/// - Complexity: O(1), one division for both, no table.
@inlinable @inline(__always)
public func logs(ofNormal x: Double, _ y: Double) -> (Double, Double) {
  assert(x.isNormal && x > 0 && y.isNormal && y > 0, "normal, positive numbers")
  let (xExponent, xMantissa) = normalized(x.bitPattern)
  let (yExponent, yMantissa) = normalized(y.bitPattern)
  return (
    logarithm(fraction: xMantissa - 1, exponent: Double(xExponent), correction: 0),
    logarithm(fraction: yMantissa - 1, exponent: Double(yExponent), correction: 0)
  )
}

/// The natural logarithm of one more than `x`, without cancellation: ln(1 + x).
///
/// Edge cases: zeros keep their sign, `log1p(-1)` is `-.infinity`, anything below `-1` gives a
/// NaN, `log1p(.infinity)` is `.infinity`, a NaN gives a NaN.
///
/// - Returns: A value within 0.83 ulp, measured on 400,000 points (`ElementaryAccuracyTests`).
/// - Complexity: O(1), two divisions, no table.
@inlinable
public func log1p(_ x: Double) -> Double {
  guard x > -1, x < .infinity else { return logarithmOutsideDomain(1 + x) }
  // The next term is x²/2; this keeps the sign of zero and subnormals intact.
  if x.magnitude < 0x1p-54 { return x }
  let (sum, error) = exactSum(1, x)
  let (exponent, mantissa) = normalized(sum.bitPattern)
  if exponent == 0 { return logarithm(fraction: x, exponent: 0, correction: 0) }
  return logarithm(
    fraction: mantissa - 1, exponent: Double(exponent), correction: error / sum)
}

/// The logarithm of zero, an infinity, a negative number or a NaN.
@inlinable
func logarithmOutsideDomain(_ x: Double) -> Double {
  if x == 0 { return -.infinity }
  return x < 0 ? .nan : x
}

/// The positive normal number of the given bits as 2^exponent · mantissa, √½ ≤ mantissa < √2.
@inlinable @inline(__always)
func normalized(_ bits: UInt64) -> (exponent: Int64, mantissa: Double) {
  let exponent = Int64(bitPattern: bits &- 0x3fe6_a09e_667f_3bcd) &>> 52
  return (exponent, Double(bitPattern: bits &- UInt64(bitPattern: exponent &<< 52)))
}

/// exponent · ln 2 + ln(1 + fraction) + correction, for √½ ≤ 1 + fraction ≤ √2.
@inlinable @inline(__always)
func logarithm(fraction: Double, exponent: Double, correction: Double) -> Double {
  let s = fraction / (2 + fraction)
  let halfSquare = 0.5 * fraction * fraction
  // ln(1 + f) = f − (f²/2 − s·(f²/2 + R(s²))): the small terms are summed first.
  let rest = halfSquare - s * (halfSquare + artanhBeyondLinear(s * s))
  let (sum, error) = exactSum(larger: exponent * naturalLogOfTwoUpper, smaller: fraction)
  return sum + (error + ((exponent * naturalLogOfTwoLower + correction) - rest))
}

/// (2·artanh(s) − 2·s)/s as a function of z = s², for z ≤ 0.0295. Coefficients:
/// `make_coefficients.py`, error 2^-51 of z.
@inlinable @inline(__always)
func artanhBeyondLinear(_ z: Double) -> Double {
  let z2 = z * z
  let z4 = z2 * z2
  let low =
    (0x1.5555555555558p-1 + z * 0x1.9999999995273p-2)
    + z2 * (0x1.2492492dfd86cp-2 + z * 0x1.c71c62d5e53e0p-3)
  let high =
    (0x1.7462b91b8df65p-3 + z * 0x1.39fdcceb4bb45p-3) + z2 * 0x1.2b5f68a50d903p-3
  return z * (low + z4 * high)
}
