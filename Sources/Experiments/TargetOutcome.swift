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

/// What a channel, or a class on it, promises.
struct PromisedShare {
  let row: Row
  /// The measure that is held against the target, as a position in `Measure.catalogue`.
  let measure: Int
  /// What that measure has to reach.
  let bound: Double
  /// The service level that is promised, and the measure that shows it for a stretch of time.
  let level: Double
  let intervalMeasure: Int
  let isDeferred: Bool
}

extension DesignResult {
  /// Every target of the design with its outcome, in the order of the file: channels, then classes
  /// with a target of their own.
  public var targets: [TargetOutcome] {
    Self.promises(of: center, queues: queues).compactMap { promise in
      guard let position = rows.firstIndex(of: promise.row) else { return nil }
      return TargetOutcome(
        row: promise.row, measure: promise.measure, target: promise.bound,
        value: estimate(of: promise.measure, inRow: position)?.value)
    }
  }

  /// The targets of a center, in the order of the file: channels, then classes with a target of
  /// their own.
  static func promises(of center: Center, queues: [Queue]) -> [PromisedShare] {
    let channels = center.channels.map { channel in
      (Row(level: .channel, name: channel.name), channel.target, channel.medium)
    }
    let own = queues.map { queue in
      let channel = center.channels[queue.channel]
      let row = Row(
        level: .queue, name: channel.name, demandClass: center.demand[queue.demandClass].name)
      return (row, center.work(of: queue.demandClass, on: queue.channel)?.target, channel.medium)
    }
    return (channels + own).compactMap { row, target, medium in
      guard let target else { return nil }
      let level = medium.isDeferred ? "on_time_rate" : target.formula(on: medium).rawValue
      guard let levelMeasure = Measure.position(of: level),
        let measure = Measure.position(of: target.per != .horizon ? "days_target_met" : level)
      else { return nil }
      return PromisedShare(
        row: row, measure: measure,
        bound: target.per == .horizon ? target.serviceLevel : target.days,
        level: target.serviceLevel, intervalMeasure: levelMeasure, isDeferred: medium.isDeferred)
    }
  }
}
