import EventKernel

/// What happens, in the order in which things at one instant happen.
enum Kind {
  static let boundary: UInt32 = 0
  static let serviceEnd: UInt32 = 1
  static let agentsLeave: UInt32 = 2
  static let agentsCome: UInt32 = 3
  static let selfServiceEnd: UInt32 = 4
  static let arrival: UInt32 = 5
  static let patienceEnd: UInt32 = 7
}

/// An issue, and the one contact that it may be making now.
struct IssueRecord: BitwiseCopyable {
  // Who it is: the address of its random numbers.
  var demandClass: Int32
  /// As random numbers address it: days since 0001-01-01.
  var day: Int32
  var number: Int32
  /// Born in a counted day: its fate is booked.
  var isCounted: Bool
  var stage = Stage.absent
  var bornAt: Double
  /// 0 the easiest, 1 the hardest.
  var difficulty: Double

  // Its history.
  /// Contacts made, this one included.
  var contacts: Int32 = 0
  /// Attempts since an agent or a tool last dealt with it.
  var attempts: Int32 = 0
  /// Blocked or queued so far: the occurrence of its next queue lane.
  var entries: Int32 = 0
  var services: Int32 = 0
  var returns: Int32 = 0
  /// Tools that failed it or contained it falsely, one bit each.
  var failedTools: UInt64 = 0
  var usedSelfService = false
  var reachedQueue = false
  /// An agent, or a tool that did not solve it, has heard the story.
  var hasToldStory = false

  // This contact.
  var channel: Int32 = -1
  var queue: Int32 = -1
  /// Where it is booked.
  var cell: Int32 = -1
  var isRedial = false
  var isRepeat = false
  var holdsTrunk = false
  /// The tool in use and what it will have done.
  var tool: Int32 = -1
  var willBeContained = false
  var willBeResolved = false
  var enteredChannelAt = 0.0
  var enteredQueueAt = 0.0
  /// When a deferred contact is due [s].
  var dueAt = 0.0
  var patienceEnd = EventHandle.none

  // Its place in line.
  var previous: Int32 = -1
  var next: Int32 = -1

  // Its service.
  var servedSince = 0.0
  var service = Service()

  enum Stage: UInt8, BitwiseCopyable {
    /// The slot is free, or the issue is between two contacts.
    case absent, away
    case inTool, waiting, served
  }

  @inline(__always)
  init(
    demandClass: Int32, day: Int32, number: Int32, isCounted: Bool, bornAt: Double,
    difficulty: Double
  ) {
    self.demandClass = demandClass
    self.day = day
    self.number = number
    self.bornAt = bornAt
    self.difficulty = difficulty
    self.isCounted = isCounted
  }

  /// What stands in a slot that nobody has had yet.
  static let vacant = IssueRecord(
    demandClass: -1, day: 0, number: 0, isCounted: false, bornAt: 0, difficulty: 0)

  /// A contact through `channel` begins.
  @inline(__always)
  mutating func enter(_ channel: Int32, at now: Double) {
    contacts += 1
    self.channel = channel
    enteredChannelAt = now
  }

  /// The contact enters its queue.
  @inline(__always)
  mutating func enterQueue(bookedIn cell: Int, at now: Double) {
    self.cell = Int32(cell)
    enteredQueueAt = now
    entries += 1
    reachedQueue = true
  }

  /// An agent takes the contact.
  @inline(__always)
  mutating func begin(_ service: Service, at now: Double) {
    self.service = service
    services += 1
    stage = .served
    servedSince = now
  }
}

/// What an agent does with a contact.
struct Service: BitwiseCopyable {
  var talk = 0.0
  /// Of the talk, telling the story again.
  var repeated = 0.0
  var wrapUp = 0.0
  /// The uniform that decides whether the service resolves the issue.
  var outcome = 0.0
}

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

/// A doubly linked list through records of another column.
struct ListEnds: BitwiseCopyable {
  var first: Int32 = -1
  var last: Int32 = -1
}
