import Arguments
import Reports

/// All commands of the program.
enum Program {
  static let declaration = CommandDeclaration(
    name: "switchboard", summary: "Simulate and staff call centers and contact centers",
    examples: [
      Example(
        "switchboard erlang c --arrivals 100/30m --talk-time 3m --target 80% --within 20s",
        "how many agents answer 80 % within 20 seconds")
    ],
    options: [version.declaration],
    subcommands: [ErlangCommand.declaration])

  static let version = Flag(
    "version", help: "Show the version of the program and of its random streams.")

  /// Runs the command that the arguments name.
  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    switch Array(arguments.path.dropFirst()) {
    case ["erlang", "b"]: return try ErlangBCommand.run(arguments, session)
    case ["erlang", "c"]: return try ErlangCCommand.run(arguments, session)
    default:
      if arguments[version] {
        try session.output.write { $0.append(Version.text) }
        return .ok
      }
      throw arguments.error(.missingCommand(known: declaration.subcommands.map(\.name)))
    }
  }
}
