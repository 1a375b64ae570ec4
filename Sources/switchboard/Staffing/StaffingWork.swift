import Arguments
import Center
import CenterSimulation
import Experiments
import Reports

/// The search for the smallest staffing of a scenario, as the command line asks for it.
struct StaffingWork {
  static let period = Option(
    "period", .duration(in: .positive),
    help: "For how long the number of agents stays the same. For formulas the scenario's interval "
      + "unless given; in simulation 2h, the time in which agents are added and taken together.")
  static let eachDay = Flag(
    "each-day",
    help: "In simulation: find the agents of every day by itself; else they change alike on all "
      + "days, and follow the formulas from day to day.")
  static let goal = Option(
    "goal", .choice("GOAL") as ValueKind<StaffingGoal>, default: "targets",
    help: "In simulation: keep the targets as they are written, or in all single intervals.")

  /// The options of a search, beside seed, replications and jobs.
  static let options = [period.declaration, eachDay.declaration, goal.declaration]

  let arguments: ParsedArguments
  let session: Session

  /// The random numbers of the search.
  var seed: UInt64 { arguments[SimulationOptions.seed] ?? 1 }
  /// The replications that decide about a plan.
  var replications: Int { arguments[SimulationOptions.replications] ?? 100 }

  /// Searches, and shows how far it is.
  ///
  /// - Parameter journal: The file in which what was simulated is written down; `nil` for none.
  func proposal(
    for scenario: ScenarioFile, journal path: String? = nil
  ) async throws -> StaffingProposal {
    let calendar = scenario.center.calendar
    let requirement = StaffingRequirement(scenario.center)
    let meter = StaffingMeter(session.console, of: scenario.center)
    defer { meter.finish() }
    do {
      let search = try StaffingSearch(
        scenario.center, start: requirement.start, goal: arguments[Self.goal] ?? .targets,
        size: StaffingBlock.Size(
          intervals: try intervals(calendar, unlessGiven: max(1, 7200 / calendar.intervalLength)),
          joinsDays: !arguments[Self.eachDay]),
        seed: seed, replications: replications)
      let journal = try path.map { path throws(Failure) in
        try StaffingJournal(path, of: identity(of: search, scenario))
      }
      defer { journal?.close() }
      let result = try await search.run(
        workers: arguments[SimulationOptions.jobs] ?? Processors.allowed,
        journal: journal?.entries ?? [], record: { try journal?.add($0) },
        progress: { meter.update($0) })
      return StaffingProposal(requirement, search: result)
    } catch let error as StaffingError {
      throw Failure(error, of: scenario)
    } catch let limit as SimulationLimit {
      throw Failure(
        .badData, "\(scenario.path): lower the demand or add agents: \(limit.description).")
    }
  }

  /// What tells a search from all others.
  private func identity(of search: StaffingSearch, _ scenario: ScenarioFile) -> [String] {
    [
      Version.text, scenario.hash, "\(seed)", "\(replications)", search.goal.rawValue,
      search.blocks.map { "\($0.team):\($0.intervals)" }.joined(separator: " "),
    ]
  }

  /// How many intervals of the calendar a period has.
  func intervals(
    _ calendar: PlanningCalendar, unlessGiven count: Int
  ) throws(Failure) -> Int {
    guard let length = arguments[Self.period] else { return count }
    let count = length / Double(calendar.intervalLength)
    guard count >= 1, count <= Double(calendar.intervalsPerDay), count == count.rounded(),
      calendar.intervalsPerDay % Int(count) == 0
    else {
      throw Failure(
        .misuse,
        "Give --period a whole number of the scenario's intervals of "
          + "\(calendar.intervalLength / 60) minutes that divides the day.")
    }
    return Int(count)
  }
}

extension Failure {
  /// No staffing can be found.
  init(_ error: StaffingError, of scenario: ScenarioFile) {
    let path = scenario.path
    switch error {
    case .replications(let count):
      self.init(.misuse, "Raise --replications to 8 or more: \(count) tell nothing.")
    case .noTarget:
      self.init(
        .badData,
        "Give a channel of \(path) a target: without one nobody is needed. Formulas take a team's "
          + "maxOccupancy as well.")
    case .nobody: self.init(.badData, "Give the teams of \(path) agents to start from.")
    case .blocks(let count):
      self.init(
        .badData,
        "Lengthen --period or leave out --each-day: \(count) blocks are more than "
          + "\(StaffingSearch.mostBlocks).")
    case .unreachable(let promise):
      self.init(
        .badData,
        "Lower a target of \(path), or look for what agents cannot mend (trunks, hours, routing): "
          + Answer.unreachable(promise))
    case .foreignJournal:
      self.init(.badData, "Name another --journal: this one is of another search.")
    }
  }
}
