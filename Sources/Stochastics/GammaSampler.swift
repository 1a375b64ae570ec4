public import SpecialFunctions

/// A gamma distribution whose table lies among `SamplingTables`.
@frozen
public struct GammaSampler: BitwiseCopyable, Sendable {
  @usableFromInline let scale: Double
  @usableFromInline let shape: Double
  @usableFromInline let firstPiece: Int32

  @inlinable
  func quantile(logit: Double, in tables: borrowing SamplingTables) -> Double {
    let position = (logit + GammaTable.end) * GammaTable.piecesPerUnit
    guard position >= 0, position < 2 * GammaTable.end * GammaTable.piecesPerUnit else {
      return scale * exp(logQuantile(beyond: logit))
    }
    let index = Int(position)
    let piece = tables.pieces[Int(firstPiece) &+ index]
    return scale * exp(piece.value(at: position - Double(index)))
  }

  @usableFromInline
  @inline(never)
  func logQuantile(beyond logit: Double) -> Double {
    GammaTail(shape: shape).logQuantile(logit: logit)
  }
}
