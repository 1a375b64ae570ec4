/// The service levels in use. They differ in what they do with callers who hang up.
///
/// With O, S, L, B for callers offered, answered, lost by hanging up and blocked, and S≤T for
/// those answered within the time T. Without abandonment and blocking all are the same.
public enum ServiceLevelDefinition: Equatable, Hashable, Sendable {
  /// S≤T / O: whoever hangs up counts against it. The primary definition.
  case ofOffered

  /// S≤T / (O − L≤T): who hangs up within the time does not count.
  case excludingAbandonsInTime

  /// (S≤T + L≤T) / O: who hangs up within the time counts as if answered.
  case abandonsInTimeAsMet

  /// S≤T / S: who hangs up does not count at all, however long the wait.
  case ofAnswered

  /// S≤T / (O − L≤s): who hangs up within a short time s [s] does not count.
  case excludingAbandons(within: Double)

  /// S≤T / (O + B): callers who find no line free count against it too.
  case ofEntered

  /// Throws unless the short time makes sense.
  func validate() throws(ErlangError) {
    if case .excludingAbandons(let short) = self {
      guard short >= 0 else { throw .invalidThreshold(short) }
    }
  }
}
