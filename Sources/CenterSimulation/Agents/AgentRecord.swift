import EventKernel

/// An agent: what it holds and which list it stands in.
struct AgentRecord: BitwiseCopyable {
  let team: Int32
  /// Contacts and wrap-ups in hand.
  var held: Int32 = 0
  /// The channel of what it holds.
  var channel: Int32 = -1
  /// One at a time: the issue in talk; -1 in wrap-up.
  var issue: Int32 = -1
  /// The list it stands in, -1 for none; how long, as the choice of agent asks.
  var list: Int32 = -1
  var listedSince = 0.0
  var previous: Int32 = -1
  var next: Int32 = -1
  /// Side by side: work done for each contact in hand since the first of them, and when that
  /// was so.
  var progress = 0.0
  var progressAt = 0.0
  /// The next end of talk or wrap-up, for those who work side by side.
  var nextEnd = EventHandle.none
  /// When it began to be busy, and to be present; infinity for one that is absent.
  var busySince = 0.0
  var presentSince = Double.infinity
  /// Side by side: its time is over, and it takes nothing new.
  var isLeaving = false

  init(team: Int32) { self.team = team }

  /// Takes a contact where one at a time is the rule.
  @inline(__always)
  mutating func hold(_ slot: Int32) {
    held = 1
    issue = slot
  }

  /// Has one contact less in hand; returns whether it was the last.
  @inline(__always)
  mutating func letGo() -> Bool {
    held -= 1
    if held == 0 { channel = -1 }
    return held == 0
  }
}

/// One contact in an agent's hands.
struct Hand: BitwiseCopyable {
  /// The issue in talk; -1 in wrap-up.
  var issue: Int32 = -1
  /// The agent's progress at which this phase ends; infinity for an empty hand.
  var endsAtProgress = Double.infinity
  /// What follows talk [s].
  var wrapUp = 0.0
}

/// A doubly linked list through records of another column.
struct ListEnds: BitwiseCopyable {
  var first: Int32 = -1
  var last: Int32 = -1
}
