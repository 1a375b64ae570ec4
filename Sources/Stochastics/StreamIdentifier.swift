/// The identity of a random stream: a fixed hash of a name.
///
/// Streams are found by the names of classes, teams and tools, never by their positions: a class
/// that is added to a scenario moves no draw of any other.
///
/// The hash is FNV-1a (Fowler, Noll, Vo; 64 bits) over the UTF-8 bytes of the name, followed by
/// the finalizer of SplitMix64 (Steele, Lea, Flood 2014), so that similar names have unrelated
/// identifiers. It is part of the version: its values are pinned by `RandomSourceTests`.
@frozen
public struct StreamIdentifier: BitwiseCopyable, Hashable, Sendable {
  /// The hash.
  public let hash: UInt64

  /// The stream of `name`, compared byte by byte: case and composition of letters matter.
  ///
  /// - Complexity: O(length of the name).
  public init(_ name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    self.hash = hash ^ (hash >> 31)
  }

  /// No name: what stands in place of a tool where no tool takes part.
  @inlinable
  public static var none: StreamIdentifier { StreamIdentifier(hash: 0) }

  @inlinable
  init(hash: UInt64) {
    self.hash = hash
  }
}
