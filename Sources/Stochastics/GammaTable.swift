/// The logarithm of the quantile function of the gamma distribution with scale 1, as a table.
///
/// Let t = ln(u/(1 − u)) be the logit of the probability and y = ln x that of the quantile's
/// logarithm. In these coordinates both tails are nearly straight, and one even grid serves every
/// shape: pieces of length 1/4 from −40 to 40, on each the polynomial of degree 7 that has the
/// right value and the right first three derivatives at both ends. The table is therefore smooth
/// and, up to the rounding of the last bits, monotone.
///
/// Values and derivatives come from Taylor series of the differential equation that the quantile
/// function solves, see `GammaSeries`.
@frozen
@usableFromInline
struct GammaTable: Sendable {
  /// The coefficients of one polynomial in Newton's form, one cache line.
  @frozen
  @usableFromInline
  struct Piece: BitwiseCopyable, Sendable {
    @usableFromInline var c0, c1, c2, c3, c4, c5, c6, c7: Double

    /// The value at `s`, in `0...1` from one end to the other.
    @inlinable
    func value(at s: Double) -> Double {
      let r = s - 1
      let rest = c4 + r * (c5 + r * (c6 + r * c7))
      return c0 + s * (c1 + s * (c2 + s * (c3 + s * rest)))
    }
  }

  @usableFromInline let pieces: [Piece]
  @usableFromInline let tail: GammaTail

  @inlinable
  static var end: Double { 40 }

  @inlinable
  static var piecesPerUnit: Double { 4 }

  init(shape: Double) {
    tail = GammaTail(shape: shape)
    let nodes = GammaTable.nodes(shape: shape, tail: tail)
    pieces = zip(nodes, nodes.dropFirst()).map { Piece(from: $0, to: $1) }
  }

  /// ln x for the probability with the given logit.
  ///
  /// - Parameter logit: Any number or infinity, not NaN.
  @inlinable
  func logQuantile(logit: Double) -> Double {
    let position = (logit + GammaTable.end) * GammaTable.piecesPerUnit
    guard position >= 0, position < 2 * GammaTable.end * GammaTable.piecesPerUnit else {
      return logQuantile(beyond: logit)
    }
    let index = Int(position)
    return pieces[index].value(at: position - Double(index))
  }

  @usableFromInline
  @inline(never)
  func logQuantile(beyond logit: Double) -> Double {
    tail.logQuantile(logit: logit)
  }

  /// The first four Taylor coefficients at every node, from −40 to 40, in units of a piece.
  ///
  /// The equation forgets: an error of the start shrinks on the way inward like e^−|t|. Hence each
  /// half is followed from its end to the middle.
  private static func nodes(shape: Double, tail: GammaTail) -> [[Double]] {
    let steps = Int(end * piecesPerUnit)
    var lower = GammaSeries(shape: shape, logit: -end, start: tail.lower(logit: -end))
    var upper = GammaSeries(shape: shape, logit: end, start: tail.upper(logit: end))
    var below: [[Double]] = []
    var above: [[Double]] = []
    for step in 0..<steps {
      below.append(lower.coefficients(inUnitsOf: 1 / piecesPerUnit))
      above.append(upper.coefficients(inUnitsOf: 1 / piecesPerUnit))
      let inward = end - Double(step + 1) / piecesPerUnit
      lower.advance(by: 1 / piecesPerUnit, to: -inward)
      upper.advance(by: -1 / piecesPerUnit, to: inward)
    }
    return below + [lower.coefficients(inUnitsOf: 1 / piecesPerUnit)] + above.reversed()
  }
}

extension GammaTable.Piece {
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
    self.init(
      c0: newton[0], c1: newton[1], c2: newton[2], c3: newton[3],
      c4: newton[4], c5: newton[5], c6: newton[6], c7: newton[7])
  }
}
