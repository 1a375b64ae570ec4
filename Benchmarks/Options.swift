import Arguments

/// The command line of the program.
enum Options {
  static let declaration = CommandDeclaration(
    name: "benchmarks", summary: "Measure the engine against hand-written loops, and check it",
    examples: [
      Example("swift run -c release benchmarks", "what a contact costs, as a table"),
      Example("benchmarks --check", "exit 98 if an answer is wrong or the engine became slower"),
      Example("benchmarks --only W1,W3", "some of the workloads"),
      Example("benchmarks --coverage", "how often the intervals of the reports hold the truth"),
      Example("valgrind --tool=callgrind benchmarks --once w1", "where the instructions go"),
    ],
    discussion: [
      "Every workload runs through the whole engine from the text of a scenario, and its answer is "
        + "checked. Its floor is a loop that simulates this model alone with the same random "
        + "numbers. Engine and floor take turns, so that what disturbs one disturbs the other, and "
        + "the ratio of each pair is what counts.",
      "Times are processor time: they do not count what other programs do. --check also counts "
        + "instructions and allocations under valgrind, where there is one, and compares with what "
        + "--record has kept for this toolchain below Benchmarks/Baselines.",
      "--coverage measures no time: it makes thousands of experiments with queues that theory "
        + "solves, and counts how often the interval of 95 % holds the exact value. The table is "
        + "the one in the documentation, for any number of workers.",
    ],
    options: [
      check.declaration, record.declaration, only.declaration, format.declaration,
      rounds.declaration, once.declaration, customers.declaration, growth.declaration,
      scale.declaration, references.declaration, coverage.declaration, experiments.declaration,
      jobs.declaration, plantedSlowdown.declaration, plantedInstructions.declaration,
      plantedAllocation.declaration, plantedAnswer.declaration,
    ])

  static let check = Flag(
    "check", help: "Exit 98 when instructions, allocations or a ratio are above what they may be.")
  static let record = Flag(
    "record", help: "Keep this run's instructions and ratios for --check to compare with.")
  static let only = Option(
    "only", WorkloadList.kind, help: "The workloads to measure; all unless given.")
  static let format = Option(
    "format", ValueKind<ReportForm>.choice("FORM"), default: "table", help: "How to write the run.")
  static let rounds = Option(
    "rounds", .integer(in: 1...10_000), default: "15",
    help: "How often engine and floor take turns; --check wants 10.")
  static let once = Option(
    "once", ValueKind<Probe>.choice("WORKLOAD"),
    help: "Simulate a workload once and measure nothing: something for a profiler to look at.")
  static let customers = Option(
    "customers", ValueKind<Probe.Customers>.choice("PART"), default: "full",
    help: "With --once: whether all customers come, or the first half of them.")
  static let growth = Option(
    "growth", .folder(),
    help: "Measure 10 to 100,000 agents: the table on standard output, growth.svg into DIR.")
  static let scale = Option(
    "scale", .integer(in: 10...Int(1e7)),
    help: "Simulate N replications of 104,000 contacts, and a tenth of them, and watch the memory.")
  static let references = Option(
    "references", .integer(in: 2...1_000_000),
    help: "Simulate N replications of each workload, and write the references of the answers.")
  static let coverage = Flag(
    "coverage", help: "Try the intervals of the reports, and write a table in Markdown.")
  static let experiments = Option(
    "experiments", .integer(in: 1...1_000_000), default: "1000",
    help: "With --coverage: experiments of 100 replications; there are more of fewer.")
  static let jobs = Option(
    "jobs", short: "j", .integer(in: 1...4096),
    help: "With --coverage and --scale: workers; as many as processors unless given.")
  static let plantedSlowdown = Flag(
    "planted-slowdown", help: "Make the engine 3 % slower, to see the check fail.")
  static let plantedInstructions = Option(
    "planted-instructions", .integer(in: 0...1_000_000), default: "0",
    help: "With --once and --planted-slowdown: how many instructions a contact that is.")
  static let plantedAllocation = Flag(
    "planted-allocation", help: "Allocate for each contact, to see the check fail.")
  static let plantedAnswer = Flag(
    "planted-answer", help: "Lengthen a wait by a millisecond, to see the check fail.")
}

/// The workloads that a run measures, as `--only` names them.
struct WorkloadList {
  static let ids = (1...10).map { "W\($0)" }
  let wanted: Set<String>

  static let kind = ValueKind<WorkloadList>("LIST") { text throws(ValueProblem) in
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.uppercased()
    }
    for word in words where !ids.contains(word) { throw .notAChoice(choices: ids, nearest: nil) }
    return WorkloadList(wanted: Set(words))
  }
}
