import Foundation
import Reports
import Testing

@testable import switchboard

@Suite("A set of reports appears whole or not at all")
struct ReportFolderTests {
  private func write(_ path: String, _ contents: [String: String]) throws {
    var folder = try ReportFolder(path)
    for (name, text) in contents.sorted(by: { $0.key < $1.key }) {
      _ = try folder.write(name) { $0.append(text) }
    }
    try folder.commit()
  }

  @Test("Files appear with their bytes, the folder is made, nothing else is touched")
  func whole() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.path + "/a/b"
    try write(path, ["x.csv": "1", "datapackage.json": "{}"])
    try "mine".write(toFile: path + "/notes.txt", atomically: true, encoding: .utf8)
    try write(path + "//", ["x.csv": "2", "datapackage.json": "{}"])
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == ["datapackage.json", "notes.txt", "x.csv"])
    #expect(try String(contentsOfFile: path + "/x.csv", encoding: .utf8) == "2")
  }

  @Test("Size and hash of a file are those of its bytes")
  func digest() throws {
    let temporary = try TemporaryFolder()
    var folder = try ReportFolder(temporary.path)
    let digest = try folder.write("x.csv") { $0.append("abc") }
    #expect(digest.byteCount == 3)
    #expect(digest.hash.hasPrefix("ba7816bf8f01cfea"))
    folder.discard()
    #expect(try temporary.names().isEmpty)
  }

  @Test("Without commit the old set stays as it was and nothing new is left")
  func discarded() throws {
    let temporary = try TemporaryFolder()
    try write(temporary.path, ["x.csv": "old", "datapackage.json": "{}"])
    var folder = try ReportFolder(temporary.path)
    _ = try folder.write("x.csv") { $0.append("new") }
    folder.discard()
    #expect(try temporary.names() == ["datapackage.json", "x.csv"])
    #expect(try String(contentsOfFile: temporary.path + "/x.csv", encoding: .utf8) == "old")
  }

  @Test("A set that cannot take its place leaves no description and no temporaries")
  func blocked() throws {
    let temporary = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: temporary.path + "/x.csv", withIntermediateDirectories: true)
    let failure = #expect(throws: Failure.self) {
      try write(temporary.path, ["x.csv": "1", "datapackage.json": "{}"])
    }
    #expect(failure?.code == .cannotCreate)
    #expect(try temporary.names() == ["x.csv"])
  }

  @Test("A path through a file cannot be created, and nothing is left of the attempt")
  func throughFile() throws {
    let temporary = try TemporaryFolder()
    try "".write(toFile: temporary.path + "/file", atomically: true, encoding: .utf8)
    let failure = #expect(throws: Failure.self) {
      _ = try ReportFolder(temporary.path + "/file/out")
    }
    #expect(failure?.code == .cannotCreate)
    #expect(try temporary.names() == ["file"])
  }

  @Test("A folder without permission is code 77", .enabled(if: getuid() != 0))
  func permission() throws {
    let temporary = try TemporaryFolder()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: temporary.path)
    let failure = #expect(throws: Failure.self) { _ = try ReportFolder(temporary.path) }
    #expect(failure?.code == .permission)
  }
}
