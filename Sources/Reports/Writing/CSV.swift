/// Writes comma-separated values as RFC 4180 wants them: CRLF after every row, quotes where they
/// are needed and doubled inside, the same number of fields in every row.
///
/// Rows can be written one at a time, so that a report larger than memory passes through.
public struct CSVWriter {
  private var isRowEmpty = true

  /// Makes a writer that begins a row.
  public init() {}

  /// Writes a whole table, header first.
  public static func write(_ table: Table, to sink: inout ByteSink) {
    var writer = CSVWriter()
    writer.header(table.columns, to: &sink)
    for index in 0..<table.rowCount {
      guard sink.isOpen else { return }
      for cell in table.row(index) { writer.field(cell, to: &sink) }
      writer.endRow(to: &sink)
    }
  }

  /// Writes the names of the columns as a row.
  public mutating func header(_ columns: [Column], to sink: inout ByteSink) {
    for column in columns { field(column.name, to: &sink) }
    endRow(to: &sink)
  }

  /// Writes a field.
  public mutating func field(_ cell: Cell, to sink: inout ByteSink) {
    switch cell {
    case .text(let text): field(text, to: &sink)
    case .integer(let value):
      separate(&sink)
      sink.append(value)
    case .number(let value) where value.isFinite:
      separate(&sink)
      sink.append(value)
    case .empty, .number: separate(&sink)
    }
  }

  /// Ends the row.
  public mutating func endRow(to sink: inout ByteSink) {
    sink.append("\r\n")
    isRowEmpty = true
  }

  private mutating func field(_ text: String, to sink: inout ByteSink) {
    separate(&sink)
    let isFormula = CSVWriter.beginsFormula(text)
    guard isFormula || text.utf8.contains(where: CSVWriter.needsQuotes) else {
      sink.append(text)
      return
    }
    sink.append(UInt8(ascii: "\""))
    if isFormula { sink.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { sink.append(byte) }
      sink.append(byte)
    }
    sink.append(UInt8(ascii: "\""))
  }

  private mutating func separate(_ sink: inout ByteSink) {
    if !isRowEmpty { sink.append(UInt8(ascii: ",")) }
    isRowEmpty = false
  }

  /// Whether a spreadsheet would compute the text instead of showing it. Names cannot begin like
  /// this; what does all the same gets an apostrophe, which spreadsheets hide.
  private static func beginsFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
  }
}
