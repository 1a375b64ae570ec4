import Foundation
import Testing

@testable import Scenario

@Suite("The reference of the format says what the reader reads")
struct ReferencePageTests {
  private static func page(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Scenario/\(name)")
  }

  /// Made again with `SWITCHBOARD_WRITE_PAGES=1 swift test --filter ReferencePageTests`.
  private func check(_ expected: String, on name: String) throws {
    let page = Self.page("Scenario.docc/\(name)")
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

  @Test("Every key stands on the page, with its value, default and meaning")
  func keys() throws {
    try check(KeyPage.text(), on: "Keys.md")
  }

  @Test("Every code of a diagnostic stands on the page, with its meaning")
  func codes() throws {
    let source = try String(
      contentsOf: Self.page("Diagnostics/DiagnosticCode.swift"), encoding: .utf8)
    try check(CodePage.text(source: source), on: "Codes.md")
  }

  @Test("The example of the format can be read, and so can the file on top of it")
  func example() throws {
    let text = try String(
      contentsOf: Self.page("Scenario.docc/TheScenarioFile.md"), encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    var files: [String: String] = [:]
    for block in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] }) {
      if block.hasPrefix("csv\n") { files["front.csv"] = String(block.dropFirst(4)) }
      if block.hasPrefix("jsonc\n// ") {
        let name = block.dropFirst("jsonc\n// ".count).prefix { $0 != "\n" }
        files[String(name)] = String(block.dropFirst("jsonc\n".count))
      }
    }
    #expect(files.keys.sorted() == ["center.jsonc", "front.csv", "patient.jsonc"])
    for name in ["center.jsonc", "patient.jsonc"] {
      let reading = ScenarioReader(read: reader(files)).read(name)
      #expect(reading.diagnostics.rendered() == "")
      #expect(reading.center != nil)
    }
    let edits = text.components(separatedBy: "\n").filter { $0.hasPrefix("--set ") }.map {
      $0.dropFirst("--set ".count).trimmingCharacters(in: ["'"])
    }
    #expect(edits.count == 6)
    for edit in edits.dropLast(1) {
      let reading = ScenarioReader(read: reader(files)).read("center.jsonc", edits: [edit])
      #expect(reading.diagnostics.rendered() == "", "\(edit)")
    }
  }

  @Test("The page of codes has found a meaning for each")
  func meanings() throws {
    let source = try String(
      contentsOf: Self.page("Diagnostics/DiagnosticCode.swift"), encoding: .utf8)
    let meanings = CodePage.meanings(source: source)
    for code in DiagnosticCode.allCases { #expect(meanings[code.rawValue] != nil, "\(code)") }
  }
}

/// The page `Codes.md`, whose meanings are the doc comments of the codes.
private enum CodePage {
  static func meanings(source: String) -> [String: String] {
    var meanings: [String: String] = [:]
    var comment: [String] = []
    for line in source.components(separatedBy: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }
    ) {
      if line.hasPrefix("///") {
        comment.append(line.dropFirst(3).trimmingCharacters(in: .whitespaces))
      } else {
        if line.hasPrefix("case "), line.split(separator: "\"").count == 2 {
          meanings[String(line.split(separator: "\"")[1])] = comment.joined(separator: " ")
        }
        comment = []
      }
    }
    return meanings
  }

  static func text(source: String) -> String {
    let meanings = meanings(source: source)
    let families: [(String, String)] = [
      ("E0", "The text"), ("E1", "Keys and values"), ("E2", "Files and tables"),
      ("E3", "Edits on the command line"), ("E4", "What is computed from the scenario"),
      ("N5", "Notes"),
    ]
    return introduction
      + families.map { prefix, title in
        let rows = DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix(prefix) }.map {
          "| \($0.rawValue) | \(meanings[$0.rawValue] ?? "") |"
        }
        return "\n## \(title)\n\n| code | meaning |\n| --- | --- |\n"
          + rows.joined(separator: "\n") + "\n"
      }.joined()
  }

  private static let introduction = """
    # Codes of diagnostics

    The codes of everything that can be wrong with a scenario.

    ## Overview

    A test writes this page from the declaration of the codes, which stay the same from version to
    version. A code that begins with E is an error, and the scenario cannot be used; one that
    begins with N is a note, which `check` shows.

    Each diagnostic shows file, line and column, the code, the way to the value, what is wrong, and
    where possible what was meant; then the line with a caret under the place:

    ```
    center.jsonc:31:7: error[E104]: channels.chat.patiense: unknown key; did you mean "patience"?
       31 |       "patiense": { "exponential": { "mean": "90s" } },
          |       ^
    ```

    All are shown at once: the first \(Diagnostics.limit) errors and \(Diagnostics.limit) notes, and the number of those left out.
    A diagnostic points into the file that wrote the value, also where another file extends it, or
    into the argument of `--set`.

    """
}

