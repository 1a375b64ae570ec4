import Arguments
import Reports

/// The program: finds the command, runs it, and turns whatever goes wrong into a message and a
/// code.
@main
struct Switchboard {
  static func main() async {
    ProcessEnvironment.prepare()
    let session = Session()
    let words = Array(CommandLine.arguments.dropFirst())
    let work = Task { await run(words, session) }
    let signals = Signals { work.cancel() }
    let code = await work.value
    Temporaries.removeAll()
    ProcessEnvironment.end(signals.code ?? code)
  }

  /// Runs a command line to its end.
  private static func run(_ words: [String], _ session: Session) async -> ExitCode {
    do {
      let code = try await answer(words, session)
      try session.output.close()
      return code
    } catch {
      let failure = Failure(error)
      if let message = failure.message, !Task.isCancelled { session.console.message(message) }
      return failure.code
    }
  }

  private static func answer(_ words: [String], _ session: Session) async throws -> ExitCode {
    var words = words
    if words.first == "help" { words = words.dropFirst() + ["--help"] }
    if words.first == "--version" {
      try session.output.write { $0.append(Version.text) }
      return .ok
    }
    switch try Program.declaration.parse(words) {
    case .help(let command, let path):
      try session.output.write { $0.append(command.helpText(path: path)) }
      return .ok
    case .run(let arguments):
      return try await Program.run(arguments, session)
    }
  }
}

extension Failure {
  /// The failure that any error of a command amounts to.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ArgumentError:
      let help = "\(error.path.joined(separator: " ")) --help"
      self.init(.misuse, "\(error.message)\nSee \(help)")
    case let error as SystemError:
      self.init(.inputOutput, "Check the files and the disk: \(error.reason).")
    case is CancellationError: self.init(.interrupted, nil)
    default: self.init(.internalError, "Please report this: \(error).")
    }
  }
}
