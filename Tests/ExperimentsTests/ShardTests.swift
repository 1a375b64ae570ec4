import CenterSimulation
import OutputAnalysis
import Testing

@testable import Experiments

@Suite("Shards hold what blocks leave, bit by bit")
struct ShardTests {
  private static func experiment(replications: Int = 21, seed: UInt64 = 1) throws -> Experiment {
    let first = try MadeUp(MadeUp.center()).design()
    let second = try MadeUp(MadeUp.center(named: "other"), seed: 77).design()
    return try Experiment(designs: [first, second], seed: seed, replications: replications)
  }

  private static func blocks(of experiment: Experiment) async throws -> [ReplicationBlock] {
    var blocks: [ReplicationBlock] = []
    try await experiment.simulate(blocks: 0..<experiment.blockCount, workers: 2) {
      blocks.append($0)
      return true
    }
    return blocks
  }

  @Test("All shards together are all blocks, in order, in parts that differ by one at most")
  func parts() throws {
    for total in [0, 1, 7, 13, 100, 1_250_000] {
      for count in [1, 2, 3, 7, 16, 40, 100_000] {
        var next = 0
        var sizes: Set<Int> = []
        for index in 1...count {
          let blocks = try #require(Shard(index, of: count)).blocks(of: total)
          #expect(blocks.lowerBound == next)
          next = blocks.upperBound
          sizes.insert(blocks.count)
        }
        #expect(next == total)
        #expect(sizes.count == 1 || sizes.count == 2 && sizes.max()! - sizes.min()! == 1)
      }
    }
    #expect(Shard(0, of: 3) == nil)
    #expect(Shard(4, of: 3) == nil)
    #expect(Shard(1, of: 0) == nil)
    #expect(Shard(1, of: Shard.most + 1) == nil)
  }

  @Test("A block that was written and read is the same block")
  func roundTrip() async throws {
    let experiment = try Self.experiment()
    for block in try await Self.blocks(of: experiment) {
      let bytes = experiment.bytes(of: block)
      #expect(try experiment.block(block.number, from: bytes[...]) == block)
      #expect(try experiment.bytes(of: experiment.block(block.number, from: bytes[...])) == bytes)
    }
  }

  @Test("Blocks from bytes give the results of the run, to the last bit")
  func merging() async throws {
    let experiment = try Self.experiment()
    var merge = BlockMerge(experiment)
    for block in try await Self.blocks(of: experiment) {
      let bytes = experiment.bytes(of: block)
      try merge.add(experiment.block(block.number, from: bytes[...]))
    }
    #expect(try await merge.results == experiment.run(workers: 3))
  }

  @Test("Blocks in another order, or of another experiment, are refused")
  func order() async throws {
    let experiment = try Self.experiment()
    let blocks = try await Self.blocks(of: experiment)
    var merge = BlockMerge(experiment)
    #expect(throws: UnreadableBytes.self) { try merge.add(blocks[1]) }
    try merge.add(blocks[0])
    #expect(throws: UnreadableBytes.self) { try merge.add(blocks[0]) }
    let single = try Experiment(
      designs: [MadeUp(MadeUp.center()).design()], seed: 1, replications: 21)
    let bytes = experiment.bytes(of: blocks[0])
    #expect(throws: UnreadableBytes.self) { try single.block(0, from: bytes[...]) }
    #expect(throws: UnreadableBytes.self) { try experiment.block(3, from: bytes[...]) }
    // The last block has five replications, not eight.
    #expect(throws: UnreadableBytes.self) { try experiment.block(2, from: bytes[...]) }
  }

  @Test("Cut off or lengthened anywhere, a block is refused; changed anywhere, it does no harm")
  func hostileBytes() async throws {
    let experiment = try Experiment(
      designs: [MadeUp(MadeUp.center(days: 1)).design()], seed: 1, replications: 2)
    let block = try await Self.blocks(of: experiment)[0]
    let bytes = experiment.bytes(of: block)
    for count in stride(from: 0, to: bytes.count, by: bytes.count / 25) {
      #expect(throws: UnreadableBytes.self) { try experiment.block(0, from: bytes[..<count]) }
    }
    #expect(throws: UnreadableBytes.self) { try experiment.block(0, from: (bytes + [0])[...]) }
    var random = Generator(state: 5)
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0...random.below(3) {
        changed[random.below(changed.count)] ^= UInt8(1 << random.below(8))
      }
      // What is read can be merged without a trap; that it was changed is for the checksum to say.
      guard let read = try? experiment.block(0, from: changed[...]) else { continue }
      var merge = BlockMerge(experiment)
      try merge.add(read)
    }
  }
}
