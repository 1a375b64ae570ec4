/// One stay of an issue in the center, as a trace shows it: a contact through a channel, or a session
/// with a tool before any contact.
public struct TracedContact: Sendable, Hashable, BitwiseCopyable {
  // Which issue, and which of its stays.
  /// The position of the class in `Center.demand`.
  public var demandClass: Int32
  /// The calendar day of birth, in days since 1970-01-01.
  public var day: Int32
  /// The number within its class and day, from 1.
  public var number: Int32
  /// The contact's number within the issue, from 1; 0 before the first contact. A closed door has
  /// the number of the contact that was meant.
  public var attempt: Int32
  /// The row's number within the attempt, from 1.
  public var leg: Int32

  // The issue.
  /// When it was born [s from the first simulated midnight].
  public var bornAt: Double
  /// Its difficulty, `0...1`.
  public var difficulty: Double
  /// Why the contact was made.
  public var reason: Reason

  // The way through the center.
  /// The position of the channel in `Center.channels`; -1 before the first contact.
  public var channel: Int32
  /// The position of the last tool it met in `Center.selfService`; -1 for none.
  public var tool: Int32
  /// When it came to the door, or to the tool before contact [s].
  public var enteredAt: Double
  /// When it entered its queue [s]; `nil` if it never did.
  public var queuedAt: Double?
  /// Which blocked or queued attempt of the issue it was, from 1; 0 if none: the address of its
  /// patience.
  public var queueEntry: Int32
  /// The quantile of its patience; `nil` where nobody waits or nobody loses patience.
  public var patienceQuantile: Double?
  /// When an agent took it [s].
  public var answeredAt: Double?
  /// Which service of the issue it was, from 1; 0 without one: the address of its talk.
  public var service: Int32
  /// The team's position in `Center.teams`; -1 without service.
  public var team: Int32
  /// The agent's number within the team, from 1; 0 without service.
  public var agent: Int32
  /// The quantile of its talk that is independent of difficulty.
  public var talkQuantile: Double?
  /// What the agent does [s].
  public var talk: Double
  /// Of the time with the agent, telling the story again [s].
  public var repeatedInformation: Double
  /// Work after the talk [s].
  public var wrapUp: Double
  /// When it left, at the end of talk if it had one [s]; `nil` if it is still there.
  public var leftAt: Double?
  /// What became of it.
  public var outcome: Outcome
  /// Whether it is booked in a counted interval.
  public var isCounted: Bool

  /// Why a contact is made.
  public enum Reason: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
    case first, redial, repetition
  }

  /// How a stay ends.
  public enum Outcome: UInt8, Sendable, Hashable, CaseIterable, BitwiseCopyable {
    /// An agent settled the issue, or did not.
    case resolved, unresolved
    /// An agent passed it on; the next leg is where it went.
    case transferred
    case abandoned, blocked, closed
    /// Ended in self-service, truly or falsely.
    case contained, containedFalsely
    /// Before contact: the tool did not help.
    case notContained
    /// Still there when the simulation ended.
    case waiting, inService, inSelfService
  }
}
