import Experiments
import Foundation
import Reports
import Testing

@testable import switchboard

@Suite("A shard says what it is, and is believed only where that can be read")
struct ShardHeaderTests {
  private var header: ShardHeader {
    ShardHeader(
      command: "compare", seed: .max, replications: 100, shard: Shard(3, of: 16)!,
      edits: ["teams.phones.agents+=1"], allowOutside: true,
      scenarios: [
        ShardHeader.Scenario(
          path: "a b.json", name: "Ä", hash: "00",
          files: [ScenarioFile.Content(path: "a b.json", bytes: [0, 255, 10])])
      ])
  }

  @Test("What was written is read")
  func roundTrip() throws {
    #expect(try ShardHeader(bytes: header.bytes) == header)
    var sweep = header
    sweep.command = "sweep"
    #expect(throws: UnreadableBytes.self) { try ShardHeader(bytes: sweep.bytes) }
    sweep.varied = .init(paths: ["a.b=1..2", "c=x,y"], latin: 7)
    #expect(try ShardHeader(bytes: sweep.bytes) == sweep)
  }

  @Test("A header that is cut off or goes on is refused; a changed one does no harm")
  func hostile() throws {
    let bytes = header.bytes
    for count in bytes.indices {
      #expect(throws: UnreadableBytes.self) { try ShardHeader(bytes: Array(bytes[..<count])) }
      for bit in 0..<8 {
        var changed = bytes
        changed[count] ^= 1 << UInt8(bit)
        _ = try? ShardHeader(bytes: changed)
      }
    }
    #expect(throws: UnreadableBytes.self) { try ShardHeader(bytes: bytes + [0]) }
  }

  @Test("Shards of one run belong together wherever they were made")
  func belonging() {
    var other = header
    other.shard = Shard(4, of: 16)!
    other.scenarios[0].path = "/elsewhere/a.json"
    #expect(header.difference(from: other) == nil)
    other.randomStreams += 1
    #expect(
      other.difference(from: header)
        == "random streams \(other.randomStreams), not \(header.randomStreams)")
  }

  @Test("The command that makes a shard is complete")
  func command() {
    #expect(
      header.words(making: 7, into: "my shards", resume: true).map(\.shellWord)
        .joined(separator: " ")
        == "switchboard compare 'a b.json' --set teams.phones.agents+=1 --allow-outside "
        + "--seed 18446744073709551615 --replications 100 --shard 7/16 --out 'my shards' --resume")
  }

  @Test("A sweep's shard says what varies")
  func sweep() {
    var sweep = header
    sweep.command = "sweep"
    sweep.varied = .init(paths: ["a.b-=0..6:1", "c=x,y"], latin: 7)
    let words = sweep.words(making: 1, into: "s", resume: false).joined(separator: " ")
    #expect(words.contains(" --vary a.b-=0..6:1 --vary c=x,y --latin 7 --seed "))
    var other = sweep
    other.varied.latin = nil
    #expect(
      other.difference(from: sweep)
        == "points --vary a.b-=0..6:1 --vary c=x,y, not --vary a.b-=0..6:1 --vary c=x,y --latin 7")
  }

  @Test("Names sort as their shards do")
  func names() {
    let names = (1...12).map { ShardFormat.name(Shard($0, of: 12)!) }
    #expect(names.sorted() == names)
    #expect(names[2] == "shard-03-of-12")
  }

  @Test("A shard of another version is refused, and both versions are named")
  func version() throws {
    let folder = try TemporaryFolder()
    var other = header
    other.version = "0.0.9"
    var hash = SHA256()
    var bytes: [UInt8] = []
    func append(_ more: [UInt8]) {
      hash.update(more)
      bytes += more
    }
    append(ShardFormat.firstLine)
    append(ShardFormat.bytes(.header, other.bytes))
    append(ShardFormat.checksum(hash))
    let path = folder.path + "/shard-03-of-16.switchboard"
    try Data(bytes).write(to: URL(filePath: path))
    let error = #expect(throws: ShardProblem.self) { try ShardFile(path) }
    #expect(error == .otherVersion("0.0.9"))
    let outcome = try CommandLineTool.run("merge", path)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("was made by version 0.0.9, and this is \(Version.program)"))
    let failure = #expect(throws: Failure.self) {
      try ShardFile.finished(header, in: folder.path, blocks: 1)
    }
    #expect(failure?.message?.contains("was made by version 0.0.9") == true)
  }
}
