import Arguments
import Reports

/// The options that the calculators share.
enum ErlangOptions {
  /// The largest load that is computed [Erlang].
  static let largestLoad = 1_000_000.0
  /// The service level's time when `--within` is not given [s].
  static let customaryThreshold = "20s"

  static let load = Option(
    "load", .number("ERLANGS", in: .positive), help: "Offered load in Erlangs.")
  static let arrivals = Option(
    "arrivals", ArrivalRate.kind, help: "Contacts that arrive, such as 100/30m or 1200/1d.")
  static let talkTime = Option(
    "talk-time", .duration(in: .positive), help: "Mean talk time, such as 3m or 200s.")
  static let wrapUp = Option(
    "wrap-up", .duration(), help: "Mean work after the contact; added to the talk time.")
  static let agents = Option(
    "agents", short: "n", AgentRange.kind,
    help: "Agents: one number, or a range for a table.")
  static let within = Option(
    "within", .duration(), default: customaryThreshold,
    help: "Time within which an answer counts for the service level.")
  static let target = Option(
    "target", .share(in: .openUnit), help: "Find the agents that reach this service level.")
  static let targetWait = Option(
    "target-asa", .duration(in: .positive),
    help: "Find the agents that keep the average speed of answer within this time.")
  static let targetProbability = Option(
    "target-wait-probability", .share(in: .openUnit),
    help: "Find the agents that keep the share of callers who wait within this.")
  static let targetOccupancy = Option(
    "max-occupancy", .share(in: .openUnit),
    help: "Find the agents that keep the occupancy within this.")
  static let targetBlocking = Option(
    "target-blocking", .share(in: .openUnit),
    help: "Find the lines that keep the share of blocked contacts within this.")
  static let format = Option(
    "format", ValueKind<OutputFormat>.choice("FORM"),
    help: "Form of the result; a table on a terminal and CSV elsewhere unless given.")

  static let offered = [
    load.declaration, arrivals.declaration, talkTime.declaration, wrapUp.declaration,
  ]
}
