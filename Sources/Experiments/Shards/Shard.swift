/// One of the parts that an experiment is cut into for many machines: the i-th of n.
///
/// A shard is a run of whole blocks, so that merging all of them in the order of the blocks is what
/// one machine does.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
  /// The most shards of an experiment.
  public static let most = 100_000

  /// Which one, from 1 to `count`.
  public let index: Int
  /// How many there are.
  public let count: Int

  /// The `index`-th of `count` shards; `nil` unless 1 ≤ `index` ≤ `count` ≤ 100,000.
  public init?(_ index: Int, of count: Int) {
    guard (1...Shard.most).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// All of it.
  public static let whole = Shard(only: ())

  private init(only: Void) {
    index = 1
    count = 1
  }

  /// The blocks of the shard, of `total`: as many in each as in any other, or one more.
  /// Empty where there are more shards than blocks and none is left for this one.
  public func blocks(of total: Int) -> Range<Int> {
    total * (index - 1) / count..<total * index / count
  }

  /// As the command line has it: `3/16`.
  public var description: String { "\(index)/\(count)" }
}
