import Center
import OutputAnalysis

/// A target of a design, and what the simulation gave for it.
public struct TargetOutcome: Sendable, Hashable {
  /// The channel, or the class on a channel that has a target of its own.
  public let row: Row
  /// The measure that is held against the target, as a position in `Measure.catalogue`: the service
  /// level of live channels by the target's formula, the share answered on time of deferred ones;
  /// of a target by interval or day, the share of days on which it held.
  public let measure: Int
  /// The share that is promised.
  public let target: Double
  /// The share that was reached, on average over replications; `nil` if nobody came.
  public let value: Double?

  /// Whether the promise was kept; what nobody asked for is.
  public var isMet: Bool { value.map { $0 >= target } ?? true }
}

extension DesignResult {
  /// Every target of the design with its outcome, in the order of the file: channels, then classes
  /// with a target of their own.
  public var targets: [TargetOutcome] {
    let channels = center.channels.filter { $0.target != nil }.map { channel in
      (Row(level: .channel, name: channel.name), channel.target, channel.medium)
    }
    let ownTargets = queues.compactMap { queue -> (Row, Target?, Medium)? in
      let channel = center.channels[queue.channel]
      let target = center.work(of: queue.demandClass, on: queue.channel)?.target
      guard let target else { return nil }
      let row = Row(
        level: .queue, name: channel.name, demandClass: center.demand[queue.demandClass].name)
      return (row, target, channel.medium)
    }
    return (channels + ownTargets).compactMap { row, target, medium in
      guard let target else { return nil }
      let column =
        target.per != .horizon
        ? "days_target_met"
        : medium.isDeferred
          ? "on_time_rate" : target.formula(on: medium).rawValue
      guard let position = rows.firstIndex(of: row),
        let measure = Measure.position(of: column)
      else { return nil }
      return TargetOutcome(
        row: row, measure: measure,
        target: target.per == .horizon ? target.serviceLevel : target.days,
        value: estimate(of: measure, inRow: position)?.value)
    }
  }
}
