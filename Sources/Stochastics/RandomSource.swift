/// All random numbers of one replication, by address.
///
/// Randomness is addressed, not consumed: a draw is found by what it decides, so that the same
/// customer has the same patience in every design, whatever happened before. Seed and replication
/// are the key of the generator; the counter is the address:
///
/// | word | bits |
/// | --- | --- |
/// | 0 | stream |
/// | 1 | day (32) · lane kind (8) · occurrence (24) |
/// | 2 | issue |
/// | 3 | tool, or 0 |
///
///     let source = RandomSource(seed: 1, replication: 0)
///     let lane = source.lane(stream: StreamIdentifier("billing"), day: 2, issue: 17, kind: .issue)
@frozen
public struct RandomSource: Sendable {
  @usableFromInline let keys: Philox4x64.KeySchedule

  /// The numbers of one replication.
  ///
  /// - Parameters:
  ///   - seed: Chosen by the user; any value is as good as any other, neighbours included.
  ///   - replication: The replication's number.
  @inlinable
  public init(seed: UInt64, replication: UInt64) {
    keys = Philox4x64.KeySchedule(Philox4x64.Key(seed, replication))
  }

  /// The four draws at an address.
  ///
  /// - Parameters:
  ///   - stream: The class (or team) whose draw it is.
  ///   - day: The calendar day, in `0..<2³¹`.
  ///   - issue: The issue's number within (class, day); `≥ 0`.
  ///   - kind: What the draws decide.
  ///   - occurrence: How often this has happened to the issue before, in `0..<2²⁴`.
  ///   - tool: The self-service tool that takes part.
  /// - Complexity: O(1), one block of the generator.
  @inlinable
  public func lane(
    stream: StreamIdentifier, day: Int32, issue: Int, kind: LaneKind, occurrence: Int = 0,
    tool: StreamIdentifier = .none
  ) -> Lane {
    let counter = RandomSource.counter(
      stream: stream, day: day, issue: issue, kind: kind, occurrence: occurrence, tool: tool)
    return Lane(Philox4x64.block(counter: counter, keys: keys))
  }

  /// The first draws of two kinds for one issue, sooner than one after the other.
  ///
  /// - Parameters: As for `lane`; the occurrence is 0 and no tool takes part.
  /// - Complexity: O(1), two blocks of the generator.
  @inlinable
  public func lanes(
    stream: StreamIdentifier, day: Int32, issue: Int, kinds: (LaneKind, LaneKind)
  ) -> (Lane, Lane) {
    let counters = (
      RandomSource.counter(stream: stream, day: day, issue: issue, kind: kinds.0),
      RandomSource.counter(stream: stream, day: day, issue: issue, kind: kinds.1)
    )
    let blocks = Philox4x64.blocks(counters: counters, keys: keys)
    return (Lane(blocks.0), Lane(blocks.1))
  }

  @inlinable
  static func counter(
    stream: StreamIdentifier, day: Int32, issue: Int, kind: LaneKind, occurrence: Int = 0,
    tool: StreamIdentifier = .none
  ) -> Philox4x64.Block {
    precondition(day >= 0 && issue >= 0, "days and issues are numbered from 0")
    precondition(UInt(bitPattern: occurrence) < 1 << 24, "an occurrence is in 0..<2^24")
    let second =
      UInt64(UInt32(bitPattern: day)) &<< 32 | UInt64(kind.rawValue) &<< 24
      | UInt64(UInt(bitPattern: occurrence))
    return Philox4x64.Block(
      stream.hash, second, UInt64(UInt(bitPattern: issue)), tool.hash)
  }
}
