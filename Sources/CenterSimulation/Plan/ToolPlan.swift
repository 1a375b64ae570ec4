import Center
import Stochastics

/// A self-service tool.
struct ToolPlan: Sendable {
  let stream: StreamIdentifier
  let adoption: Double
  let isBeforeContact: Bool
  let time: Sampler
  let containment: [Double]
  let easyContactBias: Double
  let trueResolution: Double
  /// What it does to contacts that it does not contain.
  let effect: ToolEffect
  /// The instant from which it works [s].
  let worksFrom: Double
  /// -1: no limit.
  let ports: Int32
  let costPerSession: Double

  init(
    _ tool: SelfServiceTool, calendar: PlanningCalendar, _ sampling: inout SamplingTables
  ) {
    stream = StreamIdentifier(tool.name)
    switch tool.stage {
    case .beforeContact(let share): (isBeforeContact, adoption) = (true, share)
    case .onChannels: (isBeforeContact, adoption) = (false, 1)
    }
    time = sampling.sampler(for: tool.time)
    containment = tool.containment
    easyContactBias = tool.easyContactBias
    trueResolution = tool.trueResolution
    effect = ToolEffect(patience: tool.patienceFactor, talk: 1 - tool.handleTimeSaved)
    worksFrom = tool.worksFrom.map { calendar.midnight(of: $0) } ?? -.infinity
    ports = Int32(tool.ports ?? -1)
    costPerSession = tool.costPerSession
  }
}
