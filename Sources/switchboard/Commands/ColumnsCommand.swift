import Arguments
import Reports

/// `switchboard columns`: what stands in every file of `--out`.
enum ColumnsCommand {
  static let declaration = CommandDeclaration(
    name: "columns", summary: "Describe every column of every report",
    examples: [
      Example("switchboard columns --format markdown", "name, unit and meaning of all columns")
    ],
    options: [ErlangOptions.format.declaration])

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let answer = Answer(
      tables: [Report.columnDescriptions.table()], reports: [.columnDescriptions])
    try session.write(answer, as: arguments[ErlangOptions.format], command: "columns")
    return .ok
  }
}
