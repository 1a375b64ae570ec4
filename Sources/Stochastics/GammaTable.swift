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
  @usableFromInline let pieces: [QuantilePiece]
  @usableFromInline let tail: GammaTail

  @inlinable
  static var end: Double { 40 }

  @inlinable
  static var piecesPerUnit: Double { 4 }

  init(shape: Double) {
    tail = GammaTail(shape: shape)
    let nodes = GammaTable.nodes(shape: shape, tail: tail)
    pieces = zip(nodes, nodes.dropFirst()).map { QuantilePiece(from: $0, to: $1) }
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
