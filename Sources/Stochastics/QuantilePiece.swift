/// A piece of a table of quantiles: a polynomial of degree 7 in Newton's form, one cache line.
@frozen
@usableFromInline
struct QuantilePiece: BitwiseCopyable, Sendable {
  @usableFromInline var c0, c1, c2, c3, c4, c5, c6, c7: Double

  /// The value at `s`, in `0...1` from one end to the other.
  @inlinable
  func value(at s: Double) -> Double {
    let r = s - 1
    let rest = c4 + r * (c5 + r * (c6 + r * c7))
    return c0 + s * (c1 + s * (c2 + s * (c3 + s * rest)))
  }

  /// The polynomial of degree 7 with the Taylor coefficients `left` at 0 and `right` at 1: divided
  /// differences with four equal nodes at either end.
  init(from left: [Double], to right: [Double]) {
    var differences = [Double](repeating: left[0], count: 4) + Array(repeating: right[0], count: 4)
    var newton = [left[0]]
    for order in 1..<8 {
      for index in 0..<(8 - order) {
        if index + order < 4 {
          differences[index] = left[order]
        } else if index >= 4 {
          differences[index] = right[order]
        } else {
          differences[index] = differences[index + 1] - differences[index]
        }
      }
      newton.append(differences[0])
    }
    c0 = newton[0]
    c1 = newton[1]
    c2 = newton[2]
    c3 = newton[3]
    c4 = newton[4]
    c5 = newton[5]
    c6 = newton[6]
    c7 = newton[7]
  }
}
