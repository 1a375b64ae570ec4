/// Measured times, of which some ended and the others were cut short: waits that ended with
/// hanging up, and waits that an agent cut short by answering.
///
/// Of a time that was cut short (censored) only that it would have been longer is known. Leaving
/// such times out, or taking them for whole ones, makes customers look less patient than they are.
public struct CensoredSample: Sendable, Equatable {
  /// All times of one length.
  struct Group: Sendable, Equatable {
    /// How long [s].
    let time: Double
    /// How many ended.
    var ended = 0
    /// How many were cut short.
    var censored = 0
  }

  /// The groups, in rising order of their times.
  let groups: [Group]
  /// How many times ended.
  public let endedCount: Int
  /// How many times were cut short.
  public let censoredCount: Int

  /// How many times there are.
  public var count: Int { endedCount + censoredCount }

  /// A sample.
  ///
  /// - Parameters:
  ///   - ended: The times that ended [s]; finite, `> 0`.
  ///   - censored: The times that were cut short [s]; finite, `≥ 0`.
  /// - Precondition: The times are as said.
  /// - Complexity: O(n log n).
  public init(ended: [Double], censored: [Double] = []) {
    precondition(ended.allSatisfy { $0 > 0 && $0.isFinite }, "a time that ended is positive")
    precondition(censored.allSatisfy { $0 >= 0 && $0.isFinite }, "a time is not negative")
    endedCount = ended.count
    censoredCount = censored.count
    let all = ended.map { ($0, true) } + censored.map { ($0, false) }
    var groups: [Group] = []
    for (time, isEnd) in all.sorted(by: { $0.0 < $1.0 }) {
      if groups.last?.time != time { groups.append(Group(time: time)) }
      if isEnd {
        groups[groups.count - 1].ended += 1
      } else {
        groups[groups.count - 1].censored += 1
      }
    }
    self.groups = groups
  }

  /// The sum of all times, ended or not [s].
  public var totalTime: Double {
    groups.reduce(0) { $0 + $1.time * Double($1.ended + $1.censored) }
  }

  /// The time that all of several have that ended; `nil` where they differ.
  public var onlyTime: Double? {
    endedCount > 1 && distinctEnds == 1 ? groups.first { $0.ended > 0 }?.time : nil
  }

  /// How many different times ended.
  var distinctEnds: Int { groups.count { $0.ended > 0 } }
}
