/// A report as columns and rows, before it takes a form.
///
/// Cells lie in one array, row after row, so that a table of a million rows is a few allocations.
public struct Table: Equatable, Sendable {
  /// The name: a member of the JSON form, a file name before its `.csv`.
  public let name: String
  /// What the table shows, in a few words.
  public let title: String
  /// The columns, keys first.
  public let columns: [Column]

  private var cells: [Cell] = []

  /// Makes a table without rows.
  ///
  /// - Precondition: There is a column, names are unique and keys come first.
  public init(name: String, title: String, columns: [Column]) {
    precondition(!columns.isEmpty, "\(name) has no column")
    precondition(
      Set(columns.map(\.name)).count == columns.count, "\(name) has two columns of one name")
    precondition(
      !columns.drop(while: \.isKey).contains(where: \.isKey), "\(name) has a key after a value")
    self.name = name
    self.title = title
    self.columns = columns
  }

  /// How many rows there are.
  public var rowCount: Int { cells.count / columns.count }

  /// Appends a row.
  ///
  /// - Precondition: `row` has a cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "\(name): a row of \(row.count) cells")
    cells.append(contentsOf: row)
  }

  /// The cells of a row.
  public func row(_ index: Int) -> ArraySlice<Cell> {
    cells[index * columns.count..<(index + 1) * columns.count]
  }

  /// The cell of a row in the column of that name; `nil` if there is no such column.
  public func cell(_ row: Int, _ column: String) -> Cell? {
    columns.firstIndex { $0.name == column }.map { cells[row * columns.count + $0] }
  }
}
