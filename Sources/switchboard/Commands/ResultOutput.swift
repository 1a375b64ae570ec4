import Arguments
import Center
import Experiments
import Reports

/// The results of a run on their way to where the command line wants them: reports into a folder,
/// the answer to standard output.
struct ResultOutput {
  /// The command whose results they are.
  let command: String
  let scenarios: [ScenarioFile]
  let seed: UInt64
  let arguments: ParsedArguments
  let session: Session

  /// Reports and an answer.
  typealias Reports = (files: [Report], answer: Answer)

  /// The measures that are wanted; `nil` for all.
  var measures: Set<String>? { arguments[SimulationOptions.measures].map { Set($0) } }

  /// The form asked for; a table where the CSV files go into a folder; else what suits the output.
  var format: OutputFormat? {
    arguments[SimulationOptions.format]
      ?? (arguments[SimulationOptions.out] == nil ? nil : .table)
  }

  /// Gets the results and writes everything that there is to say about them.
  ///
  /// - Parameters:
  ///   - results: Makes the results, after the folder has been found writable.
  ///   - more: Adds to the set of reports.
  ///   - reports: What the command says of its results.
  /// - Returns: The results; and `targetMissed` where targets are required and one was missed,
  ///   which is said on standard error.
  func write(
    _ results: () async throws -> [DesignResult],
    more: (inout ReportSet?, [DesignResult]) throws -> Void = { _, _ in },
    reports: ([DesignResult], ResultOutput) throws -> Reports
  ) async throws -> (results: [DesignResult], code: ExitCode) {
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let results = try await results()
      let (files, answer) = try reports(results, self)
      try Task.checkCancellation()
      for report in files { try set?.write(report) }
      try more(&set, results)
      try set?.commit(origin(replications: results.first?.replications ?? 0))
      try session.write(answer, as: format, command: command)
      return (results, arguments[SimulationOptions.requireTargets] ? check(results) : .ok)
    } catch {
      set?.discard()
      throw error
    }
  }

  /// Names every target that was missed.
  private func check(_ results: [DesignResult]) -> ExitCode {
    var code = ExitCode.ok
    for result in results {
      for outcome in result.targets where !outcome.isMet {
        code = .targetMissed
        session.console.message(Answer.missed(outcome, in: result))
      }
    }
    return code
  }

  func origin(replications: Int) -> DataPackage.Origin {
    DataPackage.Origin(
      command: command, version: Version.program, randomStreams: Version.randomStreams,
      seed: seed, replications: replications,
      scenarios: scenarios.map { ($0.center.name, $0.hash) })
  }
}
