import Foundation
import Reports
import Testing

@Suite("A data package describes its files")
struct DataPackageTests {
  private let written: [UInt8] = {
    var digest = FileDigest.Builder()
    digest.update(Array("abc".utf8))
    let resource = DataPackage.Resource(
      name: "facts", title: "Facts", columns: TableFixture.columns, rowCount: 4,
      digest: digest.finish())
    let origin = DataPackage.Origin(
      command: "simulate", version: "0.1.0", randomStreams: 1, seed: .max, replications: 100,
      scenarios: [(name: "A \"B\"", hash: "00")])
    return ByteSink.bytes { DataPackage(origin: origin, resources: [resource]).write(to: &$0) }
  }()

  private func object() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(written)) as? [String: Any])
  }

  @Test("Seed, version and scenarios say how to compute the set again")
  func origin() throws {
    let origin = try #require(try object()["switchboard"] as? [String: Any])
    #expect(origin["seed"] as? String == "18446744073709551615")
    #expect(origin["replications"] as? Int == 100)
    #expect(origin["random_streams"] as? Int == 1)
    let scenarios = try #require(origin["scenarios"] as? [[String: String]])
    #expect(scenarios == [["name": "A \"B\"", "sha256": "00"]])
  }

  @Test("A file has its fields, its rows, its size and its hash")
  func resource() throws {
    let resources = try #require(try object()["resources"] as? [[String: Any]])
    let facts = try #require(resources.first)
    #expect(facts["path"] as? String == "facts.csv")
    #expect(facts["rows"] as? Int == 4)
    #expect(facts["bytes"] as? Int == 3)
    #expect((facts["hash"] as? String)?.hasPrefix("sha256:ba7816bf") == true)
    let schema = try #require(facts["schema"] as? [String: Any])
    #expect(schema["primaryKey"] as? [String] == ["name"])
    let fields = try #require(schema["fields"] as? [[String: String]])
    #expect(fields.map { $0["type"] } == ["string", "integer", "number", "number"])
    #expect(fields[2]["unit"] == "s")
  }

  @Test("The layout is pinned")
  func layout() {
    let text = String(decoding: written, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        {
          "profile": "tabular-data-package",
          "name": "switchboard-simulate",
        """))
    #expect(text.contains("\"primaryKey\": [\n          \"name\"\n        ],\n"))
    #expect(text.hasSuffix("\n  ]\n}\n"))
  }
}
