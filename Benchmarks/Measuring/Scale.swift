import CenterSimulation
import Experiments
import Foundation
import Synchronization

/// A run of many replications, and the memory that it takes: as much at the end as at the beginning.
enum Scale {
  /// Replications of 104,000 contacts each, W1 over three counted days.
  ///
  /// - Returns: What happened, and whether memory stayed as it was.
  static func run(replications: Int, workers: Int) async throws -> (text: String, check: Check) {
    let simulation = try MultiServerQueue(perHour: 1_080, talk: 300, agents: 100, days: 3)
      .workload("W1").scenario.simulation()
    let experiment = try Experiment(
      designs: [Design(simulation)], seed: Measurement.seed, replications: replications)
    let samples = Mutex([Sample(replications: 0, contacts: 0, memory: ProcessMemory.peak)])
    let start = ContinuousClock.now
    let processorStart = clock()
    let results = try await experiment.run(workers: workers) { progress in
      let tenth = progress.replications * 10 / progress.mostReplications
      samples.withLock { samples in
        if tenth >= samples.count || progress.replications == progress.mostReplications {
          samples.append(
            Sample(
              replications: progress.replications, contacts: progress.contacts,
              memory: ProcessMemory.peak))
        }
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let processorTime = Double(clock() - processorStart) * 1000
    let memory = samples.withLock { $0 }
    let contacts = results[0].contacts
    var lines = ["| Replications | Contacts | Peak memory [MB] |", "| ---: | ---: | ---: |"]
    lines += memory.map {
      "| \(GrowthTable.grouped($0.replications)) | \(GrowthTable.grouped($0.contacts)) | "
        + "\(megabytes($0.memory)) |"
    }
    lines.append("")
    lines.append(
      "\(GrowthTable.grouped(contacts)) contacts by \(workers) workers in "
        + "\((seconds * 10).rounded() / 10) s: \(Int(processorTime / Double(contacts))) ns of "
        + "processor time for each")
    // The row of `replications.csv` that each replication leaves behind, in arrays that double.
    let first = memory[1]
    let last = memory[memory.count - 1]
    let growth = last.memory - first.memory
    let limit = 1 << 20 + (last.replications - first.replications) << 10
    return (
      lines.joined(separator: "\n") + "\n",
      Check(
        "contacts leave nothing behind", growth <= limit,
        "\(megabytes(growth)) MB more after the first tenth, at most \(megabytes(limit)) MB")
    )
  }

  private struct Sample {
    let replications: Int
    let contacts: Int
    /// [bytes].
    let memory: Int
  }

  private static func megabytes(_ bytes: Int) -> Double {
    (Double(bytes) / 1e5).rounded() / 10
  }
}

/// The memory of this program.
enum ProcessMemory {
  /// The most that was ever resident [bytes].
  static var peak: Int {
    var usage = rusage()
    #if os(Linux)
      // Kilobytes there, and an enumeration that the function takes as a number.
      _ = unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      _ = unsafe getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
