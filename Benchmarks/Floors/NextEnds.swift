import EventKernel

/// When each agent's next service ends, and whose end is the earliest: a tournament, played again
/// along one path whenever an agent's time changes.
struct NextEnds: ~Copyable {
  private let leaves: Int
  /// By agent [s]; `.infinity` without service.
  private var times: Column<Double>
  /// The earlier of both players of each game; game 1 is the last.
  private var winners: Column<Int32>

  init(agents: Int) {
    var leaves = 2
    while leaves < agents { leaves *= 2 }
    self.leaves = leaves
    times = Column(repeating: .infinity, count: leaves)
    winners = Column(repeating: 0, count: 2 * leaves)
    for leaf in 0..<leaves { winners[leaves + leaf] = Int32(leaf) }
    for game in (1..<leaves).reversed() { winners[game] = winners[2 * game] }
  }

  /// The agent whose service ends first, and when [s].
  @inline(__always)
  var earliest: (agent: Int, time: Double) {
    let agent = Int(winners[1])
    return (agent, times[agent])
  }

  @inline(__always)
  mutating func set(_ agent: Int, to time: Double) {
    times[agent] = time
    var game = (leaves + agent) / 2
    while game > 0 {
      let left = winners[2 * game]
      let right = winners[2 * game + 1]
      winners[game] = times[right] < times[left] ? right : left
      game /= 2
    }
  }
}
