import Arguments
import Dispatch
import Foundation

/// The program that measures the engine and keeps it fast.
@main
struct Benchmarks {
  /// Synchronous, because the workloads run under valgrind, in which the threads of an asynchronous
  /// `main` crash.
  static func main() {
    end(Result { try run(Array(CommandLine.arguments.dropFirst())) })
  }

  private static func run(_ words: [String]) throws -> ExitCode {
    switch try Options.declaration.parse(words) {
    case .help(let command, let path):
      try Output.write(command.helpText(path: path))
      return .ok
    case .run(let arguments):
      if let probe = arguments[Options.once] {
        try probe.run(isAllocating: arguments[Options.plantedAllocation])
        return .ok
      }
      if arguments[Options.coverage] { cover(arguments) }
      return try measure(arguments)
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

  private static func cover(_ arguments: ParsedArguments) -> Never {
    Task {
      do {
        try await writeCoverage(arguments)
        end(.success(.ok))
      } catch {
        end(.failure(error))
      }
    }
    dispatchMain()
  }

  private static func writeCoverage(_ arguments: ParsedArguments) async throws {
    let workers = arguments[Options.jobs] ?? ProcessInfo.processInfo.activeProcessorCount
    let batches = try arguments.required(Options.experiments)
    var lines: [Coverage.Line] = []
    for index in Coverage.queues.indices {
      Output.message("\(Coverage.queues[index].name) …")
      lines += try await Coverage.lines(ofQueue: index, batches: batches, workers: workers)
    }
    try Output.write(CoverageTable.text(lines))
  }

  private static func measure(_ arguments: ParsedArguments) throws -> ExitCode {
    let twin = try Twin.simulation()
    if twin == nil {
      Output.message("W6 is skipped: there is no \(Twin.path) below the working directory.")
    }
    let rounds = try Rounds(
      count: arguments.required(Options.rounds), twin: twin,
      isSlowed: arguments[Options.plantedSlowdown], isWrong: arguments[Options.plantedAnswer])
    let requirements = try ErlangRequirements(rounds: arguments.required(Options.rounds))
    var checks = try rounds.checks() + requirements.checks
    if arguments[Options.check] {
      checks.append(rounds.ratioCheck)
      checks += try CountChecks.all(isAllocating: arguments[Options.plantedAllocation])
    }
    let report = BenchmarkReport(rounds, requirements, checks: checks)
    try Output.write(arguments[Options.json] ? report.json() : report.text())
    for check in checks where check.outcome == .skipped {
      Output.message("SKIPPED: \(check.name): \(check.detail)")
    }
    return checks.contains { $0.outcome == .failed } ? .benchmarkRegression : .ok
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
