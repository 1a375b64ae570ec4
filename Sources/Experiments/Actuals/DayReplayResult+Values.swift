import Center
import OutputAnalysis

extension DayReplayResult {
  /// The queues of a row, and the teams that serve it first.
  struct Members {
    let queues: [Int]
    /// The queues that have a service level.
    let live: [Int]
    let teams: [Int]
  }

  func part(_ row: Int) -> Members {
    let parts = replay.day.parts
    let chosen = row < parts.count ? [parts[row]] : parts
    let queues = chosen.flatMap(\.queues)
    let center = replay.center
    var teams: Set<Int> = []
    for part in chosen {
      teams.formUnion(ActualFactors.teams(of: part, center, queues: center.queues))
    }
    return Members(
      queues: queues,
      live: queues.filter { !center.channels[center.queues[$0].channel].medium.isDeferred },
      teams: teams.sorted())
  }

  /// Numerator and denominator of a measure in a sample.
  private func pair(
    _ measure: Measure, _ part: Members, _ intervals: Range<Int>, _ sample: DaySample
  ) -> (Double, Double) {
    switch measure {
    case .offered: (sample.sum(.offered, queues: part.queues, intervals), 1)
    case .serviceLevel:
      (
        sample.sum(.answeredWithin, queues: part.live, intervals),
        sample.sum(.offered, queues: part.live, intervals)
      )
    case .abandonmentRate:
      (
        sample.sum(.abandoned, queues: part.queues, intervals),
        sample.sum(.offered, queues: part.queues, intervals)
      )
    case .handleTime:
      (
        sample.sum(.work, queues: part.queues, intervals),
        sample.sum(.answered, queues: part.queues, intervals)
      )
    case .agents:
      (
        sample.present(teams: part.teams, intervals),
        Double(intervals.count * replay.center.calendar.intervalLength)
      )
    }
  }

  func estimate(
    _ measure: Measure, _ part: Members, _ intervals: Range<Int>, _ samples: [DaySample]
  ) -> Estimate? {
    var moments = BivariateMoments()
    for sample in samples {
      let (x, y) = pair(measure, part, intervals, sample)
      moments.add(x: x, y: y)
    }
    let isShare = measure == .serviceLevel || measure == .abandonmentRate
    return moments.estimate(within: isShare ? .share : .nonnegative)
  }

  /// What 5 % and 95 % of days do not exceed, of the days that have a value.
  func days(
    _ measure: Measure, _ part: Members, _ intervals: Range<Int>
  ) -> Interval? {
    let values = plan.compactMap { sample -> Double? in
      let (x, y) = pair(measure, part, intervals, sample)
      return y > 0 ? x / y : nil
    }.sorted()
    guard !values.isEmpty else { return nil }
    func quantile(_ share: Double) -> Double {
      values[max(0, Int((share * Double(values.count) - 1e-9).rounded(.up)) - 1)]
    }
    return Interval(lower: quantile(0.05), upper: quantile(0.95))
  }

  /// What was counted of a measure; `nil` where any of it was not.
  func actual(_ measure: Measure, row: Int, _ intervals: Range<Int>) -> Double? {
    let parts = replay.day.parts
    let chosen = row < parts.count ? [parts[row]] : parts
    let counts = intervals.flatMap { interval in chosen.compactMap { $0.intervals[interval] } }
    guard !counts.isEmpty else { return nil }
    let offered = counts.reduce(0) { $0 + $1.offered }
    func ratio(
      _ part: (ActualDay.Counts) -> Double?, over whole: (ActualDay.Counts) -> Double
    ) -> Double? {
      var (above, below) = (0.0, 0.0)
      for counts in counts {
        let weight = whole(counts)
        guard weight > 0 else { continue }
        guard let value = part(counts) else { return nil }
        above += value
        below += weight
      }
      return below > 0 ? above / below : nil
    }
    switch measure {
    case .offered: return offered
    case .serviceLevel: return ratio({ $0.answeredWithin }, over: { $0.offered })
    case .abandonmentRate:
      return ratio({ counts in counts.answered.map { counts.offered - $0 } }, over: { $0.offered })
    case .handleTime:
      return ratio(
        { counts in counts.handleTime.map { $0 * (counts.answered ?? counts.offered) } },
        over: { $0.answered ?? $0.offered })
    case .agents: return agents(chosen, intervals)
    }
  }

  /// The agents who were counted, those of a team that several parts name once.
  private func agents(_ parts: [ActualDay.Part], _ intervals: Range<Int>) -> Double? {
    let center = replay.center
    var known: Set<[Int]> = []
    var sum = 0.0
    var isCounted = false
    for part in parts {
      guard known.insert(ActualFactors.teams(of: part, center, queues: center.queues)).inserted
      else { continue }
      for interval in intervals {
        guard let agents = part.intervals[interval]?.agents else { continue }
        sum += agents
        isCounted = true
      }
    }
    return isCounted ? sum / Double(intervals.count) : nil
  }
}
