import Arguments
import Center
import CenterSimulation
import Experiments
import Reports
import Scenario

/// One sweep: a scenario and what varies in, results out.
struct SweepRun {
  let source: ScenarioSource
  let points: VariedPoints
  let varied: ShardHeader.VariedWords
  let seed: UInt64
  let replications: Int
  let hash: String
  let name: String
  let arguments: ParsedArguments
  let session: Session

  /// Reads what varies, and the scenario at every point.
  ///
  /// - Throws: A failure with the diagnostics of all points, each said once.
  init(_ arguments: ParsedArguments, _ session: Session) throws {
    try ShardRun.check(arguments)
    try self.init(
      ScenarioSource(
        arguments.operands[0], edits: arguments.all(SimulationOptions.set),
        allowOutside: arguments[SimulationOptions.allowOutside]),
      varied: ShardHeader.VariedWords(
        paths: arguments.all(SweepCommand.vary), latin: arguments[SweepCommand.latin]),
      seed: arguments[SimulationOptions.seed] ?? 1,
      replications: arguments[SweepCommand.replications] ?? 100, arguments, session)
  }

  /// The sweep that shards are of, from what they hold of its scenario.
  init(_ shards: ShardSet, _ arguments: ParsedArguments, _ session: Session) throws {
    let header = shards.header
    let scenario = header.scenarios[0]
    try self.init(
      ScenarioSource(
        scenario.path, edits: header.edits, allowOutside: header.allowOutside,
        files: scenario.files),
      varied: header.varied, seed: header.seed, replications: header.replications, arguments,
      session)
    guard hash == scenario.hash else { throw shards.readsOtherwise(scenario) }
  }

  private init(
    _ source: ScenarioSource, varied: ShardHeader.VariedWords, seed: UInt64, replications: Int,
    _ arguments: ParsedArguments, _ session: Session
  ) throws {
    self.source = source
    self.varied = varied
    self.seed = seed
    self.replications = replications
    self.arguments = arguments
    self.session = session
    points = try Self.points(varied, seed: seed)
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
    hash = source.hash(also: varied.paths + (varied.latin.map { ["\($0)"] } ?? []))
  }

  private static func points(
    _ words: ShardHeader.VariedWords, seed: UInt64
  ) throws(Failure) -> VariedPoints {
    guard !words.paths.isEmpty else {
      throw Failure(
        .misuse, "Say what varies, such as --vary teams.phones.agents-=0..6:1.")
    }
    do throws(Diagnostic) {
      var varied: [VaryArgument] = []
      for (index, text) in words.paths.enumerated() {
        varied.append(try VaryArgument(text, number: index + 1))
      }
      if let taken = varied.first(where: { Report.sweepColumnNames.contains($0.name) }) {
        throw Diagnostic(
          .malformedEdit, at: nil, "\(taken.name) cannot be varied: a column has that name")
      }
      if let count = words.latin {
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
    guard arguments[SimulationOptions.resume] else { return try await write(result) }
    var kept: ShardWriter?
    let code = try await write {
      let (result, file) = try await resumedResult()
      kept = file
      return result
    }
    try kept?.remove()
    return code
  }

  /// Gets the result and writes everything that there is to say about it.
  ///
  /// - Parameter result: Makes it, after the folder has been found writable.
  func write(_ result: () async throws -> SweepResult) async throws -> ExitCode {
    let measures = arguments[SimulationOptions.measures].map { Set($0) }
    let known = Sweep.measures.map { Measure.catalogue[$0].column }
    if let other = measures?.sorted().first(where: { !known.contains($0) }) {
      throw Failure(.misuse, "Leave out \(other): a sweep is about headline measures.")
    }
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let result = try await result()
      let answer = Answer.sweep(
        result, varied: points.names.indices.map(column), measures: measures)
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
    let sweep = try sweep()
    let meter = ProgressMeter(
      total: sweep.replications(before: sweep.blockCount), unit: "replications",
      console: session.console)
    defer { meter.finish() }
    do {
      return try await sweep.run(workers: workers) { meter.update(done: $0) }
    } catch {
      throw explained(error)
    }
  }

  /// What is to be simulated.
  func sweep() throws -> Sweep {
    let layout: Sweep.Layout =
      switch points.layout {
      case .grid(let levels): .grid(levels: levels)
      case .sample(let coordinates): .sample(coordinates: coordinates)
      }
    let (source, points) = (source, points)
    return try Sweep(layout: layout, seed: seed, replications: replications) { point in
      let reading = source.read(varied: points.edits(ofPoint: point))
      guard let center = reading.center else { throw ScenarioFile.failure(reading, source.path) }
      return Design(try Simulation(center))
    }
  }

  /// Blocks simulated at the same time.
  var workers: Int { arguments[SimulationOptions.jobs] ?? Processors.allowed }

  /// What ended the simulation of a point, in words for whoever started it, with the command that
  /// shows it again.
  func explained(_ error: any Error) -> any Error {
    guard let failure = error as? SweepFailure else { return error }
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
        edits: source.edits + edits, allowOutside: source.allowOutside)
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
