/// Writes results as one JSON object: version, command, and each table as an array of row objects
/// with the names of the CSV columns, at full precision, `null` where a cell is empty.
public enum JSON {
  /// Writes a result.
  ///
  /// - Parameters:
  ///   - tables: The tables, in order. No two have the same name, none is called `version` or
  ///     `command`.
  ///   - version: The version of the program that computed them.
  ///   - command: The command that was run.
  ///   - sink: Where the bytes go.
  public static func write(
    _ tables: [Table], version: String, command: String, to sink: inout ByteSink
  ) {
    sink.append("{\n  \"version\": ")
    string(version, to: &sink)
    sink.append(",\n  \"command\": ")
    string(command, to: &sink)
    for table in tables {
      sink.append(",\n  ")
      string(table.name, to: &sink)
      sink.append(": [")
      rows(of: table, to: &sink)
      sink.append(table.rowCount == 0 ? "]" : "\n  ]")
    }
    sink.append("\n}\n")
  }

  private static func rows(of table: Table, to sink: inout ByteSink) {
    let names = table.columns.map { column in
      ByteSink.text { string(column.name, to: &$0) }
    }
    for index in 0..<table.rowCount {
      guard sink.isOpen else { return }
      sink.append(index == 0 ? "\n    {" : ",\n    {")
      for (position, cell) in table.row(index).enumerated() {
        if position > 0 { sink.append(", ") }
        sink.append(names[position])
        sink.append(": ")
        value(cell, to: &sink)
      }
      sink.append("}")
    }
  }

  private static func value(_ cell: Cell, to sink: inout ByteSink) {
    switch cell {
    case .text(let text): string(text, to: &sink)
    case .integer(let value): sink.append(value)
    case .number(let value) where value.isFinite: sink.append(value)
    case .empty, .number: sink.append("null")
    }
  }

  /// Writes a text as a JSON string (RFC 8259, section 7).
  static func string(_ text: String, to sink: inout ByteSink) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    sink.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        sink.append(UInt8(ascii: "\\"))
        sink.append(byte)
      case 0x0A: sink.append("\\n")
      case 0x09: sink.append("\\t")
      case 0x0D: sink.append("\\r")
      case 0..<0x20, 0x7F:
        sink.append("\\u00")
        sink.append(hexadecimal[Int(byte >> 4)])
        sink.append(hexadecimal[Int(byte & 15)])
      default: sink.append(byte)
      }
    }
    sink.append(UInt8(ascii: "\""))
  }
}
