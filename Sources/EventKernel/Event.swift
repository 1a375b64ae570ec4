/// Something that happens at an instant: its time, its kind, and the entity that it happens to.
///
/// Events are ordered by time, then by kind, then by entity. The order is total on what a model
/// can see of an event, so that a run never depends on the order in which events were inserted.
@frozen
public struct Event: BitwiseCopyable, Hashable, Sendable {
  /// When it happens [s]; `≥ 0`.
  public let time: Double

  /// Kind (upper 4 bits) and entity (lower 28 bits): the order among events at one instant.
  @usableFromInline let rank: UInt32

  @inlinable
  init(time: Double, rank: UInt32) {
    self.time = time
    self.rank = rank
  }

  /// What happens, in `0...15`. The model gives the numbers their meaning; of two events at one
  /// instant the one with the lower number comes first.
  @inlinable
  public var kind: UInt32 { rank &>> 28 }

  /// Whom it happens to, in `0..<2²⁸`: an index or a slot of the model.
  @inlinable
  public var entity: Int32 { Int32(truncatingIfNeeded: rank & 0x0FFF_FFFF) }

  /// - Precondition: `kind` is in `0...15`, `entity` in `0..<2²⁸`.
  @inlinable
  static func rank(kind: UInt32, entity: Int32) -> UInt32 {
    precondition(kind < 16, "the kind of an event is in 0...15")
    let entity = UInt32(bitPattern: entity)
    precondition(entity &>> 28 == 0, "the entity of an event is in 0..<2^28")
    return kind &<< 28 | entity
  }
}
