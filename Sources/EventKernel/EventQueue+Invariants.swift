extension EventQueue {
  /// What is wrong with the queue, for tests; empty if its invariants hold.
  ///
  /// Every event comes after its parent; every place behind the last event is vacant; the position
  /// of every handle in use is the place of its event; every other handle is free, exactly once.
  ///
  /// - Complexity: O(`capacity`).
  package func brokenInvariants() -> [String] {
    var broken: [String] = []
    var used = [Bool](repeating: false, count: capacity + 1)
    for place in 0..<count {
      let entry = heap[place]
      if place > 0 && entry.key < heap[(place - 1) / 4].key {
        broken.append("the event at \(place) comes before its parent")
      }
      let handle = Int(entry.handle)
      if handle == 0 { continue }
      if used[handle] { broken.append("handle \(handle) names two events") }
      used[handle] = true
      if heap.position(of: entry.handle) != place {
        broken.append("handle \(handle) does not lead to its event at \(place)")
      }
    }
    for place in count..<heap.placeCount where heap[place].key != EventEntry.vacant.key {
      broken.append("place \(place) is not vacant")
    }
    var free = heap.firstFreeHandle
    while free != 0 {
      if used[Int(free)] {
        broken.append("free handle \(free) is in use or free twice")
        return broken
      }
      used[Int(free)] = true
      if heap.position(of: free) & EventHeap.freeMark == 0 {
        broken.append("free handle \(free) is not marked")
      }
      free = heap.position(of: free) & ~EventHeap.freeMark
    }
    if used.dropFirst().contains(false) { broken.append("a handle is lost") }
    return broken
  }
}
