/// How the agents of an interval are found without simulation.
///
/// All but Erlang C, Erlang A and square-root staffing use Erlang A where customers hang up, and
/// Erlang C where they do not; for agents who hold several chats, the chain of chats in place of
/// both.
///
/// Sources: Green, Kolesar and Soares (2001), "Improving the SIPP approach for staffing service
/// systems that have cyclic demands"; Jennings, Mandelbaum, Massey and Whitt (1996), "Server
/// staffing to meet time-varying demand".
public enum RequirementMethod: String, CaseIterable, Sendable {
  /// Nobody hangs up; the mean load of the period.
  case erlangC = "erlang-c"
  /// Customers hang up, with exponential patience; the mean load of the period.
  case erlangA = "erlang-a"
  /// What holds in large groups; the mean load of the period.
  case squareRoot = "square-root"
  /// Stationary, independent, period by period: the mean load of the period.
  case sipp
  /// The largest load of the period.
  case sippMax = "sipp-max"
  /// The mean load where arrivals rise throughout the period, else the largest.
  case sippMix = "sipp-mix"
  /// The mean load of the period one mean handle time earlier.
  case sippLag = "sipp-lag"
  /// The largest load of the period one mean handle time earlier.
  case sippLagMax = "sipp-lag-max"
  /// As `sippMix`, one mean handle time earlier.
  case sippLagMix = "sipp-lag-mix"
  /// Modified offered load: the mean, over the period, of the work in hand if nobody ever waited.
  case offeredLoad = "offered-load"

  /// The position among all methods.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Why a method has no answer for a team.
public enum RequirementGap: Sendable, Hashable {
  /// None of its live queues has a target.
  case noTarget
  /// A target promises that everybody is answered in time.
  case everybodyInTime
  /// Its customers wait for ever, or some of them do.
  case nobodyHangsUp, someNeverHangUp
  /// Patience ends with the first reply of a conversation.
  case hangsUpInTurns
  /// The approximation is made for answered in time / offered alone.
  case otherServiceLevel
  /// No number of agents within the limits of the formula is enough.
  case tooManyAgents
}

/// What is approximate about the requirement of a team.
public enum RequirementRemark: Sendable, Hashable {
  /// Patience is not exponential, and counts by its mean.
  case patienceByMean
  /// Its queues have different patience, which counts by its mean over contacts.
  case patienceDiffers
  /// Several targets; all of its queues are taken to wait alike, and each target is met.
  case targetsDiffer
  /// Chats beside other work count as that work does, at the rate of a full agent.
  case chatsBesideCalls
  /// Later replies of conversations count in the interval of the first.
  case repliesAtOnce
  /// It shares queues with teams of the same rank, evenly.
  case sharedQueues
  /// Work that is answered later is spread evenly until it is due.
  case deferredWork
  /// It dials for campaigns, which need no further agents here.
  case dials
}
