public import Stochastics

/// An IVR, a bot or help pages: what solves an issue without an agent.
public struct SelfServiceTool: Sendable, Hashable {
  /// The name by which reports refer to it.
  public var name: String
  /// Where customers meet it.
  public var stage: Stage
  /// How long a session takes [s].
  public var time: Distribution
  /// For each demand class, in the center's order, the share of *all* its issues that the tool
  /// can solve; `0...1`.
  public var containment: [Double]
  /// With this probability an issue is contained exactly when its difficulty is below the
  /// containment; otherwise a fair draw decides; `0...1`.
  public var easyContactBias: Double
  /// The share of contained issues that are truly resolved; the others come back; `0...1`.
  public var trueResolution: Double
  /// What it does to the patience of a contact that goes on to the queue: a factor above 0.
  public var patienceFactor = 1.0
  /// The share of talk time that it saves the agents of a contact that it did not contain;
  /// `0...1`.
  public var handleTimeSaved = 0.0
  /// The day from whose midnight on it works; `nil`: always.
  public var worksFrom: CivilDate?
  /// Sessions at a time; a contact that finds none free is blocked. `nil`: no limit.
  public var ports: Int?
  /// Money for each session.
  public var costPerSession: Double

  /// Where the tool stands in the customer's way.
  public enum Stage: Sendable, Hashable {
    /// Tried by this share of issues before any contact is made.
    case beforeContact(adoption: Double)
    /// Every contact of these channels meets it before the queue.
    case onChannels([String])
  }

  /// A tool, without limits and free unless said otherwise.
  public init(
    name: String, stage: Stage, time: Distribution, containment: [Double],
    easyContactBias: Double = 0, trueResolution: Double = 1, ports: Int? = nil,
    costPerSession: Double = 0
  ) {
    self.name = name
    self.stage = stage
    self.time = time
    self.containment = containment
    self.easyContactBias = easyContactBias
    self.trueResolution = trueResolution
    self.ports = ports
    self.costPerSession = costPerSession
  }
}
