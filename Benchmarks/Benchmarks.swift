import Arguments
import Dispatch
import Foundation

/// The program that measures the engine and keeps it fast.
@main
struct Benchmarks {
  /// Synchronous, because probes run under valgrind, in which the threads of an asynchronous `main`
  /// crash.
  static func main() {
    do {
      let words = Array(CommandLine.arguments.dropFirst())
      switch try Options.declaration.parse(words) {
      case .help(let command, let path):
        try Output.write(command.helpText(path: path))
        end(.success(.ok))
      case .run(let arguments):
        if let probe = arguments[Options.once] {
          try probe.run(
            arguments.required(Options.customers), faults: faults(arguments),
            instructions: arguments.required(Options.plantedInstructions))
          end(.success(.ok))
        }
        Task {
          do {
            end(.success(try await run(arguments)))
          } catch {
            end(.failure(error))
          }
        }
        dispatchMain()
      }
    } catch {
      end(.failure(error))
    }
  }

  private static func end(_ result: Result<ExitCode, any Error>) -> Never {
    do {
      let code = try result.get()
      try Output.close()
      exit(code.rawValue)
    } catch let error as ArgumentError {
      Output.message("\(error.message)\nSee benchmarks --help")
      exit(ExitCode.misuse.rawValue)
    } catch let error as TooFewPairs {
      Output.message(
        "Run more rounds: \(error.count) pairs say nothing about a median, "
          + "\(Bootstrap.fewestPairs) do.\nSee benchmarks --help")
      exit(ExitCode.misuse.rawValue)
    } catch let error as UnreadableScenario {
      Output.message(error.description)
      exit(ExitCode.badData.rawValue)
    } catch let error as CocoaError {
      Output.message("Check where the output goes: \(error.localizedDescription)")
      exit(ExitCode.inputOutput.rawValue)
    } catch {
      Output.message("Please report this: \(error)")
      exit(ExitCode.failed.rawValue)
    }
  }

  private static func faults(_ arguments: ParsedArguments) -> PlantedFaults {
    PlantedFaults(
      isSlowed: arguments[Options.plantedSlowdown],
      isAllocating: arguments[Options.plantedAllocation],
      isAnswerWrong: arguments[Options.plantedAnswer])
  }

  private static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let workers = arguments[Options.jobs] ?? ProcessInfo.processInfo.activeProcessorCount
    if arguments[Options.coverage] {
      return try await writeCoverage(arguments, workers: workers)
    }
    if let replications = arguments[Options.scale] {
      let (text, checks) = try Scale.run(replications: replications, workers: workers)
      try Output.write(text)
      for check in checks {
        try Output.write("\(check.outcome.rawValue): \(check.name), \(check.detail)\n")
      }
      return checks.contains { $0.outcome == .failed } ? .benchmarkRegression : .ok
    }
    if let replications = arguments[Options.references] {
      try Output.write(RecordedReferences.text(replications: replications))
      return .ok
    }
    if let folder = arguments[Options.growth] {
      let rows = try GrowthTable.measured(rounds: arguments.required(Options.rounds))
      let file = URL(filePath: folder).appending(path: "growth.svg")
      try Data(GrowthChart(rows).svg.utf8).write(to: file, options: .atomic)
      try Output.write(GrowthTable.markdown(rows))
      return .ok
    }
    return try await measure(arguments)
  }

  private static func writeCoverage(
    _ arguments: ParsedArguments, workers: Int
  ) async throws -> ExitCode {
    let batches = try arguments.required(Options.experiments)
    var lines: [Coverage.Line] = []
    for index in Coverage.queues.indices {
      Output.message("\(Coverage.queues[index].name) …")
      lines += try await Coverage.lines(ofQueue: index, batches: batches, workers: workers)
    }
    try Output.write(CoverageTable.text(lines))
    return .ok
  }

  private static func measure(_ arguments: ParsedArguments) async throws -> ExitCode {
    let rounds = try arguments.required(Options.rounds)
    let isRecording = arguments[Options.record]
    let isComparing = arguments[Options.check] || isRecording
    if isComparing, rounds < Bootstrap.fewestPairs { throw TooFewPairs(count: rounds) }
    var run = try await Run(
      arguments[Options.only]?.wanted ?? [], rounds: rounds, faults: faults(arguments))
    if isComparing {
      let toolchain = try Toolchain.name()
      let recorded = try Baseline.read(toolchain)
      if recorded == nil, !isRecording {
        Output.message(
          "Nobody has recorded what contacts cost with \(toolchain).\n"
            + "Run swift run -c release benchmarks --record on a commit that is fast, and commit "
            + "\(Baseline.path(of: toolchain)).")
      }
      try run.compare(with: isRecording ? nil : recorded, faults: faults(arguments))
      // What a wrong engine costs is no measure for a right one.
      if isRecording, !run.hasFailed {
        try run.updated(recorded ?? Baseline(toolchain: toolchain)).record()
      }
    }
    let form = try arguments.required(Options.format)
    try Output.write(form.text(run.report))
    for check in run.checks where check.outcome == .skipped && !isRecording {
      Output.message("SKIPPED: \(check.name): \(check.detail)")
    }
    return run.hasFailed ? .benchmarkRegression : .ok
  }
}

/// What the program tells its caller: the numbers that `switchboard` uses too.
enum ExitCode: Int32 {
  case ok = 0
  case misuse = 64
  case badData = 65
  case failed = 70
  /// Standard output does not take what is written to it.
  case inputOutput = 74
  /// An answer is wrong, or the engine became slower.
  case benchmarkRegression = 98
}
