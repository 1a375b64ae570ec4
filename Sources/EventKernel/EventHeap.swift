/// The fenced storage of the event queue: a 4-ary implicit heap and a table of positions.
///
/// All unsafe code of the queue is in this file. The operations trust their arguments; `EventQueue`
/// checks what comes from outside.
///
/// - Place `i` has the children `4i + 1 ... 4i + 4`. The memory is aligned so that the children of
///   a place share one cache line.
/// - The places from `count` to the end of the memory are vacant, see `EventEntry.vacant`.
/// - `positions[handle]` is the place of the event with that handle. Handle 0 belongs to all
///   events that are never cancelled: its position is written and never read, which keeps the
///   loops free of a branch. A free handle's position is the next free handle with the top bit set.
@safe
@frozen
@usableFromInline
struct EventHeap: ~Copyable {
  /// Three places before the root, so that place 1 begins a cache line.
  @usableFromInline var memory: UnsafeMutableRawPointer
  @usableFromInline var entries: UnsafeMutablePointer<EventEntry>
  @usableFromInline var positions: UnsafeMutablePointer<UInt32>
  @usableFromInline var capacity: Int
  @usableFromInline var count: Int
  /// 0 when every handle is in use.
  @usableFromInline var firstFreeHandle: UInt32

  @usableFromInline
  init(capacity requested: Int) {
    capacity = Swift.max(requested, 8)
    precondition(capacity < 1 << 30, "an event queue holds fewer than 2^30 events")
    count = 0
    firstFreeHandle = 0
    let places = EventHeap.places(capacity: capacity)
    unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: (places + 3) * 16, alignment: 64)
    unsafe entries = (memory + 3 * 16).bindMemory(to: EventEntry.self, capacity: places)
    unsafe entries.initialize(repeating: .vacant, count: places)
    unsafe positions = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1)
    unsafe positions.initialize(repeating: 0, count: capacity + 1)
    freeHandles(from: 1)
  }

  // Inlinable, or the optimiser of Swift 6.3.1 stops in clients of a frozen noncopyable type.
  @inlinable
  deinit {
    unsafe memory.deallocate()
    unsafe positions.deallocate()
  }

  /// Room for `capacity` events and for the rest of the last group of four children.
  private static func places(capacity: Int) -> Int {
    1 + (capacity + 2) / 4 * 4
  }

  /// The number of places in memory, used or vacant.
  var placeCount: Int { EventHeap.places(capacity: capacity) }

  /// Chains the handles `first ... capacity` before those that are free already, lowest first.
  private mutating func freeHandles(from first: Int) {
    for handle in stride(from: capacity, through: first, by: -1) {
      unsafe positions[handle] = firstFreeHandle | EventHeap.freeMark
      firstFreeHandle = UInt32(handle)
    }
  }

  @inlinable
  static var freeMark: UInt32 { 0x8000_0000 }

  @inlinable
  subscript(place: Int) -> EventEntry {
    unsafe entries[place]
  }

  /// Where the event with `handle` is, or a number with the top bit set if there is no such event.
  @inlinable
  func position(of handle: UInt32) -> UInt32 {
    unsafe positions[Int(handle)]
  }

  /// - Precondition: Some handle is free, which holds whenever `count < capacity`.
  @inlinable
  mutating func takeHandle() -> UInt32 {
    let handle = firstFreeHandle
    firstFreeHandle = unsafe positions[Int(handle)] & ~EventHeap.freeMark
    return handle
  }

  @inlinable
  mutating func giveBack(handle: UInt32) {
    unsafe positions[Int(handle)] = firstFreeHandle | EventHeap.freeMark
    firstFreeHandle = handle
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

  /// Fills the empty `hole` or one of its descendants with `entry`, moving earlier events up.
  ///
  /// The earliest of four children is found by a tournament of three selections; only the test
  /// whether to go on is a branch.
  @inlinable
  func siftDown(_ entry: EventEntry, from hole: Int) {
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

  /// 1 if the event at `place` comes before the event at `other`, else 0.
  @inlinable
  func earlier(_ place: Int, _ other: Int) -> Int {
    unsafe entries[place].key < entries[other].key ? 1 : 0
  }

  /// Takes the event out of the last place.
  @inlinable
  mutating func takeLast() -> EventEntry {
    count &-= 1
    let last = unsafe entries[count]
    unsafe entries[count] = .vacant
    return last
  }

  /// Takes the event out of `hole`, closing the gap with the last event.
  @inlinable
  mutating func close(_ hole: Int) {
    let last = takeLast()
    if hole < count { move(last, from: hole) }
  }

  /// Puts `entry` into the heap instead of what is at `hole`.
  @inlinable
  func move(_ entry: EventEntry, from hole: Int) {
    if hole > 0 {
      let above = unsafe entries[(hole &- 1) &>> 2]
      if entry.key < above.key { return siftUp(entry, from: hole) }
    }
    siftDown(entry, from: hole)
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    var larger = EventHeap(capacity: capacity * 2)
    unsafe larger.entries.update(from: entries, count: count)
    unsafe larger.positions.update(from: positions, count: capacity + 1)
    larger.count = count
    larger.firstFreeHandle = firstFreeHandle
    larger.freeHandles(from: capacity + 1)
    self = larger
  }

  /// Forgets every event; all handles are free again.
  @usableFromInline
  mutating func removeAll() {
    unsafe entries.update(repeating: .vacant, count: count)
    count = 0
    firstFreeHandle = 0
    freeHandles(from: 1)
  }
}
