/// One field of the state of many entities: a growable array of plain values that is owned once.
///
/// Simulation state is kept as one column a field ("struct of arrays"), indexed by an entity's
/// slot. Reading or writing an element is a bounds check and one load or store: nothing is
/// retained, and no uniqueness is tested.
///
///     var enteredAt = Column<Double>(repeating: 0, count: 1_000)
///     enteredAt[slot] = now
///
/// All unsafe code of the column is in this file.
@safe
@frozen
public struct Column<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>

  @usableFromInline var length: Int
  @usableFromInline var room: Int

  /// Makes an empty column.
  ///
  /// - Parameter minimumCapacity: The number of elements for which to allocate; `≥ 0`.
  @inlinable
  public init(minimumCapacity: Int = 0) {
    precondition(minimumCapacity >= 0, "a capacity is not negative")
    room = Swift.max(minimumCapacity, 8)
    unsafe elements = Column.allocate(room)
    length = 0
  }

  /// Makes a column of equal elements.
  ///
  /// - Parameters:
  ///   - element: The value of each element.
  ///   - count: The number of elements; `≥ 0`.
  @inlinable
  public init(repeating element: Element, count: Int) {
    self.init(minimumCapacity: count)
    append(repeating: element, count: count)
  }

  // Inlinable, or the optimiser of Swift 6.3.1 stops in clients of a frozen noncopyable type.
  @inlinable
  deinit {
    unsafe UnsafeMutableRawPointer(elements).deallocate()
  }

  /// The number of elements.
  @inlinable
  public var count: Int { length }

  /// The number of elements that fit without allocating.
  @inlinable
  public var capacity: Int { room }

  /// The element at `index`, which is in `0..<count`.
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: length), "index out of bounds")
      return unsafe elements[index]
    }
    // In place: a field of a large record changes without copying the record.
    _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: length), "index out of bounds")
      yield unsafe &elements[index]
    }
  }

  /// The element at `slot`, which is in `0..<count`.
  @inlinable
  public subscript(slot: Int32) -> Element {
    get { self[Int(slot)] }
    _modify { yield &self[Int(slot)] }
  }

  /// Adds an element behind the last.
  ///
  /// - Complexity: O(1) on average; allocates only when the capacity doubles.
  @inlinable
  public mutating func append(_ element: Element) {
    if length == room { reserve(length &+ 1) }
    unsafe (elements + length).initialize(to: element)
    length &+= 1
  }

  /// Takes the last element away.
  ///
  /// - Returns: The element, or `nil` if the column is empty.
  @inlinable
  public mutating func popLast() -> Element? {
    if length == 0 { return nil }
    length &-= 1
    return unsafe elements[length]
  }

  /// Adds `count` equal elements behind the last.
  @inlinable
  public mutating func append(repeating element: Element, count: Int) {
    precondition(count >= 0, "a count is not negative")
    if length + count > room { reserve(length + count) }
    unsafe (elements + length).initialize(repeating: element, count: count)
    length &+= count
  }

  /// Gives every element the same value.
  @inlinable
  public mutating func update(repeating element: Element) {
    unsafe elements.update(repeating: element, count: length)
  }

  /// Removes every element; keeps the storage.
  @inlinable
  public mutating func removeAll() {
    length = 0
  }

  /// Copies all elements, in order.
  @inlinable
  public func toArray() -> [Element] { toArray(first: length) }

  /// Copies the first `count` elements, in order; there are as many.
  @inlinable
  public func toArray(first count: Int) -> [Element] {
    precondition(count >= 0 && count <= length, "no more elements than there are")
    return unsafe Array(UnsafeBufferPointer(start: elements, count: count))
  }

  /// Memory that begins a line of the cache: records of one line, or of several, share none.
  @inlinable
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    unsafe UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: count)
  }

  @inlinable
  @inline(never)
  mutating func reserve(_ needed: Int) {
    let larger = Swift.max(needed, room * 2)
    let moved = unsafe Column.allocate(larger)
    unsafe moved.moveInitialize(from: elements, count: length)
    unsafe UnsafeMutableRawPointer(elements).deallocate()
    unsafe elements = moved
    room = larger
  }
}
