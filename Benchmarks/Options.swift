import Arguments

/// The command line of the program.
enum Options {
  static let declaration = CommandDeclaration(
    name: "benchmarks", summary: "Measure the engine against a hand-written loop, and check it",
    examples: [
      Example("swift run -c release benchmarks", "nanoseconds for each contact, as a table"),
      Example("benchmarks --check", "exit 98 if an answer is wrong or the engine became slower"),
      Example("benchmarks --coverage", "how often the intervals of the reports hold the truth"),
      Example("valgrind --tool=callgrind benchmarks --once w1", "where the instructions go"),
    ],
    discussion: [
      "Every workload runs through the whole engine from the text of a scenario. W1 is 100 agents "
        + "at load 0.9; its floor is a loop that simulates this model alone with the same random "
        + "numbers. Engine and floor take turns, so that what disturbs one disturbs the other, and "
        + "the ratio of each pair is what counts. W6 is the twin's contact center, found from the "
        + "working directory.",
      "Times are processor time: they do not count what other programs do. --check also counts "
        + "allocations and instructions under valgrind, where there is one.",
      "--coverage measures no time: it makes thousands of experiments with queues that theory "
        + "solves, and counts how often the interval of 95 % holds the exact value. The table is "
        + "the one in the documentation, for any number of workers.",
    ],
    options: [
      check.declaration, json.declaration, rounds.declaration, once.declaration,
      coverage.declaration, experiments.declaration, jobs.declaration,
      plantedSlowdown.declaration, plantedAllocation.declaration, plantedAnswer.declaration,
    ])

  static let check = Flag(
    "check", help: "Exit 98 when the ratio, allocations or instructions are above their limits.")
  static let json = Flag("json", help: "Write one JSON object.")
  static let rounds = Option(
    "rounds", .integer(in: 10...10_000), default: "15",
    help: "How often engine and floor take turns.")
  static let once = Option(
    "once", ValueKind<Probe>.choice("WORKLOAD"),
    help: "Simulate a workload once and measure nothing: something for a profiler to look at.")
  static let coverage = Flag(
    "coverage", help: "Try the intervals of the reports, and write a table in Markdown.")
  static let experiments = Option(
    "experiments", .integer(in: 1...1_000_000), default: "1000",
    help: "With --coverage: experiments of 100 replications; there are more of fewer.")
  static let jobs = Option(
    "jobs", short: "j", .integer(in: 1...4096),
    help: "With --coverage: workers; as many as processors unless given.")
  static let plantedSlowdown = Flag(
    "planted-slowdown", help: "Do the engine's work three times, to see the check fail.")
  static let plantedAllocation = Flag(
    "planted-allocation", help: "Allocate for each contact, to see the check fail.")
  static let plantedAnswer = Flag(
    "planted-answer", help: "Lengthen a wait by a millisecond, to see the check fail.")
}
