import Center

/// How contacts of one queue are passed on.
struct TransferPlan: BitwiseCopyable, Sendable {
  /// The share at difficulty 0, and what it gains to difficulty 1.
  let shareOfEasy: Double
  let shareSlope: Double
  /// The queue they join, and the line they wait in: its own, or one of a team alone.
  let queue: Int32
  let line: Int32
  let isWarm: Bool
  let handOver: Double

  init(_ transfer: Transfer, queue: Int32, line: Int32) {
    shareOfEasy = transfer.share.easy
    shareSlope = transfer.share.hard - transfer.share.easy
    self.queue = queue
    self.line = line
    isWarm = transfer.isWarm
    handOver = transfer.handOver
  }
}

/// A contact that may have been passed on; kept where contacts are passed on at all.
struct HandOn: BitwiseCopyable {
  /// The line it waits in, -1 for its queue's.
  var line: Int32 = -1
  /// The channel that it came by, if it has been passed on to another; -1 for none.
  var home: Int32 = -1
  var isPassedOn = false
  /// The agent who stays with the customer until another takes over; -1 for none.
  var escort: Int32 = -1
  /// What follows for the escort [s], where its service was booked, and how long both are there.
  var escortWrapUp = 0.0
  var escortCell: Int32 = -1
  var handOver = 0.0
}
