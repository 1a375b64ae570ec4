import Experiments

extension RequirementMethod {
  /// The column of the agents that the method asks for.
  var column: Column {
    Column(
      "required_" + rawValue.replacing("-", with: "_"), "\(title), agents", .integer,
      meaning: meaning)
  }

  /// The name for people.
  var title: String {
    switch self {
    case .erlangC: "Erlang C"
    case .erlangA: "Erlang A"
    case .squareRoot: "Square root"
    case .sipp: "SIPP"
    case .sippMax: "SIPP max"
    case .sippMix: "SIPP mix"
    case .sippLag: "Lag SIPP"
    case .sippLagMax: "Lag SIPP max"
    case .sippLagMix: "Lag SIPP mix"
    case .offeredLoad: "Offered load"
    }
  }

  private var meaning: String {
    let base = "Scheduled present agents that meet the targets"
    switch self {
    case .erlangC: return base + " if nobody hangs up, by Erlang C or its chain of chats."
    case .erlangA: return base + ", by Erlang A or its chain of chats."
    case .squareRoot: return base + " by the limit for large groups."
    case .sipp: return base + ", for the mean load of the period; Erlang A, or C without patience."
    case .sippMax: return base + ", for the largest load of the period."
    case .sippMix: return base + ", for the mean load where it rises all period, else the largest."
    case .sippLag: return base + ", for the mean load one handle time before."
    case .sippLagMax: return base + ", for the largest load one handle time before."
    case .sippLagMix: return base + ", as SIPP mix, one handle time before."
    case .offeredLoad: return base + ", for the work in hand if nobody ever waited, period mean."
    }
  }
}

extension RequirementGap {
  /// Why there is no answer.
  var words: String {
    switch self {
    case .noTarget: "none of its queues has a target"
    case .everybodyInTime: "no number of agents answers everybody in time"
    case .nobodyHangsUp: "its customers never hang up"
    case .someNeverHangUp: "some of its customers never hang up"
    case .hangsUpInTurns: "conversations in turns are left before their first reply alone"
    case .otherServiceLevel: "it is made for answered in time / offered alone"
    case .tooManyAgents: "it takes more agents than the formula's limit"
    }
  }
}

extension RequirementRemark {
  /// What is approximate.
  var words: String {
    switch self {
    case .patienceByMean: "patience is not exponential and counts by its mean"
    case .patienceDiffers: "queues differ in patience, which counts by its mean"
    case .targetsDiffer: "several targets are met as if all queues waited alike"
    case .chatsBesideCalls: "chats beside other work count at the rate of a full agent"
    case .repliesAtOnce: "later replies count in the interval of the first"
    case .sharedQueues: "the work of shared queues is split evenly among teams of one rank"
    case .deferredWork: "work answered later is spread evenly until it is due"
    case .dials: "dialing for campaigns takes no further agents"
    }
  }
}
