/// What a block of replications leaves of a point.
public struct SweepBlock: Sendable {
  /// Its number among those of all points, from 0.
  public let number: Int
  /// The replications of its point.
  let experiment: Experiment
  let content: ReplicationBlock

  /// The block in bytes that ``SweepMerge/add(_:)-(ArraySlice<UInt8>)`` reads back, each bit kept.
  public var bytes: [UInt8] { experiment.bytes(of: content) }
}

/// Blocks of a sweep on their way to its result, whether a block has just been simulated or comes
/// from a shard. They are added in the order of their numbers.
public struct SweepMerge: Sendable {
  private let sweep: Sweep
  private var points: [SweepResult.Point] = []
  /// The point whose blocks come.
  private var current: (experiment: Experiment, merge: BlockMerge)?
  private var next = 0

  /// Begins with no block.
  public init(_ sweep: Sweep) {
    self.sweep = sweep
  }

  /// Adds the next block.
  ///
  /// - Throws: `UnreadableBytes` if it is not the next.
  public mutating func add(_ block: SweepBlock) throws(UnreadableBytes) {
    guard block.number == next, next < sweep.blockCount else { throw UnreadableBytes() }
    if next % sweep.blocksPerPoint == 0 {
      current = (block.experiment, BlockMerge(block.experiment))
    }
    try current?.merge.add(block.content)
    next += 1
    if next % sweep.blocksPerPoint == 0, let current {
      points.append(SweepResult.Point(current.merge.results[0], groups: sweep.groupCount))
    }
  }

  /// Adds the next block.
  ///
  /// - Parameter bytes: What ``SweepBlock/bytes`` made of it.
  /// - Throws: `UnreadableBytes` where something does not fit the next block; what making the design
  ///   of a point threw.
  public mutating func add(_ bytes: ArraySlice<UInt8>) throws {
    let (point, block) = next.quotientAndRemainder(dividingBy: sweep.blocksPerPoint)
    let known = block == 0 ? nil : current?.experiment
    let experiment = try known ?? sweep.experiment(ofPoint: point)
    try add(
      SweepBlock(
        number: next, experiment: experiment, content: try experiment.block(block, from: bytes)))
  }

  /// What the points have found out whose blocks are all there.
  public var result: SweepResult {
    SweepResult(
      layout: sweep.layout, points: points, replications: sweep.replications, seed: sweep.seed,
      groupSizes: GroupedSeries.sizes(
        replications: sweep.replications, groups: sweep.groupCount))
  }
}
