import Arguments
import Center
import CenterSimulation
import Experiments
import Reports
import Scenario

/// One run of an experiment from the command line: scenarios in, results out.
struct SimulationRun {
  var scenarios: [ScenarioFile]
  let seed: UInt64
  let stop: StopRule
  let arguments: ParsedArguments
  let session: Session

  /// Where `--precision` gives up, unless `--replications` says so.
  private static let mostForPrecision = 10_000

  /// Reads the scenarios that the operands name.
  ///
  /// - Throws: A failure with the diagnostics of all of them.
  init(_ arguments: ParsedArguments, _ session: Session) throws(Failure) {
    self.arguments = arguments
    self.session = session
    if arguments[SimulationOptions.trace], arguments[SimulationOptions.out] == nil {
      throw Failure(.misuse, "Name a folder with --out: --trace writes contacts.csv into it.")
    }
    if arguments[SimulationOptions.precision] != nil,
      let extreme = arguments[SimulationOptions.measures]?.first(where: {
        Measure.position(of: $0) == nil
      })
    {
      throw Failure(
        .misuse,
        "Leave out \(extreme): --precision goes by averages, not by quantiles and extremes.")
    }
    try Self.checkShard(arguments)
    seed = arguments[SimulationOptions.seed] ?? 1
    let measures = arguments[SimulationOptions.measures].map { Set($0) }
    let replications = arguments[SimulationOptions.replications]
    stop =
      arguments[SimulationOptions.precision].map {
        .precise($0, of: measures, limit: replications ?? Self.mostForPrecision)
      } ?? .after(replications: replications ?? 100)
    scenarios = try ScenarioFile.all(
      arguments.operands, edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside])
  }

  /// What is to be simulated.
  func experiment() throws -> Experiment {
    let designs = try scenarios.map { Design(try Simulation($0.center)) }
    return try Experiment(designs: designs, seed: seed, stop: stop)
  }

  /// Blocks simulated at the same time.
  var workers: Int { arguments[SimulationOptions.jobs] ?? Processors.allowed }

  /// Runs the experiment and shows how far it is.
  func results() async throws -> [DesignResult] {
    var experiment = try experiment()
    // Of a single design, replications show in `replications.csv` alone.
    experiment.keepsReplications = scenarios.count > 1 || arguments[SimulationOptions.out] != nil
    let meter = ProgressMeter(
      total: stop.mostReplications,
      unit: stop.isOpenEnded ? "replications at most" : "replications",
      console: session.console)
    defer { meter.finish() }
    do {
      return try await experiment.run(workers: workers) { meter.update(done: $0.replications) }
    } catch {
      throw explained(error)
    }
  }

  /// What ended a simulation, in words for whoever started it.
  func explained(_ error: any Error) -> any Error {
    switch error {
    case let breach as BreachedInvariant:
      return SimulationRun.failure(
        breach, repeating: arguments.path + arguments.operands,
        edits: arguments.all(SimulationOptions.set),
        allowOutside: arguments[SimulationOptions.allowOutside])
    case let limit as SimulationLimit:
      let file = scenarios.first { $0.center.name == limit.center }
      return Failure(
        .badData,
        "\(file.map { $0.path + ": " } ?? "")lower the demand or add agents: \(limit.description).")
    default: return error
    }
  }

  /// Runs the experiment, writes the reports into the folder if one is named, and the answer to
  /// standard output.
  ///
  /// - Returns: `targetMissed` where targets are required and one was missed, `partialResult` where
  ///   the precision asked for was not reached; both are said on standard error.
  func answer(
    command: String, _ reports: ([DesignResult], ResultOutput) throws -> ResultOutput.Reports
  ) async throws -> ExitCode {
    let output = ResultOutput(
      command: command, scenarios: scenarios, seed: seed, arguments: arguments,
      session: session)
    var kept: ShardWriter?
    let (results, code) = try await output.write(
      {
        guard arguments[SimulationOptions.resume] else { return try await self.results() }
        let (results, file) = try await resumedResults(command: command)
        kept = file
        return results
      },
      more: { set, results in
        if arguments[SimulationOptions.trace] { try trace(into: &set, of: results) }
      }, reports: reports)
    if let imprecision = stop.imprecision(of: results) {
      session.console.message(Answer.imprecise(imprecision, after: stop.mostReplications))
      return .partialResult
    }
    try kept?.remove()
    return code
  }

  /// Simulates every replication once more, one after another, and writes its contacts as they
  /// come: a replication is a pure function, and no more than one has to be kept.
  private func trace(into set: inout ReportSet?, of results: [DesignResult]) throws {
    let replications = results.first?.replications ?? 0
    let meter = ProgressMeter(
      total: replications * scenarios.count, unit: "traced replications",
      console: session.console)
    defer { meter.finish() }
    var failure: (any Error)?
    try set?.writeContacts { sink in
      var rows = 0
      do {
        for (index, scenario) in scenarios.enumerated() {
          let simulation = try Simulation(scenario.center)
          let report = ContactReport(scenario.center)
          for replication in 0..<replications where sink.isOpen {
            try Task.checkCancellation()
            let contacts = try simulation.trace(seed: seed, replication: UInt64(replication))
              .contacts
            report.write(contacts, replication: replication, to: &sink)
            rows += contacts.count
            meter.update(done: index * replications + replication + 1)
          }
        }
      } catch {
        failure = error
      }
      return rows
    }
    if let failure { throw failure }
  }

  /// A broken promise, with the command that shows it again.
  ///
  /// - Parameters:
  ///   - words: The command and its operands.
  ///   - edits: What was set.
  ///   - allowOutside: Whether files outside the scenario's folder may be read.
  static func failure(
    _ breach: BreachedInvariant, repeating words: [String], edits: [String],
    allowOutside: Bool
  ) -> Failure {
    var words = words
    for edit in edits { words += ["--set", edit] }
    if allowOutside { words.append("--allow-outside") }
    words += ["--seed", "\(breach.seed)", "--replications", "\(breach.replication + 1)"]
    return Failure(
      .internalError,
      "Please report this, with the scenario: \(breach.description)\nRepeat it with: "
        + words.map(\.shellWord).joined(separator: " "))
  }

  /// A name that no design has yet: a design compared with itself needs another.
  static func unused(_ name: String, among names: [String]) -> String {
    guard names.contains(name) else { return name }
    var number = 2
    while names.contains("\(name) (\(number))") { number += 1 }
    return "\(name) (\(number))"
  }
}
