extension Center {
  /// The most rows of interval reports: counted intervals times queues, channels, campaigns and
  /// teams. Each takes about a kilobyte for every worker.
  public static let mostIntervalRows = 500_000

  /// The most contacts that all agents could hold at once.
  public static let mostHands = 8_000_000

  /// What is sound, but larger than a replication can hold in memory.
  func sizeProblems() -> [Problem] {
    var list = ProblemList(prefix: [])
    let rows = queues.count + channels.count + outbound.count + teams.count + 2
    let (cells, overflow) = calendar.countedIntervals.count.multipliedReportingOverflow(by: rows)
    if overflow || cells > Self.mostIntervalRows {
      list.add(
        "calendar.interval", .tooLarge,
        "\(calendar.countedIntervals.count) intervals of \(rows) queues, channels, campaigns and "
          + "teams are more than \(Self.mostIntervalRows) rows; count fewer days or write a longer interval"
      )
    }
    let limit = channels.map(\.concurrency.limit).max() ?? 1
    let most = teams.reduce(0) { $0 + $1.mostPresent(in: calendar) + mostAdded(to: $1) }
    if most * limit > Self.mostHands {
      list.add(
        "teams", .tooLarge,
        "\(most) agents with up to \(limit) contacts each are more than \(Self.mostHands) in all")
    }
    return list.problems
  }
}
