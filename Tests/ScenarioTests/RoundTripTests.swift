import Testing

@testable import Scenario

@Suite("What is read, written and read again is the same")
struct RoundTripTests {
  /// Whether two values are the same to the last scalar; Swift's own comparison of texts takes
  /// canonically equivalent ones for equal.
  private func same(_ left: SyntaxNode, _ right: SyntaxNode) -> Bool {
    switch (left.value, right.value) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)):
      return left.text == right.text && left.value.bitPattern == right.value.bitPattern
    case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy(same)
    case (.object(let left), .object(let right)):
      return left.members.count == right.members.count
        && zip(left.members, right.members).allSatisfy { left, other in
          left.key.utf8.elementsEqual(other.key.utf8) && same(left.value, other.value)
            && right[left.key].map { same($0, other.value) } ?? false
        }
    default: return false
    }
  }

  @Test("Random documents", arguments: [("a.json", false), ("a.jsonc", true)])
  func random(path: String, hasComments: Bool) throws {
    for seed in 0..<300 as Range<UInt64> {
      var document = RandomDocument(seed: seed, hasComments: hasComments)
      let written = document.document()
      let node = try parsed(written.free, path: path)
      #expect(node.json.utf8.elementsEqual(written.plain.utf8), "seed \(seed): \(written.free)")
      #expect(same(try parsed(node.json, path: "plain.json"), node), "seed \(seed)")
    }
  }

  @Test("Every control character, quote and backslash is escaped")
  func escapes() throws {
    let controls = (0...0x20).map { String(Unicode.Scalar(UInt8($0))) }.joined() + "\"\\/"
    let node = SyntaxNode(.string(controls), at: Origin(file: source(""), offset: 0))
    #expect(!node.json.utf8.contains { $0 < 0x20 })
    #expect(try parsed(node.json, path: "a.json").string == controls)
  }

  @Test("The shipped example's files")
  func twin() throws {
    for (path, text) in twinFiles where path.hasSuffix(".jsonc") {
      let node = try parsed(text)
      #expect(same(try parsed(node.json, path: "plain.json"), node), "\(path)")
    }
  }
}
