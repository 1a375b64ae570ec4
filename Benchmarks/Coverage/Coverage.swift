import OutputAnalysis

/// The experiment about the intervals of the reports: how often do they hold the exact value?
///
/// Replications of queues that theory solves come in batches of 100; each batch is one experiment
/// with 100 replications, three with 30 and ten with 10. Every batch has a stream of random numbers
/// of its own, and batches are added up in order: the result is the same for any number of workers.
struct Coverage {
  /// Replications of an experiment.
  static let counts = [10, 30, 100]
  /// Replications of a batch.
  static let batchLength = 100
  /// Batches that a worker does at a time.
  private static let chunkLength = 10

  /// The queues: patient ones, and ones whose callers hang up after eight minutes on average.
  static let queues = [
    StationaryQueue(agents: 100, load: 0.9),
    StationaryQueue(agents: 10, load: 0.8),
    StationaryQueue(agents: 100, load: 1, patience: 480),
    StationaryQueue(agents: 100, load: 0.8, patience: 480),
    StationaryQueue(agents: 10, load: 1, patience: 480),
  ]

  /// One line of the result.
  struct Line: Equatable, Sendable {
    let queue: String
    let measure: CoverageMeasure
    /// Replications of an experiment.
    let replications: Int
    let exact: Double
    let tally: CoverageTally
  }

  /// Makes the experiments of one queue.
  ///
  /// - Parameters:
  ///   - index: The queue's position in `queues`.
  ///   - batches: Experiments with 100 replications.
  ///   - workers: Chunks of batches made at the same time.
  ///   - callsPerReplication: Expected calls of a replication.
  static func lines(
    ofQueue index: Int, batches: Int, workers: Int,
    callsPerReplication: Double = StationaryQueue.customaryCalls
  ) async throws -> [Line] {
    var changed = queues[index]
    changed.calls = callsPerReplication
    let queue = changed
    let measures = CoverageMeasure.all(of: queue)
    let exact = try measures.map { try $0.exact(in: queue) }
    let corrections = counts.compactMap { SkewnessCorrection(count: $0) }
    let starts = Array(stride(from: 0, to: batches, by: chunkLength))
    let tallies = await withTaskGroup(of: (Int, [CoverageTally]).self) { group in
      var chunks: [[CoverageTally]] = Array(repeating: [], count: starts.count)
      for (number, start) in starts.enumerated() {
        if number >= workers, let (done, tallies) = await group.next() { chunks[done] = tallies }
        group.addTask {
          var tallies = Array(
            repeating: CoverageTally(), count: measures.count * corrections.count)
          for batch in start..<min(start + chunkLength, batches) {
            var generator = SplitMix(stream: UInt64(index) << 32 + UInt64(batch))
            addBatch(
              of: queue, measures: measures, exact: exact, corrections: corrections,
              &generator, to: &tallies)
          }
          return (number, tallies)
        }
      }
      for await (done, tallies) in group { chunks[done] = tallies }
      return chunks.reduce(
        into: Array(repeating: CoverageTally(), count: measures.count * corrections.count)
      ) { sums, chunk in
        for slot in sums.indices { sums[slot] += chunk[slot] }
      }
    }
    return tallies.enumerated().map { slot, tally in
      let measure = slot / corrections.count
      return Line(
        queue: queue.name, measure: measures[measure],
        replications: counts[slot % corrections.count], exact: exact[measure], tally: tally)
    }
  }

  /// One batch: `tallies` are by measure, then number of replications.
  private static func addBatch(
    of queue: StationaryQueue, measures: [CoverageMeasure], exact: [Double],
    corrections: [SkewnessCorrection], _ generator: inout SplitMix,
    to tallies: inout [CoverageTally]
  ) {
    var moments = Array(repeating: BivariateMoments(), count: tallies.count)
    for _ in 0..<batchLength {
      let sums = queue.replication(&generator)
      for (index, measure) in measures.enumerated() {
        let (x, y) = measure.ratio(sums, of: queue)
        for (size, correction) in corrections.enumerated() {
          let slot = index * corrections.count + size
          moments[slot].add(x: x, y: y)
          if moments[slot].count == correction.count {
            tallies[slot].add(moments[slot], of: measure, exact: exact[index], correction)
            moments[slot] = BivariateMoments()
          }
        }
      }
    }
  }
}
