import Center
import Experiments
import Reports

/// The agents proposed, as a table that a scenario can use.
struct AgentTable {
  private let file: SingleFile
  private let path: String
  private let rowLength: Int

  /// The lengths of rows that the scenario reader understands [s].
  private static let rowLengths = [3600, 1800, 900]

  /// A table at a path.
  init(_ path: String, for scenario: ScenarioFile) throws(Failure) {
    let interval = scenario.center.calendar.intervalLength
    guard let rowLength = AgentTable.rowLengths.first(where: { interval % $0 == 0 }) else {
      throw Failure(
        .badData,
        "Give the calendar of \(scenario.path) an interval of 15, 30 or 60 minutes, or of several "
          + "of them: tables have rows of these lengths, and its interval is \(interval / 60) "
          + "minutes.")
    }
    guard path != "-" else {
      throw Failure(.misuse, "Name a file after --write: standard output has the answer.")
    }
    if let bytes = try? FileSystem.read(path, limit: 1 << 12), !bytes.isEmpty,
      !bytes.starts(with: Array("team,interval_start,agents,agents_present".utf8))
    {
      throw Failure(
        .cannotCreate,
        "Name another file after --write: \(path) is there, and is no table of agents.")
    }
    self.path = path
    self.rowLength = rowLength
    file = try SingleFile(path, option: "--write")
  }

  /// Writes the table.
  ///
  /// - Returns: How a scenario uses it, in words.
  func write(_ proposal: StaffingProposal) throws(Failure) -> String {
    let teams = proposal.center.teams
    for (team, present) in zip(teams, proposal.present) where present == nil {
      throw Failure(
        .badData,
        "Choose another --method: \(proposal.method?.rawValue ?? "simulation") has no answer for "
          + "\(team.name), and \(path) was not written.")
    }
    try file.write { Report.staffingPlan(proposal, rowLength: rowLength).writeCSV(to: &$0) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let example = teams.first.map(\.name) ?? ""
    return "Wrote \(path). With it beside the scenario write in each team, instead of its agents "
      + "and exceptions:\n  \"agents\": { \"file\": \"\(name)\", \"where\": { \"team\": "
      + "\"\(example)\" } }"
  }
}
