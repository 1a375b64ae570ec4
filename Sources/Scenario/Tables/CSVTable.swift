/// A table as planners have them: comma, semicolon or tab between the fields, with or without a
/// byte-order mark, any line ends, quotes by RFC 4180.
///
/// Every field keeps its place, so that a diagnostic can point at the cell. Fields are kept as
/// ranges of the file's bytes: 8 bytes a field, whatever it holds.
struct CSVTable {
  /// The file.
  let file: SourceFile
  /// What stands between the fields.
  let delimiter: UInt8
  /// The names of the columns, without white space around them.
  let header: [String]
  private let headerOffsets: [Int]
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  /// How many rows follow the header.
  var rowCount: Int { header.isEmpty ? 0 : starts.count / header.count }

  /// Reads a table.
  ///
  /// Rows without any content are skipped, and so is Excel's first line `sep=;`.
  /// - Throws: `malformedTable`, `fileTooLarge` or `invalidEncoding`, at the place.
  /// - Complexity: O(bytes).
  init(_ file: SourceFile, limits: ReaderLimits = .standard) throws(Diagnostic) {
    self.file = file
    if let problem = TextEncoding.problem(in: file, limits) { throw problem }
    var scanner = CSVScanner(file: file, limits: limits)
    delimiter = scanner.delimiter
    var header: [String] = []
    var headerOffsets: [Int] = []
    for range in try scanner.nextRow() ?? [] {
      header.append(Self.text(of: range, in: file))
      headerOffsets.append(range.lowerBound)
    }
    while let last = header.last, last.isEmpty { header.removeLast() }
    guard !header.isEmpty else {
      throw Diagnostic(
        .malformedTable, at: Origin(file: file, offset: file.contentStart), "the table is empty",
        hint: "the first line names the columns")
    }
    self.header = header
    self.headerOffsets = headerOffsets
    while let row = try scanner.nextRow() {
      try append(row)
      if starts.count > limits[.tableFields] {
        throw scanner.tooManyFields(at: row[0].lowerBound)
      }
    }
  }

  private mutating func append(_ row: [Range<Int>]) throws(Diagnostic) {
    guard row.contains(where: { !Self.text(of: $0, in: file).isEmpty }) else { return }
    let extra = row.dropFirst(header.count).contains { !$0.isEmpty }
    guard row.count >= header.count, !extra else {
      throw Diagnostic(
        .malformedTable, at: Origin(file: file, offset: row[0].lowerBound),
        "the row has \(row.count) fields, the header \(header.count)",
        hint: row.count == 1 ? "is the row separated by another character?" : nil)
    }
    for range in row.prefix(header.count) {
      starts.append(Int32(range.lowerBound))
      ends.append(Int32(range.upperBound))
    }
  }

  /// The column with a name, ignoring case.
  func column(named name: String) -> Int? {
    let name = name.lowercased()
    return header.firstIndex { $0.lowercased() == name }
  }

  /// The content of a cell, without quotes and without white space around it.
  func text(row: Int, column: Int) -> String {
    let place = row * header.count + column
    return Self.text(of: Int(starts[place])..<Int(ends[place]), in: file)
  }

  /// Where a cell begins.
  func origin(row: Int, column: Int) -> Origin {
    Origin(file: file, offset: Int(starts[row * header.count + column]))
  }

  /// Where the name of a column begins.
  func origin(column: Int) -> Origin { Origin(file: file, offset: headerOffsets[column]) }

  /// Where the table begins.
  var origin: Origin { Origin(file: file, offset: file.contentStart) }

  private static func text(of range: Range<Int>, in file: SourceFile) -> String {
    var content = file.bytes[range]
    if content.first == 0x22 {
      content = content.dropFirst()
      if content.last == 0x22 { content = content.dropLast() }
      if content.contains(0x22) {
        var unquoted: [UInt8] = []
        var previousWasQuote = false
        for byte in content {
          previousWasQuote = byte == 0x22 && !previousWasQuote
          if !previousWasQuote { unquoted.append(byte) }
        }
        content = unquoted[...]
      }
    }
    while let first = content.first, first == 0x20 || first == 0x09 {
      content = content.dropFirst()
    }
    while let last = content.last, last == 0x20 || last == 0x09 { content = content.dropLast() }
    return String(decoding: content, as: UTF8.self)
  }
}
