import Center
import EventKernel

extension Engine {
  /// Whether the first contact of one line goes before that of another, of the same priority and
  /// rank.
  @inline(__always)
  func goesFirst(_ slot: Int32, before other: Int32) -> Bool {
    if uses(.contactOrders) {
      let (left, right) = (urgency(of: slot), urgency(of: other))
      if left != right { return left > right }
    }
    return issues[slot].enteredQueueAt < issues[other].enteredQueueAt
  }

  /// What the order of contacts compares: the largest goes first.
  @inline(__always)
  private func urgency(of slot: Int32) -> Double {
    let queue = issues[slot].queue
    let line = Int(line(of: slot))
    switch plan.contactOrder {
    case .longestWait: return now - issues[slot].enteredQueueAt
    case .earliestDue:
      return
        -(plan.lines[line].isDeferred
        ? issues[slot].dueAt : issues[slot].enteredQueueAt + plan.lines[line].within)
    case .weightedWait:
      return (now - issues[slot].enteredQueueAt) * plan.lines[line].waitWeight
    case .longestQueue: return Double(queueStates[queue].waiting.level)
    }
  }
}
