public import Center

/// A center whose relations do not hold was given to the engine.
public struct UnsoundCenter: Error, Hashable {
  /// All that is wrong with it.
  public var problems: [Problem]
}

/// A promise of the engine that a replication broke: a wrong result is worse than none.
public struct BreachedInvariant: Error, Hashable, CustomStringConvertible {
  /// What did not hold, with the numbers.
  public var description: String
  /// The seed of the replication that broke it.
  public var seed: UInt64
  /// The number of that replication.
  public var replication: UInt64

  /// A promise broken in one replication.
  public init(description: String, seed: UInt64, replication: UInt64) {
    self.description = description
    self.seed = seed
    self.replication = replication
  }
}

/// More happens than a replication can hold.
///
/// Customers without patience before a team that is far too small pile up without end; an issue
/// that is never resolved and comes back at once never stops coming.
public struct SimulationLimit: Error, Hashable, CustomStringConvertible {
  /// What there was too much of.
  public enum Kind: Sendable, Hashable {
    /// Issues in the center at once.
    case issues
    /// Returns of one issue.
    case returns
    /// Births of a class on one day.
    case births
  }

  /// The most issues in the center at once, which take about half a gigabyte.
  public static let mostIssues = 2_000_000
  /// The most returns of one issue.
  public static let mostReturns = 1_000_000
  /// The most births of a class on one day. Random numbers address issues beyond 2³⁰ that messages
  /// induce.
  public static let mostBirths = 1_000_000_000
  /// What grew too large.
  public var kind: Kind
  /// The name of the center; empty until it is known.
  public var center = ""
  /// When the limit was reached, in simulated days from the start of the warm-up.
  public var day: Double

  /// A limit reached on a day of the replication.
  public init(kind: Kind, day: Double) {
    self.kind = kind
    self.day = day
  }

  public var description: String {
    switch kind {
    case .issues:
      "more than \(Self.mostIssues) issues are open at once after \(Int(day)) simulated days; "
        + "demand is far above what the teams can serve"
    case .returns:
      "an issue has come back more than \(Self.mostReturns) times after \(Int(day)) simulated days; "
        + "it is hardly ever resolved, and comes back hardly later"
    case .births:
      "more than \(Self.mostBirths) issues of a class arise on day \(Int(day) + 1) of the simulation; "
        + "\"dayVariation\" and \"forecastError\" multiply its volume"
    }
  }
}
