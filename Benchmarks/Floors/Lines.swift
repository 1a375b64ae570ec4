import EventKernel

/// First-come-first-served lines as rings of a fixed length.
struct Lines<Element: BitwiseCopyable>: ~Copyable {
  private static var length: Int { 1 << 14 }
  private var places: Column<Element>
  private var heads: Column<Int>
  private var tails: Column<Int>

  init(count: Int, vacant: Element) {
    places = Column(repeating: vacant, count: count * Self.length)
    heads = Column(repeating: 0, count: count)
    tails = Column(repeating: 0, count: count)
  }

  @inline(__always)
  func isEmpty(_ line: Int) -> Bool { heads[line] == tails[line] }

  /// - Precondition: The line is not empty.
  @inline(__always)
  func first(_ line: Int) -> Element {
    places[line * Self.length + heads[line] & (Self.length - 1)]
  }

  @inline(__always)
  mutating func append(_ element: Element, to line: Int) {
    precondition(
      tails[line] - heads[line] < Self.length, "more wait than a workload would ever see")
    places[line * Self.length + tails[line] & (Self.length - 1)] = element
    tails[line] += 1
  }

  @inline(__always)
  mutating func removeFirst(_ line: Int) { heads[line] += 1 }
}

/// A caller of a floor whose callers give up.
struct WaitingCaller: BitwiseCopyable {
  var arrivedAt = 0.0
  var leavesAt = 0.0
  /// The day and number that the random numbers are found by.
  var day: Int32 = 0
  var number: Int32 = 0
}
