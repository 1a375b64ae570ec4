/// What the heap holds for a pending event: exactly 16 bytes, so that the four children of a node
/// share one cache line of 64.
///
/// The time is kept as its bit pattern: for times that are not negative, the order of the patterns
/// is the order of the times. Time, rank and handle then form one unsigned number of 128 bits, and
/// "earlier" is a single comparison without a branch. The handle takes part only between events
/// of equal time, kind and entity, which nothing outside the queue can tell apart.
@frozen
@usableFromInline
struct EventEntry: BitwiseCopyable, Sendable {
  @usableFromInline let timeBits: UInt64
  @usableFromInline let rankAndHandle: UInt64

  @inlinable
  init(timeBits: UInt64, rankAndHandle: UInt64) {
    self.timeBits = timeBits
    self.rankAndHandle = rankAndHandle
  }

  /// Adding zero turns −0 into +0, whose bit pattern sorts first.
  @inlinable
  init(time: Double, rank: UInt32, handle: UInt32) {
    timeBits = (time + 0).bitPattern
    rankAndHandle = UInt64(rank) &<< 32 | UInt64(handle)
  }

  /// Sorts behind every event, those at infinity included. It fills the places behind the last
  /// event, so that choosing among four children needs no test of how many there are.
  @inlinable
  static var vacant: EventEntry { EventEntry(timeBits: .max, rankAndHandle: .max) }

  @inlinable
  var time: Double { Double(bitPattern: timeBits) }

  @inlinable
  var rank: UInt32 { UInt32(truncatingIfNeeded: rankAndHandle &>> 32) }

  /// `0` for an event that is never cancelled.
  @inlinable
  var handle: UInt32 { UInt32(truncatingIfNeeded: rankAndHandle) }

  @inlinable
  var key: UInt128 { UInt128(timeBits) &<< 64 | UInt128(rankAndHandle) }

  @inlinable
  var event: Event { Event(time: time, rank: rank) }
}
