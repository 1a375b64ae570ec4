import Reports

/// A run of the benchmarks as two tables.
enum ReportTables {
  static func text(_ report: BenchmarkReport) -> String {
    var times = Table(
      name: "workloads", title: "Workloads",
      columns: [
        Column("workload", "Workload", .text, isKey: true, meaning: "The workload."),
        Column("program", "Program", .text, isKey: true, meaning: "What ran."),
        Column("count", "Of", .integer, meaning: "Contacts, requirements or rows of a round."),
        Column("unit", "Unit", .text, meaning: "For each of these."),
        number("minimum", "Minimum"), number("median", "Median"),
        number("spread", "Quartile distance"),
        Column(
          "ratio", "Median ratio", .number(decimals: 2), meaning: "Engine over floor, by pairs."),
        Column(
          "instructions", "Instructions", .number(decimals: 0),
          meaning: "Instructions for each contact."),
      ])
    for workload in report.workloads {
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
    for check in report.checks {
      outcomes.append([.text(check.outcome.rawValue), .text(check.name), .text(check.detail)])
    }
    return ByteSink.text { sink in
      OutputFormat.table.write([times, outcomes], version: "", command: "", to: &sink)
    }
  }

  private static func number(_ name: String, _ title: String) -> Column {
    Column(name, title, .number(decimals: 2), meaning: "Over the rounds.")
  }

  private static func row(
    _ workload: BenchmarkReport.Workload, _ program: String, _ samples: Samples
  ) -> [Cell] {
    let isEngine = program == "engine"
    return [
      .text("\(workload.id): \(workload.title)"), .text(program), .integer(workload.count),
      .text(workload.unit.rawValue), .number(samples.minimum), .number(samples.median),
      .number(samples.spread), isEngine ? .optional(workload.ratio?.median) : .empty,
      isEngine ? .optional(workload.instructions) : .empty,
    ]
  }
}