/// The page `Keys.md`.
private enum KeyPage {
  static func text() -> String {
    var known: Set<String> = []
    var queue = [ObjectDeclaration.scenario]
    var sections: [String] = []
    while !queue.isEmpty {
      let declaration = queue.removeFirst()
      guard known.insert(declaration.name).inserted else { continue }
      sections.append(section(declaration))
      let kinds =
        declaration.fields.filter(\.isSupported).map(\.kind)
        + (declaration.others.map { [$0.kind] } ?? [])
      queue += kinds.flatMap(objects(in:))
    }
    return introduction + sections.joined()
  }

  private static let introduction = """
    # The keys

    Every key of the scenario format, with its value, default and meaning.

    ## Overview

    A test writes this page from the declaration of the format, from which the reader and the JSON
    Schema (`switchboard schema`) are made as well. <doc:TheScenarioFile> explains the format by
    example.

    An object marked *replaced whole* is one of several alternatives: a file that extends another
    replaces it and does not merge into it. Keys under *not supported yet* are known to the reader
    and refused by name.

    """

  private static func objects(in kind: ValueKind) -> [ObjectDeclaration] {
    switch kind {
    case .object(let declaration): [declaration]
    case .list(let element, _): objects(in: element)
    case .either(let kinds): kinds.flatMap(objects(in:))
    case .distribution: [.distribution]
    default: []
    }
  }

  private static func section(_ declaration: ObjectDeclaration) -> String {
    var text = "\n## \(declaration.name)\n\n\(declaration.summary)"
    if declaration.isReplacedWhole { text += " *Replaced whole.*" }
    text += "\n"
    if !declaration.exactlyOne.isEmpty {
      let keys = declaration.exactlyOne.map { "`\($0)`" }.joined(separator: ", ")
      text +=
        declaration.exactlyOne.count == 1
        ? "\n\(keys) is required.\n" : "\nExactly one of \(keys).\n"
    }
    let supported = declaration.fields.filter(\.isSupported)
    var rows = supported.map { field in
      "| `\(field.key)` | \(words(field.kind)) | \(words(field.presence)) | \(field.summary) |"
    }
    if let others = declaration.others {
      rows.append("| \(words(others.keys)) | \(words(others.kind)) | | |")
    }
    if !rows.isEmpty {
      text += "\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n"
      text += rows.joined(separator: "\n") + "\n"
    }
    let later = declaration.fields.filter { !$0.isSupported }.map { "`\($0.key)`" }
    if !later.isEmpty { text += "\nNot supported yet: \(later.joined(separator: ", ")).\n" }
    return text
  }

  private static func words(_ keys: ObjectDeclaration.OpenKeys) -> String {
    switch keys {
    case .names: "a name"
    case .weekdays: "weekdays: `Mon`, `Mon-Fri`, `Sat,Sun`, `daily`"
    case .weeks: "weeks of the year: `7`, `48-52`"
    case .skills: "`channel`, `channel/class`, `*`, `*/class`"
    case .classes: "a class, or `*`"
    case .free: "any text"
    }
  }

  private static func words(_ presence: ObjectDeclaration.Presence) -> String {
    switch presence {
    case .required: "required"
    case .optional: ""
    case .defaults(let value): "`\(value)`"
    }
  }

  private static func words(_ kind: ValueKind) -> String {
    switch kind {
    case .version: "`1`"
    case .text: "text"
    case .fileName: "file name"
    case .boolean: "`true` or `false`"
    case .date: "date, `2026-11-23`"
    case .instant: "date or instant, `2026-11-23 14:00`"
    case .rate: "rate, 0…1 or `31%`"
    case .number(let range): "number \(number(range.lowerBound))…\(number(range.upperBound))"
    case .integer(let range): "integer \(range.lowerBound)…\(range.upperBound)"
    case .duration(let range):
      "duration \(DurationText.text(seconds: range.lowerBound))…"
        + DurationText.text(seconds: range.upperBound)
    case .openingHours: "`07:00-21:00`, `always` or `closed`"
    case .clock: "time of day, `08:30`"
    case .choice(let choices):
      choices.filter(\.isSupported).map { "`\($0.word)`" }.joined(separator: ", ")
        + (choices.contains { !$0.isSupported }
          ? " (not supported yet: "
            + choices.filter { !$0.isSupported }.map { "`\($0.word)`" }.joined(separator: ", ")
            + ")" : "")
    case .list(let element, let count):
      "list of \(count.lowerBound)…\(count.upperBound): \(words(element))"
    case .object(let declaration): "object [\(declaration.name)](#\(declaration.name))"
    case .distribution(let bare):
      "[distribution](#distribution); a duration is "
        + (bare.inWords.map { "the mean, \($0)" } ?? "constant")
    case .either(let kinds): kinds.map(words).joined(separator: "; or ")
    }
  }

  private static func number(_ value: Double) -> String { DurationText.plain(value) }
}
