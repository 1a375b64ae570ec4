import Center
import Stochastics

/// A queue: what its contacts need, promise and cost.
struct QueuePlan: BitwiseCopyable, Sendable {
  let channel: Int32
  let demandClass: Int32
  let line: Int32
  /// The rule in `Plan.transfers` by which its contacts are passed on; -1 for none.
  let transfer: Int32
  let isDeferred: Bool
  /// Whether its contacts are conversations in turns.
  let isInTurns: Bool
  /// The target's time [s]; infinity without a target.
  let within: Double
  let usesOpeningClock: Bool
  let patience: Sampler?
  /// The share that leaves at once when it would have to wait.
  let balks: Double
  /// An abandonment within this time counts as short [s].
  let shortAbandonment: Double
  let talk: Sampler
  let talkMean: Double
  /// The mean of a talk that is exponential; 0 of any other [s].
  let exponentialTalk: Double
  let wrapUp: Sampler?
  /// Mean talk and wrap-up as configured [s].
  let handleMean: Double
  /// The resolution rate at difficulty 0, and what it gains to difficulty 1.
  let resolutionOfEasy: Double
  let resolutionSlope: Double

  init(
    _ center: Center, _ queue: Queue, line: Int32, transfer: Int32, _ sampling: inout SamplingTables
  ) {
    channel = Int32(queue.channel)
    demandClass = Int32(queue.demandClass)
    self.line = line
    self.transfer = transfer
    isDeferred = center.channels[queue.channel].medium.isDeferred
    isInTurns = center.channels[queue.channel].medium.isInTurns
    let target = center.target(of: queue)
    within = target?.within ?? .infinity
    usesOpeningClock = target?.clock == .opening
    balks = center.channels[queue.channel].balks
    shortAbandonment = center.channels[queue.channel].shortAbandonment
    patience = center.patience(of: queue).map { sampling.sampler(for: $0) }
    let work = center.work(of: queue.demandClass, on: queue.channel)
    // A sound center has a talk time wherever customers can go (`Center.problems()`).
    guard let talk = work?.talkTime else { preconditionFailure("a queue without talk time") }
    self.talk = sampling.sampler(for: talk)
    talkMean = talk.mean
    if case .exponential(let law) = talk { exponentialTalk = law.mean } else { exponentialTalk = 0 }
    wrapUp = center.wrapUp(of: queue).map { sampling.sampler(for: $0) }
    handleMean = talk.mean + (center.wrapUp(of: queue)?.mean ?? 0)
    let rate = center.resolutionRate(of: queue)
    resolutionOfEasy = rate.easy
    resolutionSlope = rate.hard - rate.easy
  }
}
