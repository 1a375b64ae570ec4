/// The counter-based generator Philox 4x64 with 10 rounds.
///
/// A pure function: it turns a counter of 256 bits and a key of 128 bits into 256 random bits.
/// There is no state to seed, to advance or to share; any block of any stream is computed alone.
///
/// The output equals the published known answers of Random123 (`PhiloxTests`). The generator
/// passes BigCrush for any way of counting.
///
/// Source: Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
/// SC'11, DOI 10.1145/2063384.2063405.
public enum Philox4x64 {
  /// Four words of 64 bits: a counter or a block of output.
  @frozen
  public struct Block: BitwiseCopyable, Hashable, Sendable {
    /// Word 0.
    public var w0: UInt64
    /// Word 1.
    public var w1: UInt64
    /// Word 2.
    public var w2: UInt64
    /// Word 3.
    public var w3: UInt64

    /// A block of the four words.
    @inlinable
    public init(_ w0: UInt64, _ w1: UInt64, _ w2: UInt64, _ w3: UInt64) {
      self.w0 = w0
      self.w1 = w1
      self.w2 = w2
      self.w3 = w3
    }
  }

  /// Two words of 64 bits that select a family of streams.
  @frozen
  public struct Key: BitwiseCopyable, Hashable, Sendable {
    /// Word 0.
    public var k0: UInt64
    /// Word 1.
    public var k1: UInt64

    /// A key of the two words.
    @inlinable
    public init(_ k0: UInt64, _ k1: UInt64) {
      self.k0 = k0
      self.k1 = k1
    }

    /// The key of the next round, by the Weyl constants: the golden ratio and √3 − 1.
    @inlinable
    var next: Key { Key(k0 &+ 0x9E37_79B9_7F4A_7C15, k1 &+ 0xBB67_AE85_84CA_A73B) }
  }

  /// The 256 random bits at `counter` under `key`.
  ///
  /// - Complexity: Twenty 64-bit multiplications.
  @inlinable
  public static func block(counter: Block, key: Key) -> Block {
    block(counter: counter, keys: KeySchedule(key))
  }

  /// The keys of the ten rounds, made once for all blocks under one key.
  ///
  /// A class, so that a block gets a reference: Swift 6.3.1 copies a structure of twenty words at
  /// each call.
  @usableFromInline
  final class KeySchedule: Sendable {
    @usableFromInline let key0: Key
    @usableFromInline let key1: Key
    @usableFromInline let key2: Key
    @usableFromInline let key3: Key
    @usableFromInline let key4: Key
    @usableFromInline let key5: Key
    @usableFromInline let key6: Key
    @usableFromInline let key7: Key
    @usableFromInline let key8: Key
    @usableFromInline let key9: Key

    @inlinable
    init(_ key: Key) {
      key0 = key
      key1 = key0.next
      key2 = key1.next
      key3 = key2.next
      key4 = key3.next
      key5 = key4.next
      key6 = key5.next
      key7 = key6.next
      key8 = key7.next
      key9 = key8.next
    }
  }

  @inlinable
  static func block(counter: Block, keys: KeySchedule) -> Block {
    var block = round(counter, keys.key0)
    block = round(block, keys.key1)
    block = round(block, keys.key2)
    block = round(block, keys.key3)
    block = round(block, keys.key4)
    block = round(block, keys.key5)
    block = round(block, keys.key6)
    block = round(block, keys.key7)
    block = round(block, keys.key8)
    return round(block, keys.key9)
  }

  /// The blocks at two counters, round by round side by side: a round waits for its
  /// multiplications, and the processor does those of the other block meanwhile.
  ///
  /// The rounds are written out here and above: handed to one function, they took 4 % more
  /// instructions for each contact (Swift 6.3.1).
  @inlinable
  static func blocks(counters: (Block, Block), keys: KeySchedule) -> (Block, Block) {
    var blocks = rounds(counters, keys.key0)
    blocks = rounds(blocks, keys.key1)
    blocks = rounds(blocks, keys.key2)
    blocks = rounds(blocks, keys.key3)
    blocks = rounds(blocks, keys.key4)
    blocks = rounds(blocks, keys.key5)
    blocks = rounds(blocks, keys.key6)
    blocks = rounds(blocks, keys.key7)
    blocks = rounds(blocks, keys.key8)
    return rounds(blocks, keys.key9)
  }

  @inlinable
  static func rounds(_ blocks: (Block, Block), _ key: Key) -> (Block, Block) {
    (round(blocks.0, key), round(blocks.1, key))
  }

  @inlinable
  static func round(_ block: Block, _ key: Key) -> Block {
    let first = block.w0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
    let second = block.w2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
    return Block(
      second.high ^ block.w1 ^ key.k0, second.low,
      first.high ^ block.w3 ^ key.k1, first.low)
  }
}
