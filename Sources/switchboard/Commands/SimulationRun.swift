import Arguments
import Center
import CenterSimulation
import Experiments
import Reports
import Scenario

/// One run of an experiment from the command line: scenarios in, results out.
struct SimulationRun {
  let scenarios: [ScenarioFile]
  let seed: UInt64
  let stop: StopRule
  let measures: Set<String>?
  /// The form asked for; a table where the CSV files go into a folder; else what suits the output.
  let format: OutputFormat?
  private let arguments: ParsedArguments
  private let session: Session

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
    seed = arguments[SimulationOptions.seed] ?? 1
    let measures = arguments[SimulationOptions.measures].map { Set($0) }
    let replications = arguments[SimulationOptions.replications]
    self.measures = measures
    stop =
      arguments[SimulationOptions.precision].map {
        .precise($0, of: measures, limit: replications ?? Self.mostForPrecision)
      } ?? .after(replications: replications ?? 100)
    format =
      arguments[SimulationOptions.format]
      ?? (arguments[SimulationOptions.out] == nil ? nil : .table)
    scenarios = try ScenarioFile.all(
      arguments.operands, edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside])
  }

  /// Runs the experiment and shows how far it is.
  func results() async throws -> [DesignResult] {
    let designs = try scenarios.map { Design(try Simulation($0.center)) }
    var experiment = try Experiment(designs: designs, seed: seed, stop: stop)
    // Of a single design, replications show in `replications.csv` alone.
    experiment.keepsReplications = designs.count > 1 || arguments[SimulationOptions.out] != nil
    let meter = ProgressMeter(
      total: stop.mostReplications, unit: "replications", console: session.console)
    defer { meter.finish() }
    do {
      return try await experiment.run(
        workers: arguments[SimulationOptions.jobs] ?? Processors.allowed
      ) { meter.update(done: $0.replications) }
    } catch let breach as BreachedInvariant {
      throw failure(breach)
    } catch let limit as SimulationLimit {
      let file = scenarios.first { $0.center.name == limit.center }
      throw Failure(
        .badData,
        "\(file.map { $0.path + ": " } ?? "")lower the demand or add agents: \(limit.description).")
    }
  }

  /// Runs the experiment, writes the reports into the folder if one is named, and the answer to
  /// standard output.
  ///
  /// - Returns: `targetMissed` where targets are required and one was missed, which is said on
  ///   standard error.
  func answer(
    command: String, _ reports: ([DesignResult]) throws -> (files: [Report], answer: Answer)
  ) async throws -> ExitCode {
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let results = try await results()
      let (files, answer) = try reports(results)
      try Task.checkCancellation()
      for report in files { try set?.write(report) }
      if arguments[SimulationOptions.trace] { try trace(into: &set, of: results) }
      try set?.commit(origin(command, replications: results.first?.replications ?? 0))
      try session.write(answer, as: format, command: command)
      let code = arguments[SimulationOptions.requireTargets] ? check(results) : .ok
      if let imprecision = stop.imprecision(of: results) {
        session.console.message(Answer.imprecise(imprecision, after: stop.mostReplications))
        return .partialResult
      }
      return code
    } catch {
      set?.discard()
      throw error
    }
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

  private func origin(_ command: String, replications: Int) -> DataPackage.Origin {
    DataPackage.Origin(
      command: command, version: Version.program, randomStreams: Version.randomStreams,
      seed: seed, replications: replications,
      scenarios: scenarios.map { ($0.center.name, $0.hash) })
  }

  /// A broken promise, with the command that shows it again.
  private func failure(_ breach: BreachedInvariant) -> Failure {
    var words = arguments.path + arguments.operands
    for edit in arguments.all(SimulationOptions.set) { words += ["--set", edit] }
    if arguments[SimulationOptions.allowOutside] { words.append("--allow-outside") }
    words += ["--seed", "\(breach.seed)", "--replications", "\(breach.replication + 1)"]
    return Failure(
      .internalError,
      "Please report this, with the scenario: \(breach.description)\nRepeat it with: "
        + words.map(SimulationRun.quoted).joined(separator: " "))
  }

  /// A word as a shell takes it: in quotes unless it is plain.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_./=+,:".unicodeScalars.contains($0))
    }
    return isPlain && !word.isEmpty
      ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// A name that no design has yet: a design compared with itself needs another.
  static func unused(_ name: String, among names: [String]) -> String {
    guard names.contains(name) else { return name }
    var number = 2
    while names.contains("\(name) (\(number))") { number += 1 }
    return "\(name) (\(number))"
  }
}
