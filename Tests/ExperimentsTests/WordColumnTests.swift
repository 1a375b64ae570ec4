import CenterSimulation
import OutputAnalysis
import Testing

@testable import Experiments

@Suite("Columns of words keep every bit in few bytes")
struct WordColumnTests {
  private func bytes(_ words: [UInt64]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(words: words)
    return writer.bytes
  }

  private func words(_ bytes: [UInt8], _ count: Int) throws(UnreadableBytes) -> [UInt64] {
    var reader = ByteReader(bytes[...])
    let words = try reader.words(count)
    try reader.end()
    return words
  }

  @Test("Steps are as documented")
  func steps() {
    #expect(bytes([]) == [])
    // 300 zeros: a repetition of the zero before the first word.
    #expect(bytes(Array(repeating: 0, count: 300)) == [0xB0, 0x09])
    #expect(bytes([5]) == [5 << 2 | 1])
    #expect(bytes([(7.0).bitPattern, (7.0).bitPattern]) == [7 << 2 | 2, 1 << 2 | 0])
    #expect(
      bytes([(0.5).bitPattern, (0.25).bitPattern]) == [
        2 << 2 | 3, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F, 0, 0, 0, 0, 0, 0, 0xD0, 0x3F,
      ])
  }

  @Test("What was written is read, whatever the bits")
  func roundTrip() throws {
    let special: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e300, -1e-300, .infinity, -.infinity, .nan, .signalingNaN,
      .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0x1p48, 0x1p48 - 1, 0x1p53,
    ]
    var pool = special.map(\.bitPattern)
    pool += [1, 1 << 31, 1 << 32, 1 << 32 - 1, .max, .max - 1]
    var random = Generator(state: 1)
    for length in 0..<300 {
      var column: [UInt64] = []
      while column.count < length {
        let word = pool[random.below(pool.count)]
        for _ in 0...random.below(4) { column.append(word) }
      }
      #expect(try words(bytes(column), column.count) == column)
    }
  }

  @Test(
    "Steps that promise more than there is are refused before memory is taken for it",
    arguments: [
      [0], [0, 0, 0], [3], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      [0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x13, 1, 2, 3],
      Array(repeating: 0x80, count: 12),
    ] as [[UInt8]])
  func promises(bytes: [UInt8]) {
    #expect(throws: UnreadableBytes.self) { try words(bytes, 3) }
  }

  @Test("A structure that is written whole consists of numbers alone")
  func records() {
    for (tally, size) in [
      (QueueTally() as Any, MemoryLayout<QueueTally>.size),
      (TeamTally(), MemoryLayout<TeamTally>.size),
      (CampaignTally(), MemoryLayout<CampaignTally>.size),
      (AgentLoad(), MemoryLayout<AgentLoad>.size),
    ] {
      let fields = Array(Mirror(reflecting: tally).children)
      #expect(fields.allSatisfy { $0.value is Double })
      #expect(fields.count * 8 == size)
    }
    // A count, four sums and centers, seven central sums.
    #expect(MemoryLayout<BivariateMoments>.size == 12 * 8)
  }

  @Test("Every field of every record comes back to its place")
  func fields() throws {
    var records = Array(repeating: AgentLoad(), count: 5)
    for index in records.indices {
      records[index].handled = Double(index)
      records[index].busy = 100.25 + Double(index)
      records[index].present = 1e6
    }
    var writer = ByteWriter()
    writer.append(records: records)
    var reader = ByteReader(writer.bytes[...])
    var read = Array(repeating: AgentLoad(), count: 5)
    try reader.fill(records: &read)
    #expect(read == records)
    #expect(reader.remaining == 0)
  }
}
