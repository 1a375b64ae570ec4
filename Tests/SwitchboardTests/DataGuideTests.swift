import Foundation
import Testing

/// The page about one's own data shows commands with their output; these are run.
@Suite("The guide from your data")
struct DataGuideTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let page = root.appending(
    path: "Sources/switchboard/switchboard.docc/FromYourData.md")

  /// Made again with `SWITCHBOARD_WRITE_PAGES=1 swift test --filter DataGuideTests`.
  @Test("Every command on the page prints what the page says")
  func commands() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    var blocks = text.components(separatedBy: "```\n")
    var count = 0
    for index in blocks.indices where blocks[index].hasPrefix("$ switchboard ") {
      let line = blocks[index].prefix { $0 != "\n" }
      let outcome = try CommandLineTool.shell(
        "cd '\(Self.root.path)' && $S \(line.dropFirst("$ switchboard ".count)) --format table")
      #expect(outcome.code == 0, "\(outcome.errors)")
      let expected = "\(line)\n\(outcome.output)"
      if ProcessInfo.processInfo.environment["SWITCHBOARD_WRITE_PAGES"] != nil {
        blocks[index] = expected
      }
      #expect(blocks[index] == expected)
      count += 1
    }
    #expect(count == 5)
    let written = blocks.joined(separator: "```\n")
    if written != text { try written.write(to: Self.page, atomically: true, encoding: .utf8) }
  }
}
