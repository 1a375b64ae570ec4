import Foundation
import Testing

@testable import Scenario

/// The JSON Parsing Test Suite (Nicolas Seriot, "Parsing JSON is a minefield", 2016), which is
/// no part of this repository: `JSON_TEST_SUITE=<its folder> swift test --filter JSONTestSuite`.
@Suite("JSONTestSuite", .enabled(if: JSONTestSuite.folder != nil, "JSON_TEST_SUITE is not set"))
struct JSONTestSuiteTests {
  @Test("The strict syntax is RFC 8259's, without duplicate keys", arguments: JSONTestSuite.files)
  func file(name: String) throws {
    let folder = try #require(JSONTestSuite.folder)
    let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
    let start = ContinuousClock.now
    let (node, diagnostics) = SyntaxParser.parse(
      SourceFile(path: name, bytes: bytes), dialect: .json)
    let shown = diagnostics.rendered()
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect((node == nil) == diagnostics.hasErrors)
    switch name.first {
    case "y" where JSONTestSuite.refusedOnPurpose.contains(name):
      #expect(diagnostics.errors.map(\.code) == [.duplicateKey])
    case "y":
      #expect(node != nil, "\(shown)")
      if let node { #expect(try parsed(node.json, path: "again.json").json == node.json) }
    case "n": #expect(node == nil)
    default: break
    }
  }

  @Test("is there whole")
  func present() {
    #expect(JSONTestSuite.files.count { $0.hasPrefix("y_") } >= 90)
    #expect(JSONTestSuite.files.count { $0.hasPrefix("n_") } >= 180)
    #expect(JSONTestSuite.refusedOnPurpose.isSubset(of: JSONTestSuite.files))
  }
}

enum JSONTestSuite {
  /// A key twice is a slip in a file that a planner writes by hand.
  static let refusedOnPurpose: Set<String> = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  /// Where its parsing tests are; nil when nobody says.
  static let folder: URL? = ProcessInfo.processInfo.environment["JSON_TEST_SUITE"]
    .map { URL(filePath: $0).appending(path: "test_parsing") }

  static let files: [String] = {
    guard let folder else { return [] }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
  }()
}
