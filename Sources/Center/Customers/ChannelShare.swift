/// A channel, or a medium, that a share of customers changes to.
public struct ChannelShare: Sendable, Hashable {
  /// A channel of the design, or a medium that this design may lack.
  public var channel: String
  /// The share that changes to it; `0...1`.
  public var share: Double

  /// A share of customers who change to a channel.
  public init(channel: String, share: Double) {
    self.channel = channel
    self.share = share
  }
}
