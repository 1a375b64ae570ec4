import Center

/// A channel to change to, and the share that does.
struct ChannelPick: Sendable {
  let channel: Int32
  let share: Double

  /// The picks that somebody makes.
  static func list(_ shares: [ChannelShare], in center: Center) -> [ChannelPick] {
    shares.filter { $0.share > 0 }.compactMap { entry in
      center.channelReached(byTrying: entry.channel).map {
        ChannelPick(channel: Int32($0), share: entry.share)
      }
    }
  }
}
