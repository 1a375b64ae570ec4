/// Numbers in a table: with a decimal point or a decimal comma, with or without groups of three.
///
/// `1.234` may be one and a bit or a thousand and more. The other numbers of the column tell; in
/// a table separated by commas a lone point is a decimal point; otherwise the cell is refused
/// rather than guessed.
struct CSVNumberStyle {
  private enum Decimal { case point, comma }

  private let decimal: Decimal?

  /// The style of a column, by its own cells.
  ///
  /// - Complexity: O(rows).
  init(table: CSVTable, columns: [Int], rows: some Sequence<Int>) {
    var found: Decimal? = table.delimiter == 0x2C ? .point : nil
    var certain = false
    for row in rows where !certain {
      for column in columns {
        let text = table.text(row: row, column: column)
        guard let evidence = Self.evidence(in: text) else { continue }
        found = evidence
        certain = true
        break
      }
    }
    decimal = found
  }

  /// What a number's own text says of the decimal mark.
  private static func evidence(in text: String) -> Decimal? {
    let points = text.utf8.count { $0 == 0x2E }
    let commas = text.utf8.count { $0 == 0x2C }
    if points > 0, commas > 0 {
      return text.utf8.last { $0 == 0x2E || $0 == 0x2C } == 0x2E ? .point : .comma
    }
    if points > 1 { return .comma }
    if commas > 1 { return .point }
    let isAmbiguous = looksGrouped(text, mark: points == 1 ? "." : ",")
    if points == 1, !isAmbiguous { return .point }
    if commas == 1, !isAmbiguous { return .comma }
    return nil
  }

  /// Whether a text is one to three digits, the mark, and three digits.
  private static func looksGrouped(_ text: String, mark: Character) -> Bool {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].utf8.count) && parts[1].utf8.count == 3
      && parts[0] != "0"
  }

  /// The number of a cell, finite and not negative.
  ///
  /// - Throws: `malformedCell`, at the cell.
  func number(_ table: CSVTable, row: Int, column: Int) throws(Diagnostic) -> Double {
    let text = table.text(row: row, column: column)
    // Most cells are plain counts, and there may be millions.
    if (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) {
      return text.utf8.reduce(0) { $0 * 10 + Double($1 - 48) }
    }
    let origin = table.origin(row: row, column: column)
    func refused(_ what: String, hint: String? = nil) -> Diagnostic {
      Diagnostic(
        .malformedCell, at: origin,
        "column \(DisplayText.quoted(table.header[column])): \(what)", hint: hint)
    }
    if text.isEmpty { throw refused("the cell is empty", hint: "write 0 if nothing is meant") }
    let shown = DisplayText.quoted(text)
    guard text.utf8.count <= 64 else { throw refused("\(shown) is not a number") }
    if text.hasPrefix("-") { throw refused("\(shown) is negative") }
    var digits = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "e", "E", "+", "-": digits.unicodeScalars.append(scalar)
      case " ", "'", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2019}": continue  // groups of three
      case ".", ",":
        if decimal == nil {
          throw refused(
            "\(shown) may be a fraction or thousands",
            hint: "write it without the mark, or with other than three decimals")
        }
        if (scalar == ".") == (decimal == .point) { digits += "." }
      default: throw refused("\(shown) is not a number")
      }
    }
    let isNumber = digits.first.map { ("0"..."9").contains($0) || $0 == "." } ?? false
    guard isNumber, groupsAreWhole(text), let value = Double(digits) else {
      throw refused("\(shown) is not a number")
    }
    guard value.isFinite else { throw refused("\(shown) is too large") }
    return value
  }

  /// Whether the marks between groups leave groups of three digits.
  private func groupsAreWhole(_ text: String) -> Bool {
    let mark: Character = decimal == .comma ? "." : ","
    guard text.contains(mark) else { return true }
    let whole = text.split(separator: decimal == .comma ? "," : ".").first ?? ""
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return false }
    return (1...3).contains(groups.first?.utf8.count ?? 0)
      && !text.dropFirst(whole.count).contains(mark)
  }

  /// The duration of a cell [s]: seconds, `hh:mm:ss`, or with units as in `4m`.
  ///
  /// - Throws: `malformedCell`, at the cell.
  func seconds(_ table: CSVTable, row: Int, column: Int) throws(Diagnostic) -> Double {
    let text = table.text(row: row, column: column)
    if let seconds = try? DurationText.seconds(text) { return seconds }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      if parts.count == 2 {
        throw Diagnostic(
          .malformedCell, at: table.origin(row: row, column: column),
          "\(DisplayText.quoted(text)) may be minutes or hours", hint: "write hh:mm:ss")
      }
      return try number(table, row: row, column: column)
    }
    let numbers = parts.map { part in
      (1...4).contains(part.utf8.count) && part.allSatisfy { ("0"..."9").contains($0) }
        ? Int(part) : nil
    }
    guard let hours = numbers[0], let minutes = numbers[1], let seconds = numbers[2],
      minutes < 60, seconds < 60
    else {
      throw Diagnostic(
        .malformedCell, at: table.origin(row: row, column: column),
        "\(DisplayText.quoted(text)) is not a time as hh:mm:ss")
    }
    return Double(hours * 3_600 + minutes * 60 + seconds)
  }
}
