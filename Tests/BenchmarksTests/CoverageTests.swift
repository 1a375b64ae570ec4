import Foundation
import OutputAnalysis
import Testing

@testable import benchmarks

#if DEBUG
  private let isRelease = false
#else
  private let isRelease = true
#endif

/// The table of the page Coverage, and what the page says about it.
@Suite("The intervals of the reports cover as documented")
struct CoverageTests {
  /// The documented table, row by row.
  private static let documented: [String] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/Experiments/Experiments.docc/Coverage.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map(String.init)
  }()

  /// A row of the documented table.
  private struct Row {
    let queue: String
    let measure: String
    let replications: String
    let student: Double
    let ours: Double
    let flagged: Double
    let unflagged: Double

    /// A queue in which nearly everybody is answered at once.
    var isQuiet: Bool { queue == "M/M/100+M at 0.8" }

    init(_ line: String) throws {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      queue = cells[0]
      measure = cells[1]
      replications = cells[2]
      func share(_ index: Int) throws -> Double {
        try #require(Double(cells[index].replacingOccurrences(of: " %", with: "")))
      }
      student = try share(3)
      ours = try share(4)
      flagged = try share(5)
      unflagged = try share(6)
    }
  }

  private static func rows() throws -> [Row] {
    try documented.dropFirst(2).map { try Row($0) }
  }

  @Test("The documented table has the rows and columns that the program prints")
  func rows() async throws {
    // Enough for the keys; its shares are those of a single experiment.
    var lines: [Coverage.Line] = []
    for (index, queue) in Coverage.queues.enumerated() {
      for measure in CoverageMeasure.all(of: queue) {
        for count in Coverage.counts {
          lines.append(
            Coverage.Line(
              queue: Coverage.queues[index].name, measure: measure, replications: count,
              exact: 1, tally: CoverageTally()))
        }
      }
    }
    let printed = CoverageTable.text(lines).split(separator: "\n").map(String.init)
    #expect(Array(Self.documented.prefix(2)) == Array(printed.prefix(2)))
    let keys = try Self.rows().map { [$0.queue, $0.measure, $0.replications] }
    #expect(keys == lines.map(CoverageTable.key))
  }

  /// 92.6 to 97.1 % are 3 standard errors of 1,000 experiments either way, and more of those with
  /// fewer replications, of which there are more.
  @Test("Of intervals without a flag 92.6 to 97.1 % hold the exact value in loaded queues")
  func loadedQueues() throws {
    let loaded = try Self.rows().filter { !$0.isQuiet }
    #expect(loaded.count == 42)
    for row in loaded {
      #expect(row.unflagged >= 92.6 && row.unflagged <= 97.1, "\(row)")
      #expect(row.flagged <= 7.2, "\(row)")
      if row.queue.contains("+M"), row.replications == "100" {
        #expect(row.flagged == 0, "\(row)")
      }
    }
  }

  @Test("Student's plain interval covers 89 % and 84 % of a loaded M/M/100 with ten replications")
  func student() throws {
    let rows = try Self.rows().filter { $0.queue == "M/M/100 at 0.9" && $0.replications == "10" }
    let level = try #require(rows.first { $0.measure == "service level" })
    let wait = try #require(rows.first { $0.measure == "speed of answer" })
    #expect(level.student.rounded() == 89)
    #expect(wait.student.rounded() == 84)
  }

  @Test("What the page says about quiet queues is what its table says")
  func quietQueue() throws {
    let quiet = try Self.rows().filter { $0.isQuiet && $0.measure != "occupancy" }
    #expect(quiet.count == 9)
    let few = quiet.filter { $0.replications == "10" }
    #expect(few.map { $0.unflagged.rounded() } == [72, 91, 90])
    #expect(few.map { $0.flagged.rounded() } == [48, 22, 29])
    for row in quiet {
      #expect(row.ours > row.student + 4, "\(row)")
      if row.replications != "10" { #expect(row.unflagged >= 92.5 && row.unflagged <= 97.3) }
      if row.replications == "100" { #expect(row.flagged <= 3.6) }
    }
  }

  @Test("Any number of workers gives the same table")
  func workers() async throws {
    let one = try await Coverage.lines(ofQueue: 4, batches: 12, workers: 1, callsPerReplication: 20)
    let three = try await Coverage.lines(
      ofQueue: 4, batches: 12, workers: 3, callsPerReplication: 20)
    #expect(one == three)
    #expect(
      one.map(\.tally.experiments) == Array(repeating: [120, 36, 12], count: 4).flatMap(\.self))
  }

  @Test("The documented table is what the program prints today", .enabled(if: isRelease))
  func table() async throws {
    var lines: [Coverage.Line] = []
    for index in Coverage.queues.indices {
      lines += try await Coverage.lines(ofQueue: index, batches: 1_000, workers: 2)
    }
    let printed = CoverageTable.text(lines).split(separator: "\n").map(String.init)
    #expect(printed == Self.documented)
  }
}
