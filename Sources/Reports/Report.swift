/// A report whose rows are made while it is written, so that one larger than memory passes
/// through.
public struct Report: Sendable {
  /// The name: a file name before its `.csv`, a member of the JSON form.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// The columns, keys first.
  public let columns: [Column]

  private let makeRows: @Sendable ((borrowing [Cell]) -> Bool) -> Void

  /// Declares a report.
  ///
  /// - Parameters:
  ///   - name: The name of its file before `.csv`.
  ///   - title: What it shows.
  ///   - columns: Its columns, keys first.
  ///   - makeRows: Calls its argument with the cells of each row in order, until that is `false`.
  init(
    name: String, title: String, columns: [Column],
    makeRows: @escaping @Sendable ((borrowing [Cell]) -> Bool) -> Void
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.makeRows = makeRows
  }

  /// Writes the report as CSV.
  ///
  /// - Returns: The number of rows without the header.
  @discardableResult
  public func writeCSV(to sink: inout ByteSink) -> Int {
    var writer = CSVWriter()
    var rows = 0
    writer.header(columns, to: &sink)
    makeRows { cells in
      precondition(cells.count == columns.count, "\(name): a row of \(cells.count) cells")
      for index in cells.indices { writer.field(cells[index], to: &sink) }
      writer.endRow(to: &sink)
      rows += 1
      return sink.isOpen
    }
    return rows
  }

  /// The report as a table in memory.
  public func table() -> Table {
    var table = Table(name: name, title: title, columns: columns)
    makeRows { cells in
      table.append(copy cells)
      return true
    }
    return table
  }
}
