/// Four independent draws, uniform in the open interval (0, 1): one block of the generator.
///
/// Each is an odd multiple of 2⁻⁵³. Hence no draw is 0 or 1, and `1 - u` is exact.
@frozen
public struct Lane: BitwiseCopyable, Hashable, Sendable {
  /// The first draw.
  public let u0: Double
  /// The second draw.
  public let u1: Double
  /// The third draw.
  public let u2: Double
  /// The fourth draw.
  public let u3: Double

  /// The draws of a block: the upper 52 bits of each word, as midpoints of 2⁵² equal intervals.
  @inlinable
  public init(_ block: Philox4x64.Block) {
    u0 = Lane.uniform(block.w0)
    u1 = Lane.uniform(block.w1)
    u2 = Lane.uniform(block.w2)
    u3 = Lane.uniform(block.w3)
  }

  /// Under the exponent of 1 the bits are a number in [1, 2); 1 − 2⁻⁵³ off it is exact, and one
  /// subtraction instead of a conversion, an addition and a multiplication.
  @inlinable
  static func uniform(_ word: UInt64) -> Double {
    Double(bitPattern: 0x3FF0_0000_0000_0000 | word &>> 12) - 0x0.fffffffffffff8p0
  }
}
