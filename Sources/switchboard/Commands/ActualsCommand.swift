import Arguments
import Center
import CenterSimulation
import Experiments
import Reports
import Scenario

/// `switchboard actuals`: a real day replayed, and what moved its service level.
enum ActualsCommand {
  static let date = Option("date", dateKind, help: "The day, such as 2026-11-23.")
  static let queue = Option(
    "queue", .text("NAME=PART"), repeatable: true,
    help: "The channel, class or channel/class that a queue of the table is; PART alone for a "
      + "table of one queue.")
  static let replications = Option(
    "replications", short: "r", .integer(in: 2...10_000),
    help: "How often the day is simulated with each combination of causes; 100 unless given.")

  static let declaration = CommandDeclaration(
    name: "actuals", summary: "Replay a real day and say what moved its service level",
    examples: [
      Example(
        "switchboard actuals plan.jsonc --data acd.csv --date 2026-11-23",
        "points lost to volume, handle time and staffing")
    ],
    discussion: [
      "The table has a date and an interval_start, a volume (also called offered), and what "
        + "there is of queue, answered, within or service_level, aht and agents. Rows are of the "
        + "scenario's interval or shorter.",
      "The day is simulated as planned, and with each combination of actual volume, handle time "
        + "and staffing, on the same customers. What the table lacks is left out and said.",
    ],
    operands: [
      OperandDeclaration(
        "FILE", completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenario: the plan of the day.")
    ],
    options: DataFile.declarations + [date.declaration, queue.declaration]
      + [
        replications.declaration, SimulationOptions.seed.declaration,
        SimulationOptions.jobs.declaration, SimulationOptions.out.declaration,
        SimulationOptions.format.declaration,
      ] + SimulationOptions.reading)

  private static let dateKind = ValueKind("DATE") { text throws(ValueProblem) -> CivilDate in
    guard let date = CivilDate(written: text) else {
      throw .notOfForm("a date", example: "2026-11-23")
    }
    return date
  }

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    let date = try arguments.required(date)
    let data = try DataFile(try arguments.required(DataFile.data), arguments)
    let scenario = try ScenarioFile(
      arguments.operands[0], edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside])
    let table: ActivityTable
    do throws(TableFailure) {
      table = try ActivityTable(data.file, data.mapping)
    } catch {
      throw Failure(error)
    }
    let reading = try ActualDayReading(
      table, of: data.path, on: date, scenario.center, names: arguments.all(queue))
    let replay: DayReplay
    do throws(ActualDayError) {
      replay = try DayReplay(
        scenario.center, day: reading.day, seed: arguments[SimulationOptions.seed] ?? 1,
        replications: arguments[replications] ?? 100)
    } catch {
      throw Failure(error)
    }
    var format = arguments[SimulationOptions.format]
    var set: ReportSet?
    if let path = arguments[SimulationOptions.out] {
      format = format ?? .table
      set = try ReportSet(path)
    }
    do {
      let result = try await result(of: replay, arguments, session, path: scenario.path)
      let answer = Answer.actuals(result, remarks: reading.remarks)
      try Task.checkCancellation()
      for report in answer.reports { try set?.write(report) }
      try set?.commit(
        DataPackage.Origin(
          command: "actuals", version: Version.program, randomStreams: Version.randomStreams,
          seed: replay.seed, replications: replay.replications,
          scenarios: [(scenario.center.name, scenario.hash), (data.path, data.hash)]))
      try session.write(answer, as: format, command: "actuals")
    } catch {
      set?.discard()
      throw error
    }
    return .ok
  }

  /// Runs the replay and shows how far it is.
  private static func result(
    of replay: DayReplay, _ arguments: ParsedArguments, _ session: Session, path: String
  ) async throws -> DayReplayResult {
    let meter = ProgressMeter(
      total: replay.simulations, unit: "simulated days", console: session.console)
    defer { meter.finish() }
    do {
      return try await replay.run(
        workers: arguments[SimulationOptions.jobs] ?? Processors.allowed
      ) { meter.update(done: $0) }
    } catch let error as ActualDayError {
      throw Failure(error)
    } catch let limit as SimulationLimit {
      throw Failure(
        .badData, "\(path): look at the volume and the agents of the day: \(limit.description).")
    } catch let unsound as UnsoundCenter {
      throw Failure(
        .badData,
        "\(path): the day as it really was is no center that can be simulated: "
          + (unsound.problems.first?.message ?? "") + ".")
    }
  }
}

extension Failure {
  /// A day cannot be replayed.
  init(_ error: ActualDayError) {
    switch error {
    case .outsideCalendar(let date, let first, let last):
      self.init(
        .misuse,
        "Choose a day of the scenario: \(date) is not among \(first) to \(last). Or move the "
          + "plan: --set calendar.start=\(date).")
    case .measuredArrivals(let name):
      self.init(
        .badData,
        "Give the class \"\(name)\" a volume: contacts at given instants cannot become more or fewer."
      )
    case .agentsDisagree(let team, let first, let second):
      self.init(
        .badData,
        "Leave out the agents of one queue: the team \"\(team)\" serves \(name(first)) and "
          + "\(name(second)), for which the table has different agents.")
    }

    func name(_ row: Row) -> String {
      row.level == .queue
        ? "\(row.name)/\(row.demandClass)" : row.level == .all ? row.demandClass : row.name
    }
  }
}
