/// A 4-ary implicit heap and the table of its events' positions: where they are, not how many.
///
/// - Place `i` has the children `4i + 1 ... 4i + 4`.
/// - `positions[handle]` is the place of the event with that handle. Handle 0 belongs to all events
///   that are never cancelled: its position is written and never read, which keeps the loops free
///   of a branch.
///
/// Two pointers and nothing else, so that they are handed over in registers. Swift 6.3.1 hands over
/// a copy of the whole queue instead, of which the count has just been written in another size: the
/// processor then waits for its own write, once or twice a contact.
@safe
@frozen
@usableFromInline
struct EventPlaces: BitwiseCopyable {
  @usableFromInline let entries: UnsafeMutablePointer<EventEntry>
  @usableFromInline let positions: UnsafeMutablePointer<UInt32>

  @inlinable
  init(entries: UnsafeMutablePointer<EventEntry>, positions: UnsafeMutablePointer<UInt32>) {
    unsafe self.entries = entries
    unsafe self.positions = positions
  }

  @inlinable
  func place(_ entry: EventEntry, at place: Int) {
    unsafe entries[place] = entry
    unsafe positions[Int(entry.handle)] = UInt32(truncatingIfNeeded: place)
  }

  /// Fills the empty `hole` or one of its ancestors with `entry`, moving later events down.
  @inlinable
  func siftUp(_ entry: EventEntry, from hole: Int) {
    let key = entry.key
    var hole = hole
    while hole > 0 {
      let parent = (hole &- 1) &>> 2
      let above = unsafe entries[parent]
      if above.key <= key { break }
      place(above, at: hole)
      hole = parent
    }
    place(entry, at: hole)
  }

  /// Fills the empty `hole` or one of its descendants with `entry`, moving earlier events up; the
  /// heap has `count` events.
  ///
  /// The earliest of four children is found by a tournament of three selections; only the test
  /// whether to go on is a branch.
  @inlinable
  func siftDown(_ entry: EventEntry, from hole: Int, of count: Int) {
    let key = entry.key
    var hole = hole
    var first = hole &* 4 &+ 1
    while first < count {
      let left = first &+ earlier(first &+ 1, first)
      let right = first &+ 2 &+ earlier(first &+ 3, first &+ 2)
      let isRight = earlier(right, left)
      let child = left &+ (right &- left) &* isRight
      let below = unsafe entries[child]
      if key <= below.key { break }
      place(below, at: hole)
      hole = child
      first = hole &* 4 &+ 1
    }
    place(entry, at: hole)
  }

  /// Puts `entry` into the heap instead of what is at `hole`.
  @inlinable
  func move(_ entry: EventEntry, from hole: Int, of count: Int) {
    if hole > 0 {
      let above = unsafe entries[(hole &- 1) &>> 2]
      if entry.key < above.key { return siftUp(entry, from: hole) }
    }
    siftDown(entry, from: hole, of: count)
  }

  /// 1 if the event at `place` comes before the event at `other`, else 0.
  @inlinable
  func earlier(_ place: Int, _ other: Int) -> Int {
    unsafe entries[place].key < entries[other].key ? 1 : 0
  }
}
