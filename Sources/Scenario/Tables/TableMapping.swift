/// Which columns and rows of a table are meant, as a command line says it in the words of a
/// scenario: `--columns volume=Offered,aht=AHT --where queue=Billing`.
public struct TableMapping: Sendable {
  /// What the format calls a column, and what the table calls it.
  public struct Pair: Sendable, Hashable {
    /// The word before the sign of equality.
    public let name: String
    /// The words behind it.
    public let value: String

    /// A pair.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  private let columns: [Pair]
  private let conditions: [Pair]

  /// A mapping; without pairs the columns are called as the format calls them, and all rows count.
  ///
  /// - Parameters:
  ///   - columns: Names of columns that the table calls otherwise.
  ///   - conditions: The cells that a row must have to be read, by the table's own names.
  public init(columns: [Pair] = [], conditions: [Pair] = []) {
    self.columns = columns
    self.conditions = conditions
  }

  /// The mapping as the reader of tables takes it.
  ///
  /// - Parameter roles: The names that columns may be given here.
  /// - Throws: `missingColumn` for a name that is none of them.
  func selection(roles: [String]) throws(Diagnostic) -> IntervalTable.Selection {
    var selection = IntervalTable.Selection()
    for pair in columns {
      let text = SourceFile(
        path: "--columns", bytes: Array("\(pair.name)=\(pair.value)".utf8))
      guard roles.contains(pair.name) else {
        throw Diagnostic(
          .missingColumn, at: Origin(file: text, offset: 0),
          "\(DisplayText.quoted(pair.name)) is no column that is read here",
          hint: Suggestion.hint(for: pair.name, among: roles)
            ?? "these are: \(roles.joined(separator: ", "))")
      }
      guard !selection.columns.contains(where: { $0.role == pair.name }) else {
        throw Diagnostic(
          .duplicateColumn, at: Origin(file: text, offset: 0),
          "\(DisplayText.quoted(pair.name)) is given twice")
      }
      let place = Origin(file: text, offset: pair.name.utf8.count + 1)
      selection.columns.append((pair.name, SyntaxNode(.string(pair.value), at: place)))
    }
    for pair in conditions {
      let text = SourceFile(path: "--where", bytes: Array("\(pair.name)=\(pair.value)".utf8))
      selection.conditions.append(
        (pair.name, SyntaxNode(.string(pair.value), at: Origin(file: text, offset: 0))))
    }
    return selection
  }
}

/// What was wrong with a table.
public struct TableFailure: Error, Sendable {
  /// What was wrong, and where.
  public let diagnostics: Diagnostics

  /// One thing was wrong.
  init(_ diagnostic: Diagnostic) {
    var diagnostics = Diagnostics()
    diagnostics.add(diagnostic)
    self.diagnostics = diagnostics
  }

  /// Several things were wrong.
  init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }
}
