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
    let meter = ProgressMeter(
      total: points.values.count, unit: "points read", console: session.console)
    defer { meter.finish() }
    for point in points.values.indices {
      try Task.checkCancellation()
      meter.update(done: point)
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
}
