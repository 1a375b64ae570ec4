/// The fenced storage of the event queue: the memory of a heap, and handles for what may be
/// cancelled.
///
/// All unsafe code of the queue is here and in `EventPlaces`. The operations trust their arguments;
/// `EventQueue` checks what comes from outside.
///
/// The memory is aligned so that the children of a place share one cache line. The places from
/// `count` to its end are vacant, see `EventEntry.vacant`. A free handle's position is the next free
/// handle with the top bit set.
@safe
@frozen
@usableFromInline
struct EventHeap: ~Copyable {
  /// Three places before the root, so that place 1 begins a cache line.
  @usableFromInline var memory: UnsafeMutableRawPointer
  @usableFromInline var places: EventPlaces
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
    let room = EventHeap.placeCount(forCapacity: capacity)
    unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: (room + 3) * 16, alignment: 64)
    unsafe places = EventPlaces(
      entries: (memory + 3 * 16).bindMemory(to: EventEntry.self, capacity: room),
      positions: UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1))
    unsafe places.entries.initialize(repeating: .vacant, count: room)
    unsafe places.positions.initialize(repeating: 0, count: capacity + 1)
    freeHandles(from: 1)
  }

  // Inlinable, or the optimiser of Swift 6.3.1 stops in clients of a frozen noncopyable type.
  @inlinable
  deinit {
    unsafe memory.deallocate()
    unsafe places.positions.deallocate()
  }

  /// Room for `capacity` events and for the rest of the last group of four children.
  private static func placeCount(forCapacity capacity: Int) -> Int {
    1 + (capacity + 2) / 4 * 4
  }

  /// The number of places in memory, used or vacant.
  var placeCount: Int { EventHeap.placeCount(forCapacity: capacity) }

  /// Chains the handles `first ... capacity` before those that are free already, lowest first.
  private mutating func freeHandles(from first: Int) {
    for handle in stride(from: capacity, through: first, by: -1) {
      unsafe places.positions[handle] = firstFreeHandle | EventHeap.freeMark
      firstFreeHandle = UInt32(handle)
    }
  }

  @inlinable
  static var freeMark: UInt32 { 0x8000_0000 }

  @inlinable
  subscript(place: Int) -> EventEntry {
    unsafe places.entries[place]
  }

  /// Where the event with `handle` is, or a number with the top bit set if there is no such event.
  @inlinable
  func position(of handle: UInt32) -> UInt32 {
    unsafe places.positions[Int(handle)]
  }

  /// - Precondition: Some handle is free, which holds whenever `count < capacity`.
  @inlinable
  mutating func takeHandle() -> UInt32 {
    let handle = firstFreeHandle
    firstFreeHandle = unsafe places.positions[Int(handle)] & ~EventHeap.freeMark
    return handle
  }

  @inlinable
  mutating func giveBack(handle: UInt32) {
    unsafe places.positions[Int(handle)] = firstFreeHandle | EventHeap.freeMark
    firstFreeHandle = handle
  }

  /// Takes the event out of the last place.
  @inlinable
  mutating func takeLast() -> EventEntry {
    count &-= 1
    let last = unsafe places.entries[count]
    unsafe places.entries[count] = .vacant
    return last
  }

  /// Takes the event out of `hole`, closing the gap with the last event.
  @inlinable
  mutating func close(_ hole: Int) {
    let last = takeLast()
    if hole < count { places.move(last, from: hole, of: count) }
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    var larger = EventHeap(capacity: capacity * 2)
    unsafe larger.places.entries.update(from: places.entries, count: count)
    unsafe larger.places.positions.update(from: places.positions, count: capacity + 1)
    larger.count = count
    larger.firstFreeHandle = firstFreeHandle
    larger.freeHandles(from: capacity + 1)
    self = larger
  }

  /// Forgets every event; all handles are free again.
  @usableFromInline
  mutating func removeAll() {
    unsafe places.entries.update(repeating: .vacant, count: count)
    count = 0
    firstFreeHandle = 0
    freeHandles(from: 1)
  }
}
