public import Center
import CenterSimulation
import OutputAnalysis

/// Replays a real day: the plan, and the plan with each combination of what really happened, on the
/// same customers.
///
/// The combinations differ from the plan as it was forecast: the factor by which whole days differ
/// from their forecast is off in all of them, because the real day has its own volume. The plan
/// with that factor is simulated beside them; it says how days differ.
public struct DayReplay: Sendable {
  /// The day.
  public let day: ActualDay
  /// The center of the day.
  public let center: Center
  /// The seed.
  public let seed: UInt64
  /// How often the day is simulated.
  public let replications: Int

  /// Prepares a replay.
  ///
  /// - Parameters:
  ///   - center: The plan.
  ///   - day: What really happened.
  ///   - seed: The seed of the random numbers.
  ///   - replications: How often the day is simulated, in each combination; `≥ 2`.
  /// - Throws: `ActualDayError` where the day is not in the calendar, or a class's contacts are a
  ///   list of instants.
  public init(
    _ center: Center, day: ActualDay, seed: UInt64, replications: Int
  ) throws(ActualDayError) {
    precondition(replications > 1, "an interval takes two replications")
    self.center = try center.counting(only: day.date)
    for part in day.parts {
      for queue in part.queues {
        let demandClass = center.demand[center.queues[queue].demandClass]
        if case .measured = demandClass.arrivals {
          throw .measuredArrivals(demandClass: demandClass.name)
        }
      }
    }
    self.day = day
    self.seed = seed
    self.replications = replications
  }

  /// How many simulations of the day a run takes.
  public var simulations: Int { replications * (1 + (1 << day.factors.count)) }

  /// Runs the replay.
  ///
  /// - Parameters:
  ///   - workers: How many replications are simulated at the same time; changes no result.
  ///   - progress: Is told how many simulations are done.
  /// - Throws: `CancellationError`; what a simulation throws; `ActualDayError` where parts
  ///   contradict each other.
  public func run(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> DayReplayResult {
    let factors = day.factors
    var done = 0
    func samples(_ center: Center) async throws -> [DaySample] {
      let before = done
      let samples = try await self.samples(Simulation(center), workers: workers) {
        progress?(before + $0)
      }
      done += replications
      return samples
    }
    let plan = try await samples(center)
    let forecast = center.withoutDayVariation
    var combinations = [try await samples(forecast)]
    let actual = try ActualFactors(
      day, forecast, queues: forecast.queues,
      planned: DayMeans(
        samples: combinations[0], intervalLength: Double(center.calendar.intervalLength)))
    for set in 1..<(1 << factors.count) {
      let chosen = Set(factors.indices.filter { set & (1 << $0) != 0 }.map { factors[$0] })
      combinations.append(try await samples(try actual.applied(chosen, to: forecast)))
    }
    return DayReplayResult(
      replay: self, plan: plan, combinations: combinations, unplanned: actual.unplanned)
  }

  /// All replications of a center, in their order.
  private func samples(
    _ simulation: Simulation, workers: Int, progress: @Sendable (Int) -> Void
  ) async throws -> [DaySample] {
    let queueCount = simulation.queues.count
    let teamCount = simulation.center.teams.count
    let (seed, replications) = (seed, replications)
    var samples: [DaySample] = []
    try await inOrder(0..<replications, workers: workers) { replication in
      return {
        try Task.checkCancellation()
        let observation = try simulation.run(seed: seed, replication: UInt64(replication))
        return DaySample(observation, queueCount: queueCount, teamCount: teamCount)
      }
    } receive: { sample in
      samples.append(sample)
      progress(samples.count)
      return true
    }
    return samples
  }
}
