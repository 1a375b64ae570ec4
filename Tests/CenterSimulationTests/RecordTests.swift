import Testing

@testable import CenterSimulation

/// What large centers cost is what their records fetch from memory.
@Suite struct RecordTests {
  static let line = 64

  @Test("An issue is three lines, and the end of a live service needs the first two")
  func anIssueIsThreeLines() {
    #expect(MemoryLayout<IssueRecord>.stride == 3 * Self.line)
    #expect(MemoryLayout<IssueRecord>.offset(of: \.difficulty) == Self.line)
    #expect(MemoryLayout<IssueRecord>.offset(of: \.bornAt)! < 2 * Self.line)
    #expect(MemoryLayout<IssueRecord>.offset(of: \.firstService) == 2 * Self.line)
  }
}
