import Erlang
import Reports

/// The columns of calculators with abandonment, under the names that simulation gives the same
/// measures.
enum ErlangAColumns {
  static let patience = Column(
    "patience_s", "Patience", .number(decimals: 1), unit: "s", meaning: "Mean patience.")
  static let capacity = Column(
    "capacity", "Places", .integer, meaning: "Agents and waiting places; empty without limit.")
  static let abandonment = Column(
    "abandonment_rate", "Abandonment", .share(decimals: 1),
    meaning: "Share of offered contacts that hang up.")
  static let timeToAbandon = Column(
    "time_to_abandon_s", "Time to abandon", .number(decimals: 1), unit: "s",
    meaning: "Mean wait of the contacts that hang up.")

  /// The definitions of the service level beside the primary one.
  static let levels: [(column: Column, definition: ServiceLevelDefinition)] = [
    (
      Column(
        "service_level_excluding_abandons_in_time", "Excluding abandons in time",
        .share(decimals: 1), meaning: "Answered in time / (offered - abandoned in time)."),
      .excludingAbandonsInTime
    ),
    (
      Column(
        "service_level_abandons_in_time_as_met", "Abandons in time as met", .share(decimals: 1),
        meaning: "(Answered in time + abandoned in time) / offered."),
      .abandonsInTimeAsMet
    ),
    (
      Column(
        "service_level_answered", "Of answered", .share(decimals: 1),
        meaning: "Answered in time / answered."),
      .ofAnswered
    ),
    (
      Column(
        "service_level_excluding_short_abandons", "Excluding short abandons", .share(decimals: 1),
        meaning: "Answered in time / (offered - abandoned within 5 s)."),
      .excludingAbandons(within: 5)
    ),
    (
      Column(
        "service_level_of_entered", "Of entered", .share(decimals: 1),
        meaning: "Answered in time / (offered + blocked)."),
      .ofEntered
    ),
  ]

  static func cells(_ model: some QueueModel, within threshold: Double) -> [Cell] {
    levels.map { .number(model.serviceLevel(within: threshold, counting: $0.definition)) }
  }
}
