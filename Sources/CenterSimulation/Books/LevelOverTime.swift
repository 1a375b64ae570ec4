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
  /// How many the schedule asks for.
  var scheduled: Int32 = 0
  /// Due to leave, still busy.
  var leaving: Int32 = 0
  /// Scheduled for a paid break; who still works then is paid already.
  var pausing: Int32 = 0
  /// Those due to leave whose time is paid beyond the schedule.
  var overtime = LevelOverTime()
  var busy = LevelOverTime()
  var idle = LevelOverTime()
  /// Chats in hand, and agents who hold any.
  var chats = LevelOverTime()
  var chatting = LevelOverTime()
  var handled = 0.0
  /// Contacts that are to be reviewed.
  var reviews = 0.0

  /// More of its agents are due to leave, or fewer.
  mutating func changeLeaving(by delta: Int32, at sinceBoundary: Double) {
    leaving += delta
    overtime.change(by: max(0, leaving - pausing) - overtime.level, at: sinceBoundary)
  }

  /// So many are scheduled for a paid break now.
  mutating func pause(_ count: Int32, at sinceBoundary: Double) {
    pausing = count
    changeLeaving(by: 0, at: sinceBoundary)
  }

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
