/// What one campaign's dials came to in one interval, or in a sum of intervals.
///
/// A dial is booked whole in the interval in which it began to ring, whatever became of it later.
/// The books hold in every row, exactly: `dials = reached + unreached + ringingEnd` and
/// `reached = rightParty + wrongParty + nuisance + waitingEnd`.
@frozen public struct CampaignTally: Sendable, Hashable, BitwiseCopyable {
  /// Calls that began to ring.
  public var dials = 0.0
  /// Nobody answered.
  public var unreached = 0.0
  /// Somebody answered.
  public var reached = 0.0
  /// Still ringing when the simulation ended.
  public var ringingEnd = 0.0
  /// An agent talked with the one who was wanted.
  public var rightParty = 0.0
  /// An agent talked with somebody else.
  public var wrongParty = 0.0
  /// Somebody answered, and no agent was free in time.
  public var nuisance = 0.0
  /// Somebody who had answered waited for an agent when the simulation ended.
  public var waitingEnd = 0.0
  /// Money: what these dials cost beside agents.
  public var cost = 0.0

  /// Nothing booked.
  public init() {}

  public static func += (left: inout CampaignTally, right: CampaignTally) {
    left.dials += right.dials
    left.unreached += right.unreached
    left.reached += right.reached
    left.ringingEnd += right.ringingEnd
    left.rightParty += right.rightParty
    left.wrongParty += right.wrongParty
    left.nuisance += right.nuisance
    left.waitingEnd += right.waitingEnd
    left.cost += right.cost
  }

  /// Whether both equations of the books hold, exactly.
  public var booksBalance: Bool {
    dials == reached + unreached + ringingEnd
      && reached == rightParty + wrongParty + nuisance + waitingEnd
  }
}
