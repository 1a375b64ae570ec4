/// Error-free transformations: what a rounded operation lost, as a second double.
///
/// They replace the fused multiply-add, which this module never uses: with or without the
/// instruction, every processor must give the same bits.
///
/// Sources: Dekker (1971), "A floating-point technique for extending the available precision";
/// Knuth, The Art of Computer Programming, volume 2, section 4.2.2.

/// `a + b` as a rounded sum and its error, exactly.
@inlinable @inline(__always)
func exactSum(_ a: Double, _ b: Double) -> (value: Double, error: Double) {
  let sum = a + b
  let virtual = sum - a
  return (sum, (a - (sum - virtual)) + (b - virtual))
}

/// `larger + smaller` as a rounded sum and its error, exactly, where `|larger| ≥ |smaller|` or
/// `larger` is zero.
@inlinable @inline(__always)
func exactSum(larger: Double, smaller: Double) -> (value: Double, error: Double) {
  let sum = larger + smaller
  return (sum, smaller - (sum - larger))
}

/// The upper 26 bits of `a` and the rest, exactly. Overflows for magnitudes above 2^996.
@inlinable @inline(__always)
func halves(_ a: Double) -> (upper: Double, lower: Double) {
  let scaled = a * 134_217_729  // 2^27 + 1
  let upper = scaled - (scaled - a)
  return (upper, a - upper)
}

/// `a · b` as a rounded product and its error, exactly unless something underflows.
@inlinable @inline(__always)
func exactProduct(_ a: Double, _ b: Double) -> (value: Double, error: Double) {
  let product = a * b
  let (aUpper, aLower) = halves(a)
  let (bUpper, bLower) = halves(b)
  let error =
    ((aUpper * bUpper - product) + aUpper * bLower + aLower * bUpper) + aLower * bLower
  return (product, error)
}
