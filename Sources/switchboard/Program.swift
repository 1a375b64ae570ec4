import Arguments
import Reports

/// All commands of the program.
enum Program {
  static let declaration = CommandDeclaration(
    name: "switchboard", summary: "Simulate and staff call centers and contact centers",
    examples: [
      Example(
        "switchboard compare call-center.jsonc contact-center.jsonc",
        "what each design needs for the same customers"),
      Example(
        "switchboard erlang c --arrivals 100/30m --talk-time 3m --target 80%",
        "how many agents answer 80 % within 20 seconds"),
    ],
    options: [version.declaration],
    subcommands: [
      SimulateCommand.declaration, CompareCommand.declaration, SweepCommand.declaration,
      StaffCommand.declaration, PlanCommand.declaration, MergeCommand.declaration,
      CheckCommand.declaration,
      ErlangCommand.declaration, SchemaCommand.declaration, ColumnsCommand.declaration,
      VerifyCommand.declaration, CalibrateCommand.declaration, ActualsCommand.declaration,
    ])

  static let version = Flag(
    "version", help: "Show the version of the program and of its random streams.")

  /// Runs the command that the arguments name.
  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    switch Array(arguments.path.dropFirst()) {
    case ["simulate"]: return try await SimulateCommand.run(arguments, session)
    case ["compare"]: return try await CompareCommand.run(arguments, session)
    case ["sweep"]: return try await SweepCommand.run(arguments, session)
    case ["staff"]: return try await StaffCommand.run(arguments, session)
    case ["plan"]: return try await PlanCommand.run(arguments, session)
    case ["merge"]: return try await MergeCommand.run(arguments, session)
    case ["check"]: return try CheckCommand.run(arguments, session)
    case ["columns"]: return try ColumnsCommand.run(arguments, session)
    case ["verify"]: return try await VerifyCommand.run(arguments, session)
    case ["schema"]: return try SchemaCommand.run(arguments, session)
    case ["actuals"]: return try await ActualsCommand.run(arguments, session)
    case ["calibrate", "patience"]:
      return try CalibratePatienceCommand.run(arguments, session)
    case ["calibrate", "talk-time"]:
      return try CalibrateTalkTimeCommand.run(arguments, session)
    case ["calibrate", "volume"]: return try CalibrateVolumeCommand.run(arguments, session)
    case ["erlang", "a"]: return try ErlangACommand.run(arguments, session)
    case ["erlang", "chat"]: return try ErlangChatCommand.run(arguments, session)
    case ["erlang", "compare"]: return try ErlangCompareCommand.run(arguments, session)
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
