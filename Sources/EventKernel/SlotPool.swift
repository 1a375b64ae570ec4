/// Recycled numbers for entities that come and go: `0, 1, 2, …`, the last one given back first.
///
/// The numbers index the columns of a model. As many exist as were ever taken at once: memory
/// grows with what is in the center now, not with what has passed through it.
@frozen
public struct SlotPool: ~Copyable {
  @usableFromInline var free: Column<Int32>
  @usableFromInline var next: Int32

  /// Makes a pool with no slot taken.
  @inlinable
  public init() {
    free = Column()
    next = 0
  }

  /// The number of different slots that were ever taken: the length a model's columns need.
  @inlinable
  public var capacity: Int { Int(next) }

  /// The number of slots that are taken now.
  @inlinable
  public var count: Int { Int(next) - free.count }

  /// Takes a slot that nobody has.
  ///
  /// - Returns: The slot given back last, or `capacity` as it was before the call if none is
  ///   free: the columns of the model then have to grow by one.
  /// - Complexity: O(1).
  @inlinable
  public mutating func take() -> Int32 {
    if let recycled = free.popLast() { return recycled }
    let slot = next
    next += 1
    return slot
  }

  /// Gives back a slot that was taken.
  ///
  /// - Precondition: `slot` is taken. A slot that was never taken is caught; one that is given
  ///   back twice is caught only when more slots are free than exist.
  /// - Complexity: O(1) on average.
  @inlinable
  public mutating func give(back slot: Int32) {
    precondition(slot >= 0 && slot < next && count > 0, "the slot is not taken")
    free.append(slot)
  }

  /// Forgets every slot; keeps the storage.
  @inlinable
  public mutating func removeAll() {
    free.removeAll()
    next = 0
  }
}
