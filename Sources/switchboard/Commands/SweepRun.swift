import Arguments
import Center
import CenterSimulation
import Experiments
import Reports
import Scenario

/// One sweep from the command line: a scenario and what varies in, results out.
struct SweepRun {
  private let source: ScenarioSource
  private let points: VariedPoints
  private let seed: UInt64
  private let hash: String
  private let name: String
  private let arguments: ParsedArguments
  private let session: Session

  /// Reads what varies, and the scenario at every point.
  ///
  /// - Throws: A failure with the diagnostics of all points, each said once.
  init(_ arguments: ParsedArguments, _ session: Session) throws {
    self.arguments = arguments
    self.session = session
    seed = arguments[SimulationOptions.seed] ?? 1
    points = try Self.points(arguments, seed: seed)
    source = ScenarioSource(
      arguments.operands[0], edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside])
    var problems = PointProblems()
    var first: Center?
    for point in points.values.indices {
      try Task.checkCancellation()
      let reading = source.read(varied: points.edits(ofPoint: point))
      if let center = reading.center, !reading.diagnostics.hasErrors {
        if first == nil { first = center }
      } else {
        if reading.failure != nil { throw ScenarioFile.failure(reading, source.path) }
        problems.add(reading.diagnostics, at: points.description(ofPoint: point))
      }
    }
    if let text = problems.text(points: points.values.count) { throw Failure(.badData, text) }
    name = first?.name ?? ""
    hash = source.hash(
      also: arguments.all(SweepCommand.vary)
        + (arguments[SweepCommand.latin].map { ["\($0)"] } ?? []))
  }

  private static func points(_ arguments: ParsedArguments, seed: UInt64) throws(Failure)
    -> VariedPoints
  {
    let texts = arguments.all(SweepCommand.vary)
    guard !texts.isEmpty else {
      throw Failure(
        .misuse, "Say what varies, such as --vary teams.phones.agents-=0..6:1.")
    }
    do throws(Diagnostic) {
      var varied: [VaryArgument] = []
      for (index, text) in texts.enumerated() {
        varied.append(try VaryArgument(text, number: index + 1))
      }
      if let taken = varied.first(where: { Report.sweepColumnNames.contains($0.name) }) {
        throw Diagnostic(
          .malformedEdit, at: nil, "\(taken.name) cannot be varied: a column has that name")
      }
      if let count = arguments[SweepCommand.latin] {
        return try VariedPoints(latin: varied, count: count, seed: seed)
      }
      return try VariedPoints(grid: varied)
    } catch {
      throw Failure(.misuse, String(error.rendered().dropLast()))
    }
  }

  /// Runs the sweep, writes the reports into the folder if one is named, and the answer to standard
  /// output.
  func answer() async throws -> ExitCode {
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let result = try await result()
      let varied = points.names.indices.map(column)
      let measures = arguments[SweepCommand.measures].map { Set($0) }
      let answer = Answer.sweep(result, varied: varied, measures: measures)
      try Task.checkCancellation()
      for report in answer.reports { try set?.write(report) }
      try set?.commit(
        DataPackage.Origin(
          command: "sweep", version: Version.program, randomStreams: Version.randomStreams,
          seed: seed, replications: result.replications, scenarios: [(name, hash)]))
      let format = arguments[SimulationOptions.format] ?? (set == nil ? nil : .table)
      try session.write(answer, as: format, command: "sweep")
      return .ok
    } catch {
      set?.discard()
      throw error
    }
  }

  private func result() async throws -> SweepResult {
    let replications = arguments[SweepCommand.replications] ?? 100
    let layout: Sweep.Layout =
      switch points.layout {
      case .grid(let levels): .grid(levels: levels)
      case .sample(let coordinates): .sample(coordinates: coordinates)
      }
    let (source, points) = (source, points)
    let sweep = try Sweep(layout: layout, seed: seed, replications: replications) { point in
      let reading = source.read(varied: points.edits(ofPoint: point))
      guard let center = reading.center else { throw ScenarioFile.failure(reading, source.path) }
      return Design(try Simulation(center))
    }
    let (most, overflow) = points.values.count.multipliedReportingOverflow(by: replications)
    let meter = ProgressMeter(
      total: overflow ? .max : most, unit: "replications", console: session.console)
    defer { meter.finish() }
    do {
      return try await sweep.run(
        workers: arguments[SimulationOptions.jobs] ?? Processors.allowed
      ) { meter.update(done: $0) }
    } catch let failure as SweepFailure {
      throw self.failure(failure)
    }
  }

  /// A point that cannot be simulated, with the command that shows it again.
  private func failure(_ failure: SweepFailure) -> any Error {
    let edits = points.edits(ofPoint: failure.point)
    switch failure.reason {
    case let limit as SimulationLimit:
      return Failure(
        .badData,
        "\(source.path): lower the demand or add agents: \(limit.description).\nAt "
          + points.description(ofPoint: failure.point) + ".")
    case let breach as BreachedInvariant:
      return SimulationRun.failure(
        breach, repeating: ["switchboard", "simulate", source.path],
        edits: arguments.all(SimulationOptions.set) + edits, arguments)
    default: return failure.reason
    }
  }

  /// A varied path for reports: numbers where all of its values are of one kind.
  private func column(_ path: Int) -> VariedColumn {
    let values = points.values.map { $0[path] }
    let isDuration = values.allSatisfy { $0.kind == .duration }
    let isNumber = values.allSatisfy { $0.kind == .number || $0.kind == .rate }
    return VariedColumn(
      name: points.names[path], unit: isDuration ? "s" : "",
      cells: values.map { value in
        if isDuration || isNumber, let amount = value.amount { return .number(amount) }
        return .text(value.text)
      }, texts: values.map(\.text))
  }
}
