import Foundation
import Testing

@testable import Scenario

@Suite("The scenarios that are shipped")
struct ShippedScenarioTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "scenarios")

  private static let paths: [String] = {
    let files = FileManager.default.enumerator(atPath: folder.path)
    return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".jsonc") }.sorted()
  }()

  private func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: Self.folder.appending(path: path).path).map { Array($0) }
  }

  @Test("read without an error, or lack no more than what others add on top", arguments: paths)
  func read(path: String) {
    let reader = ScenarioReader { path in
      bytes(path).map { .success($0) } ?? .failure(.missing)
    }
    let reading = reader.read(path)
    let isBase = reading.codes.allSatisfy { $0 == .missingKey }
    #expect(isBase, "\(reading.diagnostics.rendered())")
    #expect((reading.center == nil) == reading.diagnostics.hasErrors)
  }

  @Test("are accepted by the schema, file by file", arguments: paths)
  func schema(path: String) throws {
    let text = String(decoding: try #require(bytes(path)), as: UTF8.self)
    let validator = SchemaValidator(try parsed(JSONSchema.scenario(), path: "schema.json"))
    #expect(try validator.accepts(parsed(text)))
  }

  @Test("are there")
  func present() {
    #expect(Self.paths.contains("one-queue.jsonc"))
  }
}
