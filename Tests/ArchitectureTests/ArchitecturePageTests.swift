import Foundation
import Testing

@Suite("The page on the architecture says what the tests hold")
struct ArchitecturePageTests {
  @Test("The table of modules allows the imports that are allowed, and no others")
  func table() throws {
    let page = SourceTree.root.appending(
      path: "Sources/switchboard/switchboard.docc/Architecture.md")
    var rows: [String: Set<String>] = [:]
    for line in try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = cells.map { Set($0.split(separator: "`").map(String.init)) }
      let module = try #require(names.first?.first)
      rows[module] = names[2].subtracting([", ", "–"])
    }
    #expect(rows == ImportTests.allowed)
  }

  @Test("Every module has a catalog with a landing page")
  func catalogs() {
    for module in ImportTests.allowed.keys.sorted() + ["switchboard"] {
      let page = SourceTree.root.appending(path: "Sources/\(module)/\(module).docc/\(module).md")
      #expect(FileManager.default.fileExists(atPath: page.path), "\(module)")
    }
  }
}
