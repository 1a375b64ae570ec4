import EventKernel

/// A record of a campaign's list that is being dialed, or will be again.
struct OutboundCall: BitwiseCopyable {
  var campaign: Int32
  /// The simulated day whose list it stands on, and its number there.
  var day: Int32
  var number: Int32
  /// Dials so far, the present one included.
  var tries: Int32 = 0
  /// Who talks, or waits while it rings; -1 for nobody.
  var agent: Int32 = -1
  /// Where the present dial is booked.
  var cell: Int32 = -1
  /// The next of those whose try is due, or who wait for an agent.
  var next: Int32 = -1
  /// The end of the wait for an agent.
  var patienceEnd = EventHandle.none
  /// What follows talk [s].
  var wrapUp = 0.0
  var stage = Stage.away

  enum Stage: UInt8, BitwiseCopyable {
    /// Nobody has this slot.
    case absent
    /// Until the next try.
    case away
    /// An agent reads.
    case preview
    case ringing
    /// Reached, and no agent is there.
    case waiting
    case talking
    /// An agent talks with somebody else.
    case wrongParty
    /// The record is done; the agent is not.
    case wrapUp
  }
}

/// Where a campaign is.
struct CampaignState: BitwiseCopyable {
  /// Records of the day's list that have been dialed at all.
  var begun: Int32 = 0
  /// Records whose next try is due, the first due first.
  var due = ListEnds()
  /// Those who were reached and wait for an agent, the first reached first.
  var waiting = ListEnds()
  /// Calls that ring without an agent, or wait for one.
  var inFlight: Int32 = 0
  var records = RecordTally()
}

/// What became of the records that were dialed at all, over the whole simulation.
struct RecordTally: BitwiseCopyable {
  var begun = 0
  /// The right party was found.
  var settled = 0
  /// Not called again after a nuisance call.
  var nuisance = 0
  /// All tries were in vain.
  var exhausted = 0
  /// Their day ended before the next try.
  var left = 0
  /// In the middle of it when the simulation ended.
  var open = 0

  var balances: Bool { begun == settled + nuisance + exhausted + left + open }
}
