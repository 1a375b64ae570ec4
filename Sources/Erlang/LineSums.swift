/// What the wait that is offered contributes over some of its values, before normalization.
///
/// The wait that is offered to a caller is how long it would take until an agent is free for a
/// caller who never hangs up. Every measure of a line with impatient callers is an integral of
/// its density times something positive; nothing here ever subtracts.
struct LineSums: Equatable, Sendable {
  /// The offered wait lies in the range.
  var mass = 0.0

  /// … and the caller is still there when it ends.
  var answered = 0.0

  /// … and the caller has hung up before it ends.
  var abandoned = 0.0

  /// The wait of the answered, as a sum.
  var answeredWait = 0.0

  /// The wait of those who have hung up, as a sum.
  var abandonedWait = 0.0

  @inline(__always)
  mutating func add(_ other: LineSums, scaledBy factor: Double) {
    mass += factor * other.mass
    answered += factor * other.answered
    abandoned += factor * other.abandoned
    answeredWait += factor * other.answeredWait
    abandonedWait += factor * other.abandonedWait
  }

  func scaled(by factor: Double) -> LineSums {
    var result = LineSums()
    result.add(self, scaledBy: factor)
    return result
  }
}
