/// What one replication showed: the counted intervals in full, issues followed to their end.
///
/// All arrays are flat and row-major; their order is that of the scenario.
public struct Observation: Sendable, Hashable {
  /// By counted interval, then queue: `queues[interval * queueCount + queue]`.
  public var queues: [QueueTally]
  /// By counted interval, then team: `teams[interval * teamCount + team]`.
  public var teams: [TeamTally]
  /// By tool, then class: `tools[tool * classCount + demandClass]`.
  public var tools: [ToolTally]
  /// By class.
  public var issues: [IssueTally]
  /// Contacts by wait: `waits[(queue * outcomes + outcome.rawValue) * binCount + bin]`, over
  /// contacts booked in counted intervals; and whoever waits when counted time ends, by age. The
  /// bins are `Simulation.waitBins`.
  public var waits: [UInt32]
  /// By team, then agent: what each had to do.
  public var agents: [[AgentLoad]]
  /// By counted interval, then campaign: `campaigns[interval * campaignCount + campaign]`.
  public var campaigns: [CampaignTally] = []
  /// By queue: the longest wait of a booked contact, answered or abandoned [s].
  public var longestWait: [Double]
  /// By queue: the most contacts waiting at any counted instant.
  public var longestQueue: [Int]
  /// Contacts simulated, warm-up and follow-up included.
  public var contacts: Int
  /// Events simulated, warm-up and follow-up included.
  public var events: Int

  /// How a contact's wait ended, as the histogram of waits tells apart.
  public enum Outcome: Int, Sendable, CaseIterable {
    case answered, abandoned
    /// Not ended when counted time does.
    case waiting
  }
}
