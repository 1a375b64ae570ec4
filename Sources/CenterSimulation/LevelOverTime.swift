/// A number that changes at instants, and its integral over the interval in hand.
struct LevelOverTime: BitwiseCopyable {
  var level: Int32 = 0
  /// Σ change × instant, instants from the start of the interval.
  var moment = 0.0

  @inline(__always)
  mutating func change(by delta: Int32, at sinceBoundary: Double) {
    level += delta
    moment += Double(delta) * sinceBoundary
  }

  /// The integral over an interval of `length`, which ends now; the next begins.
  mutating func close(after length: Double) -> Double {
    let area = Double(level) * length - moment
    moment = 0
    return area
  }
}

/// A team now.
struct TeamState: BitwiseCopyable {
  var present = LevelOverTime()
  /// Due to leave, still busy.
  var leaving = LevelOverTime()
  var busy = LevelOverTime()
  var idle = LevelOverTime()
  /// Chats in hand, and agents who hold any.
  var chats = LevelOverTime()
  var chatting = LevelOverTime()
  var handled = 0.0

  /// One of its agents takes a contact; `isFirst` if it held nothing.
  @inline(__always)
  mutating func begin(isFirst: Bool, at sinceBoundary: Double, counts: Bool) {
    if isFirst { busy.change(by: 1, at: sinceBoundary) }
    if counts { handled += 1 }
  }

  /// One of its agents is done with a contact; `isLast` if it holds nothing now.
  @inline(__always)
  mutating func end(isLast: Bool, at sinceBoundary: Double) {
    if isLast { busy.change(by: -1, at: sinceBoundary) }
  }
}

/// A queue now.
struct QueueState: BitwiseCopyable {
  var waiting = LevelOverTime()
  var longest: Int32 = 0
}
