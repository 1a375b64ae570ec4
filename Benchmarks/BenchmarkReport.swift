import Foundation
import Reports

/// What a run of the benchmarks says, as `--json` writes it.
///
///     {
///       "form" : "switchboard-benchmarks/1",
///       "workloads" : [
///         { "id" : "W1", "title" : "M/M/100 at load 0.9", "contacts" : 285120,
///           "engine" : { "minimum" : …, "median" : …, "spread" : …, "values" : [ … ] },
///           "floor" : { … }, "ratio" : { … } } ],
///       "checks" : [
///         { "name" : "…", "outcome" : "passed", "detail" : "…" } ]
///     }
///
/// `engine` and `floor` are nanoseconds of processor time for each contact, `ratio` is the first
/// over the second, and `values` has one number for each round, in order; `spread` is the distance
/// between the quartiles. A workload without a floor has neither `floor` nor `ratio`. `outcome` is
/// `passed`, `failed` or `skipped`. Members may be added within form 1; none changes its meaning.
struct BenchmarkReport: Encodable {
  struct Workload: Encodable {
    let id: String
    let title: String
    /// Contacts of a replication, warm-up included; requirements of a round for W5.
    let contacts: Int
    let engine: Samples
    let floor: Samples?
    let ratio: Samples?
  }

  let form = "switchboard-benchmarks/1"
  let workloads: [Workload]
  let checks: [Check]

  init(_ rounds: Rounds, _ requirements: ErlangRequirements, checks: [Check]) {
    var workloads = [
      Workload(
        id: "W1", title: "M/M/100 at load 0.9", contacts: rounds.contacts,
        engine: Samples(rounds.engine), floor: Samples(rounds.floor), ratio: Samples(rounds.ratios))
    ]
    if !rounds.twin.isEmpty {
      workloads.append(
        Workload(
          id: "W6", title: "The twin's contact center", contacts: rounds.twinContacts,
          engine: Samples(rounds.twin), floor: nil, ratio: nil))
    }
    self.workloads = workloads + requirements.workloads
    self.checks = checks
  }

  /// One JSON object.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Two tables.
  func text() -> String {
    var times = Table(
      name: "workloads", title: "Processor time",
      columns: [
        Column("workload", "Workload", .text, isKey: true, meaning: "The workload."),
        Column("program", "Program", .text, isKey: true, meaning: "What ran."),
        Column("contacts", "Contacts", .integer, meaning: "Contacts of a replication."),
        Self.time("minimum", "Minimum"), Self.time("median", "Median"),
        Self.time("spread", "Quartile distance"),
        Column(
          "ratio", "Median ratio", .number(decimals: 2), meaning: "Engine over floor, by pairs."),
      ])
    for workload in workloads {
      times.append(row(workload, "engine", workload.engine))
      if let floor = workload.floor { times.append(row(workload, "floor", floor)) }
    }
    var outcomes = Table(
      name: "checks", title: "Checks",
      columns: [
        Column("outcome", "Outcome", .text, meaning: "Whether it holds."),
        Column("check", "Check", .text, meaning: "What must hold."),
        Column("detail", "Detail", .text, meaning: "The numbers."),
      ])
    for check in checks {
      outcomes.append([.text(check.outcome.rawValue), .text(check.name), .text(check.detail)])
    }
    return ByteSink.text { sink in
      OutputFormat.table.write([times, outcomes], version: "", command: "", to: &sink)
    }
  }

  private static func time(_ name: String, _ title: String) -> Column {
    Column(
      name, title, .number(decimals: 1), unit: "ns", meaning: "Nanoseconds for each contact.")
  }

  private func row(_ workload: Workload, _ program: String, _ samples: Samples) -> [Cell] {
    [
      .text("\(workload.id): \(workload.title)"), .text(program), .integer(workload.contacts),
      .number(samples.minimum), .number(samples.median), .number(samples.spread),
      program == "engine" ? .optional(workload.ratio?.median) : .empty,
    ]
  }
}
