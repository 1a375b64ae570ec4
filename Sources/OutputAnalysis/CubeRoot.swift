/// The real cube root, of either sign.
///
/// Within three units in the last place of the C library's: Halley's iteration triples the correct
/// digits, and four steps follow a start that is within 30 %. Only arithmetic, so that the bytes
/// are the same on every processor; the library's `cbrt` is not.
///
/// - Complexity: O(1).
func cubeRoot(of value: Double) -> Double {
  guard value != 0, value.isFinite else { return value }
  let magnitude = value.magnitude
  // 2^(e/3) from the exponent alone; the remainder and the significand are left to the iteration.
  let exponent = Int(magnitude.exponent)
  let third = exponent >= 0 ? exponent / 3 : -((2 - exponent) / 3)
  let remainder = exponent - 3 * third
  let start = [1.14, 1.44, 1.81][remainder]
  var root = Double(sign: .plus, exponent: third, significand: start)
  for _ in 0..<4 {
    let cube = root * root * root
    root -= root * ((cube - magnitude) / (2 * cube + magnitude))
  }
  return value < 0 ? -root : root
}
