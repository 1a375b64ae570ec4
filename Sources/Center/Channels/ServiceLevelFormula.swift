/// The formulas for the service level of live channels that are in use, by the names of their
/// columns.
public enum ServiceLevelFormula: String, Sendable, Hashable, CaseIterable {
  /// Answered in time / offered: abandons count against.
  case ofOffered = "service_level"
  /// Answered in time / (offered − abandoned in time).
  case excludingAbandonsInTime = "service_level_excluding_abandons_in_time"
  /// (Answered + abandoned in time) / offered.
  case abandonsInTimeAsMet = "service_level_abandons_in_time_as_met"
  /// Answered in time / answered.
  case ofAnswered = "service_level_answered"
  /// Answered in time / (offered − short abandons).
  case excludingShortAbandons = "service_level_excluding_short_abandons"
  /// Answered in time / (offered + blocked).
  case ofEntered = "service_level_of_entered"
  /// First attempts answered in time / first attempts.
  case ofFirstAttempts = "service_level_first_attempts"
  /// Customers' messages replied to in time / those that asked for a reply; sms and messaging.
  case ofReplies = "reply_service_level"
}
