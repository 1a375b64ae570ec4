/// A row of a summary: a part of the center that measures are reported for.
public struct Row: Sendable, Hashable {
  /// What kind of part it is.
  public let level: Level
  /// The name of the channel, team, tool or campaign; of a queue, its channel's; `all`.
  public let name: String
  /// The name of the demand class, or `all`.
  public let demandClass: String

  /// The word for everything together; no part of a scenario may be named so.
  public static let everything = "all"

  /// What kind of part of the center a row is about, in the words of the `level` column.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// The whole center, of all classes or of one.
    case all
    /// A channel with all its classes.
    case channel
    /// One class on one channel.
    case queue
    /// A team of agents.
    case team
    /// A self-service tool, for all classes or for one.
    case tool
    /// An outbound campaign.
    case campaign
  }

  /// A row from its keys.
  public init(level: Level, name: String = everything, demandClass: String = everything) {
    self.level = level
    self.name = name
    self.demandClass = demandClass
  }

  /// What kind of measures the row can have.
  public var scope: RowScopes {
    let isForAllClasses = demandClass == Self.everything
    switch level {
    case .all: return isForAllClasses ? .center : .demandClass
    case .channel: return .channel
    case .queue: return .queue
    case .team: return .team
    case .tool: return isForAllClasses ? .tool : .toolAndClass
    case .campaign: return .campaign
    }
  }
}

/// Kinds of rows, as a set: those in which a measure has a meaning.
public struct RowScopes: OptionSet, Sendable, Hashable {
  /// One bit for each kind.
  public let rawValue: Int

  /// A set from its bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The whole center.
  public static let center = RowScopes(rawValue: 1)
  /// One class over all channels.
  public static let demandClass = RowScopes(rawValue: 2)
  /// One channel over all classes.
  public static let channel = RowScopes(rawValue: 4)
  /// One class on one channel.
  public static let queue = RowScopes(rawValue: 8)
  /// A team.
  public static let team = RowScopes(rawValue: 16)
  /// A self-service tool over all classes.
  public static let tool = RowScopes(rawValue: 32)
  /// A self-service tool for one class.
  public static let toolAndClass = RowScopes(rawValue: 64)

  /// An outbound campaign.
  public static let campaign = RowScopes(rawValue: 128)

  /// Rows that contacts are booked in.
  public static let contacts: RowScopes = [.center, .demandClass, .channel, .queue]
  /// Rows that agents' time is booked in.
  public static let agents: RowScopes = [.center, .team]
  /// Rows that sessions of self-service are booked in.
  public static let sessions: RowScopes = [.center, .demandClass, .tool, .toolAndClass]
  /// Rows that the fate of issues is booked in.
  public static let issues: RowScopes = [.center, .demandClass]
  /// Rows that outbound calls are booked in.
  public static let outbound: RowScopes = [.center, .campaign]
}
