import Center
import Stochastics

/// A channel: its hours as a table, its limits.
struct ChannelPlan: Sendable {
  let isDeferred: Bool
  let hours: OpeningTable
  let dropsAtClose: Bool
  /// -1: no limit.
  let trunks: Int32
  /// The share and the most attempts of redials, and the time until then.
  let redialShare: Double
  let laterRedialShare: Double
  let redialChannels: [ChannelPick]
  let mostAttempts: Int32
  let redialAfter: Sampler?
  /// The share of those out of patience who leave without a trace, and what that costs an agent.
  let silentShare: Double
  let silenceDetectedAfter: Sampler?
  /// The offer to call back.
  let callback: Callback?
  let limit: Int
  /// The rate of each contact when an agent holds 1, 2, … of them.
  let rateEach: [Double]
  let cost: ChannelCost
  /// Tools that its contacts meet, in order.
  let tools: [Int32]

  init(_ center: Center, _ index: Int, _ sampling: inout SamplingTables) {
    let channel = center.channels[index]
    isDeferred = channel.medium.isDeferred
    hours = OpeningTable(channel.hours, calendar: center.calendar)
    dropsAtClose = channel.atClose == .drop
    trunks = Int32(channel.trunks ?? -1)
    redialShare = channel.redial?.share ?? 0
    laterRedialShare = channel.redial?.laterShare ?? redialShare
    redialChannels = ChannelPick.list(channel.redial?.channels ?? [], in: center)
    callback = channel.callback
    mostAttempts = Int32(channel.redial?.attempts ?? 1)
    redialAfter = (channel.redial?.after).map { sampling.sampler(for: $0) }
    silentShare = channel.silentAbandonment?.share ?? 0
    silenceDetectedAfter = (channel.silentAbandonment?.detectAfter).map {
      sampling.sampler(for: $0)
    }
    limit = channel.concurrency.limit
    rateEach = channel.concurrency.throughput.enumerated().map { $1 / Double($0 + 1) }
    cost = channel.cost
    tools = center.tools(onChannel: index).map(Int32.init)
  }
}
