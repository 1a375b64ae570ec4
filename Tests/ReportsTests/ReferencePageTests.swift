import Experiments
import Foundation
import Reports
import Testing

@Suite("The reference of the columns says what the program says")
struct ReferencePageTests {
  /// Made again with `SWITCHBOARD_WRITE_PAGES=1 swift test --filter ReferencePageTests`.
  @Test("Every column of every file stands on the page, with its unit and meaning")
  func columns() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Reports/Reports.docc/Columns.md")
    let expected = ColumnPage.text()
    if ProcessInfo.processInfo.environment["SWITCHBOARD_WRITE_PAGES"] != nil {
      try expected.write(to: page, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let wanted = expected.components(separatedBy: "\n")
    let differing = zip(written, wanted).first { $0 != $1 }
    let isCurrent = written == wanted
    #expect(
      isCurrent,
      """
      \(page.lastPathComponent) is out of date, first here: \(differing?.0 ?? "its length")
      Write it again: SWITCHBOARD_WRITE_PAGES=1 swift test --filter ReferencePageTests
      """)
  }
}

/// The page `Columns.md`.
private enum ColumnPage {
  private struct Line {
    let column: String
    let isKey: Bool
    let kind: String
    let unit: String
    let meaning: String
  }

  static func text() -> String {
    let table = Report.columnDescriptions.table()
    func text(_ row: Int, _ column: String) -> String {
      if case .text(let text)? = table.cell(row, column) { text } else { "" }
    }
    var files: [(name: String, lines: [Line])] = []
    for row in 0..<table.rowCount {
      let file = text(row, "file")
      if files.last?.name != file { files.append((file, [])) }
      files[files.count - 1].lines.append(
        Line(
          column: text(row, "column"), isKey: text(row, "key") == "yes", kind: text(row, "type"),
          unit: text(row, "unit"), meaning: text(row, "meaning")))
    }
    return introduction + files.map { section($0.name, $0.lines) }.joined()
  }

  private static let introduction = """
    # The columns

    Every column of every file, with its type, unit and meaning.

    ## Overview

    A test writes this page from the declaration of the columns, which `switchboard columns` prints
    as well.

    **Key** columns together are unique. A dot under **interval** means that the same column with
    `_lo95` and `_hi95` at its end holds the bounds of its 95 % interval; a dot under **days**, that
    `_day_p05` and `_day_p95` hold the values that 5 % and 95 % of the days do not exceed; a dot
    under **parts**, that there are `_numerator` and `_denominator` instead of the column itself.
    Shares are 0…1. **Rows** are the levels in which a measure has a meaning, `class` being the
    level `all` with a class; elsewhere its cells are empty. **Better** says which way is good.
    <doc:Measures> tells the formulas.

    """

  private static func section(_ file: String, _ lines: [Line]) -> String {
    let names = Set(lines.map(\.column))
    let suffixes = ["_lo95", "_hi95", "_day_p05", "_day_p95", "_denominator"]
    let shown = lines.filter { line in
      guard let suffix = suffixes.first(where: line.column.hasSuffix) else { return true }
      let base = String(line.column.dropLast(suffix.count))
      return !names.contains(base) && !names.contains("\(base)_numerator")
    }
    var columns = columns(of: shown, among: names)
    if file != "summary.csv" { columns.removeAll { ["rows", "better"].contains($0.title) } }
    columns.removeAll { $0.cells.allSatisfy(\.isEmpty) }
    let rows = shown.indices.map { index in
      "| " + columns.map { $0.cells[index] }.joined(separator: " | ") + " |"
    }
    return """

      ## \(file)

      | \(columns.map(\.title).joined(separator: " | ")) |
      | \(columns.map { _ in "---" }.joined(separator: " | ")) |
      \(rows.joined(separator: "\n"))

      """
  }

  private static func columns(
    of lines: [Line], among names: Set<String>
  ) -> [(title: String, cells: [String])] {
    func dot(_ isThere: Bool) -> String { isThere ? "•" : "" }
    let parts = "_numerator"
    let bases = lines.map { line in
      line.column.hasSuffix(parts) ? String(line.column.dropLast(parts.count)) : line.column
    }
    let measures = bases.map(Measure.named)
    return [
      ("column", bases.map { "`\($0)`" }), ("key", lines.map { dot($0.isKey) }),
      ("type", lines.map(\.kind)), ("unit", lines.map(\.unit)),
      ("interval", bases.map { dot(names.contains("\($0)_lo95")) }),
      ("days", bases.map { dot(names.contains("\($0)_day_p05")) }),
      ("parts", lines.map { dot($0.column.hasSuffix(parts)) }),
      ("rows", measures.map { $0.map(rows) ?? "" }),
      ("better", measures.map { $0.map(better) ?? "" }),
      (
        "meaning",
        zip(lines, measures).map { line, measure in
          line.column.hasSuffix(parts) ? measure?.meaning ?? "" : line.meaning
        }
      ),
    ]
  }

  private static func rows(of measure: Measure) -> String {
    let levels: [(RowScopes, String)] = [
      (.center, "all"), (.demandClass, "class"), (.channel, "channel"), (.queue, "queue"),
      (.team, "team"), (.tool, "tool"),
      (.campaign, "campaign"),
    ]
    return levels.filter { measure.scopes.contains($0.0) }.map(\.1).joined(separator: ", ")
  }

  private static func better(_ measure: Measure) -> String {
    switch measure.goodDirection {
    case .up: "up"
    case .down: "down"
    case nil: ""
    }
  }
}
