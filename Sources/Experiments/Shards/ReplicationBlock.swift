/// What a block of replications leaves of every design.
public struct ReplicationBlock: Sendable, Equatable {
  /// Its number, from 0.
  public let number: Int
  /// By design.
  let designs: [DesignAccumulator]
}

extension Experiment {
  /// A block in bytes that ``block(_:from:)`` of the same experiment reads back, each bit kept.
  ///
  /// - Complexity: O(size of what is kept); much of it is zero and takes no room.
  public func bytes(of block: ReplicationBlock) -> [UInt8] {
    var writer = ByteWriter()
    for design in block.designs { design.write(to: &writer) }
    return writer.bytes
  }

  /// Reads a block.
  ///
  /// Bytes of any kind are read or refused; the memory taken is what a block of this experiment
  /// takes. That they are the ones that were written is for a checksum to say.
  ///
  /// - Parameters:
  ///   - number: Which block it is.
  ///   - bytes: What ``bytes(of:)`` made of it.
  /// - Throws: `UnreadableBytes` where something does not fit this experiment.
  public func block(
    _ number: Int, from bytes: ArraySlice<UInt8>
  ) throws(UnreadableBytes) -> ReplicationBlock {
    guard (0..<blockCount).contains(number) else { throw UnreadableBytes() }
    var reader = ByteReader(bytes)
    var designs: [DesignAccumulator] = []
    for layout in layouts {
      designs.append(
        try DesignAccumulator(
          from: &reader, replications: replications(ofBlock: number).count, layout: layout))
    }
    try reader.end()
    return ReplicationBlock(number: number, designs: designs)
  }
}
