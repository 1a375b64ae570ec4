import Arguments
import Reports
import Scenario

/// A table of measurements as the command line names it.
struct DataFile {
  static let data = Option(
    "data", .file(endings: [".csv"]),
    help: "The table: comma, semicolon or tab, header first; - reads standard input.")
  static let columns = Option(
    "columns", pairs, repeatable: true,
    help: "What the table calls a column, such as wait=Wait or volume=Offered,aht=AHT.")
  static let conditions = Option(
    "where", pairs, repeatable: true,
    help: "Only rows with this cell, such as queue=Billing.")

  static let declarations = [data.declaration, columns.declaration, conditions.declaration]

  /// The file, as messages name it.
  let path: String
  /// SHA-256 of the bytes.
  let hash: String
  let file: SourceFile
  let mapping: TableMapping

  /// Reads the bytes.
  ///
  /// - Throws: A failure where there is no such file, or it cannot be read.
  init(_ path: String, _ arguments: ParsedArguments) throws(Failure) {
    self.path = path == "-" ? "standard input" : path
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path, limit: ScenarioFile.sizeLimit)
    } catch {
      throw Failure(reading: path, error)
    }
    guard bytes.count <= ScenarioFile.sizeLimit else {
      throw Failure(.badData, "Cut \(path): a table may have 16 MB.")
    }
    file = SourceFile(path: self.path, bytes: bytes)
    mapping = TableMapping(
      columns: arguments.all(Self.columns).flatMap(\.self),
      conditions: arguments.all(Self.conditions).flatMap(\.self))
    var hash = SHA256()
    hash.update(bytes)
    self.hash = hash.finish()
  }

  /// `A=B,C=D`; a comma inside quotes parts nothing.
  private static let pairs = ValueKind("NAME=VALUE") {
    text throws(ValueProblem) -> [TableMapping.Pair] in
    var pairs: [TableMapping.Pair] = []
    var isQuoted = false
    for part in text.split(
      omittingEmptySubsequences: false,
      whereSeparator: { character in
        if character == "\"" { isQuoted.toggle() }
        return character == "," && !isQuoted
      })
    {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let name = plain(sides[0]), let value = plain(sides[1]) else {
        throw .notOfForm("a name, = and a value", example: "queue=Billing")
      }
      pairs.append(TableMapping.Pair(name, value))
    }
    return pairs
  }

  /// A word without the quotes around it; `nil` if nothing is left.
  private static func plain(_ text: Substring) -> String? {
    let isQuoted = text.count > 1 && text.first == "\"" && text.last == "\""
    let word = isQuoted ? text.dropFirst().dropLast() : text
    return word.isEmpty ? nil : String(word)
  }
}

extension Failure {
  /// What is wrong with a table, with every place.
  init(_ failure: TableFailure) {
    let text = String(failure.diagnostics.rendered().dropLast())
    let isColumnMissing = failure.diagnostics.errors.contains { $0.code == .missingColumn }
    self.init(
      .badData,
      isColumnMissing
        ? text + "\nSay with --columns what the table calls it, such as --columns wait=Queued."
        : text)
  }
}
