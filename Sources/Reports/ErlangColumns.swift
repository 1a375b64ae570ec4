/// The columns of the calculators' tables, under the names that simulation gives the same
/// measures.
public enum ErlangColumns {
  /// Number of agents, or of lines.
  public static let agents = Column(
    "agents", "Agents", .integer, isKey: true, meaning: "Number of agents, or of lines.")
  /// Offered load.
  public static let offeredLoad = Column(
    "offered_load", "Offered load", .number(decimals: 2), unit: "Erlang",
    meaning: "Arrival rate times mean handle time.")
  /// Mean handle time.
  public static let handleTime = Column(
    "handle_time_s", "Handle time", .number(decimals: 1), unit: "s",
    meaning: "Mean talk time and wrap-up.")
  /// The time of the service level.
  public static let within = Column(
    "within_s", "Within", .number(decimals: 0), unit: "s",
    meaning: "Time within which an answer counts for the service level.")
  /// Share of contacts that wait.
  public static let waitProbability = Column(
    "wait_probability", "Wait probability", .share(decimals: 1),
    meaning: "Share of contacts that wait at all.")
  /// Share of contacts answered in time.
  public static let serviceLevel = Column(
    "service_level", "Service level", .share(decimals: 1),
    meaning: "Share of contacts answered within the time.")
  /// Average speed of answer.
  public static let averageSpeedOfAnswer = Column(
    "asa_s", "Speed of answer", .number(decimals: 1), unit: "s",
    meaning: "Mean wait of all contacts.")
  /// Mean wait of those who wait.
  public static let delayedWait = Column(
    "wait_delayed_mean_s", "Wait if any", .number(decimals: 1), unit: "s",
    meaning: "Mean wait of the contacts that wait.")
  /// Mean number waiting.
  public static let queue = Column(
    "queue_mean", "Mean queue", .number(decimals: 2), meaning: "Mean number of contacts waiting.")
  /// Share of agents' time in use.
  public static let occupancy = Column(
    "occupancy", "Occupancy", .share(decimals: 1), meaning: "Share of the agents' time in use.")
  /// Share of contacts blocked.
  public static let blockingProbability = Column(
    "blocking_probability", "Blocking probability", .share(decimals: 2),
    meaning: "Share of contacts that find no line free.")
  /// Load that is carried.
  public static let carriedLoad = Column(
    "carried_load", "Carried load", .number(decimals: 2), unit: "Erlang",
    meaning: "Mean number of lines in use.")
}
