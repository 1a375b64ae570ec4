import Arguments
import Reports
import Scenario

/// `switchboard schema`: what a scenario may contain, for editors.
enum SchemaCommand {
  static let declaration = CommandDeclaration(
    name: "schema", summary: "Print the JSON Schema of scenarios",
    examples: [
      Example(
        "switchboard schema > switchboard.schema.json",
        "editors complete and check a scenario whose \"$schema\" names this file")
    ])

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let text = JSONSchema.scenario()
    try session.output.write { sink in
      sink.append(text)
      if !text.hasSuffix("\n") { sink.append("\n") }
    }
    return .ok
  }
}
