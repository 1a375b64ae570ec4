import EventKernel

/// An issue, and the one contact that it may be making now.
///
/// Three lines of the cache: who it is and where it stands, what the end of a service asks for, and
/// what is asked for before. In a large center whoever is touched has to be fetched first, and the
/// end of a live service needs the first two lines alone.
struct IssueRecord: BitwiseCopyable {
  // Who it is: the address of its random numbers.
  var demandClass: Int32
  /// As random numbers address it: days since 0001-01-01.
  var day: Int32
  var number: Int32
  /// Born in a counted day: its fate is booked.
  var isCounted: Bool
  var stage = Stage.absent

  // Its history, and what is true of this contact.
  var usedSelfService = false
  var reachedQueue = false
  /// An agent, or a tool that did not solve it, has heard the story.
  var hasToldStory = false
  var isRedial = false
  var isRepeat = false
  /// It came by another channel and accepted the offer of this one.
  var isSteered = false
  var holdsTrunk = false
  /// What the tool in use will have done.
  var willBeContained = false
  var willBeResolved = false
  var tool: Int32 = -1
  var channel: Int32 = -1
  var queue: Int32 = -1
  /// Where this contact is booked.
  var cell: Int32 = -1
  /// Contacts made, this one included.
  var contacts: Int32 = 0
  /// Attempts since an agent or a tool last dealt with it.
  var attempts: Int32 = 0
  /// Blocked or queued so far: the occurrence of its next queue lane.
  var entries: Int32 = 0
  var services: Int32 = 0
  var returns: Int32 = 0
  var patienceEnd = EventHandle.none

  // When and how hard.
  /// 0 the easiest, 1 the hardest.
  var difficulty: Double
  var enteredChannelAt = 0.0
  var bornAt: Double
  var servedSince = 0.0
  var service = Service()

  // Before its service.
  /// The draws of its first service.
  var firstService: ServiceDraws
  var enteredQueueAt = 0.0
  /// When a deferred contact is due [s].
  var dueAt = 0.0
  /// Tools that failed it or contained it falsely, one bit each.
  var failedTools: UInt64 = 0
  /// Its place in line.
  var previous: Int32 = -1
  var next: Int32 = -1

  enum Stage: UInt8, BitwiseCopyable {
    /// The slot is free, or the issue is between two contacts.
    case absent, away
    case inTool, waiting, served
    /// Not an issue but a contact whose customer has left without a trace: in line, or with an
    /// agent who has not noticed yet.
    case silent, detected
    /// A callback that was accepted: in line, dialed by an agent, or to be tried again.
    case virtual, dialed, unreached
    /// A conversation whose customer has a reply and is to write again.
    case corresponding
  }

  @inline(__always)
  init(
    demandClass: Int32, day: Int32, number: Int32, isCounted: Bool, bornAt: Double,
    difficulty: Double, firstService: ServiceDraws
  ) {
    self.demandClass = demandClass
    self.day = day
    self.number = number
    self.bornAt = bornAt
    self.difficulty = difficulty
    self.isCounted = isCounted
    self.firstService = firstService
  }

  /// What stands in a slot that nobody has had yet.
  static let vacant = IssueRecord(
    demandClass: -1, day: 0, number: 0, isCounted: false, bornAt: 0, difficulty: 0,
    firstService: ServiceDraws())

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
