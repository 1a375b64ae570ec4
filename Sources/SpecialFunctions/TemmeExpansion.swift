/// Both tails of the gamma law with a large shape, at a cost that does not grow with it.
///
/// Q(a, x) = Pr{Z > η·√a} + φ(η·√a)/√a·(c₀(η) + c₁(η)/a + …), where η²/2 = λ − 1 − ln λ and
/// λ = x/a. From a = 10⁶ on, |η| > 0.04 means a tail that underflows, so that short power series
/// do. Coefficients: `make_coefficients.py`.
///
/// Source: Temme (1979), "The asymptotic expansion of the incomplete gamma functions"; DLMF 8.12.
func gammaTailsOfLargeShape(
  _ shape: Double, at x: Double
) -> (lower: Double, upper: Double) {
  let halfSquare = deviance(shape, from: x)
  // Either tail is below the smallest subnormal.
  if halfSquare > 746 { return x < shape ? (0, 1) : (1, 0) }
  let distance = (2 * halfSquare).squareRoot()
  let z = x < shape ? -distance : distance
  let eta = z / shape.squareRoot()
  let high = 0x1.71de3a556c734p-12 + eta * (-0x1.76e06fec7273bp-13 + eta * 0x1.48c5892f7cd83p-15)
  let low = -0x1.e573ac901e574p-7 + eta * (0x1.2f684bda12f68p-10 + eta * high)
  let c0 = -0x1.5555555555555p-2 + eta * (0x1.5555555555555p-4 + eta * low)
  let c1 =
    -0x1.e573ac901e574p-10 + eta * (-0x1.c71c71c71c71cp-9 + eta * 0x1.5ac056b015ac0p-9)
  let density = exp(-halfSquare) / (0x1.921fb54442d18p+2 * shape).squareRoot()
  let correction = density * (c0 + c1 / shape)
  return (normalCumulative(z) - correction, normalCumulative(-z) + correction)
}
