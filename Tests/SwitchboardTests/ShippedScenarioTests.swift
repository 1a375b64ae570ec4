import Center
import CenterSimulation
import Erlang
import Experiments
import Foundation
import OutputAnalysis
import Reports
import Scenario
import Testing

@testable import switchboard

@Suite("The scenarios that are shipped")
struct ShippedScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")

  static let paths: [String] = {
    let files = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".jsonc") }.sorted()
  }()

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// A scenario is whole if it can be simulated as it is.
  static let whole = paths.filter { (try? center($0)) != nil }

  /// The peak season runs two of its three weeks here: what happens in the third happens before.
  static func center(_ name: String) throws -> Center {
    let edits = name.hasPrefix("retail/") ? ["calendar.days=14"] : []
    return try ScenarioFile(folder.appending(path: name).path, edits: edits, allowOutside: false)
      .center
  }

  @Test("A file without agents is there for others to extend")
  func basesAreExtended() {
    #expect(Self.whole.count >= 8)
    for base in Self.paths where !Self.whole.contains(base) {
      let name = base.split(separator: "/").last ?? ""
      #expect(Self.whole.contains { Self.text($0).contains("\"extends\": \"\(name)\"") })
    }
  }

  @Test("Both designs of the twin answer 75 to 90 % of their calls and chats in time")
  func twinIsStaffed() throws {
    for name in ["twin/call-center.jsonc", "twin/contact-center.jsonc"] {
      let center = try Self.center(name)
      #expect(center.demand.count >= 4 && center.calendar.days == 5)
      let week = center.demand.reduce(0) { total, demandClass in
        total
          + center.calendar.countedDays.reduce(0) {
            $0 + demandClass.expectedIssues[$1].reduce(0, +)
          }
      }
      #expect(abs(week / 5 - 4000) < 1e-6)
      let simulation = try Simulation(center)
      var levels = Array(repeating: QueueTally(), count: center.channels.count)
      for replication in 0..<4 {
        let observation = try simulation.run(seed: 1, replication: UInt64(replication))
        for (index, tally) in observation.queues.enumerated() {
          levels[simulation.queues[index % simulation.queues.count].channel] += tally
        }
      }
      for (channel, tally) in zip(center.channels, levels) where !channel.medium.isDeferred {
        let level = tally.answeredWithin / tally.offered
        #expect(level > 0.75 && level < 0.9, "\(name), \(channel.name): \(level)")
      }
    }
  }

  @Test("Runs, with the books balanced in every row", arguments: whole)
  func runs(name: String) throws {
    let observation = try Simulation(Self.center(name)).run(seed: 1, replication: 0)
    #expect(observation.contacts > 5_000)
    #expect(observation.queues.allSatisfy { $0.booksBalance })
    #expect(observation.issues.allSatisfy { $0.booksBalance })
  }

  @Test("The schema in the folder is the one that the program prints")
  func schemaIsCurrent() throws {
    let stored = try Data(contentsOf: Self.folder.appending(path: "switchboard.schema.json"))
    #expect(String(decoding: stored, as: UTF8.self) == JSONSchema.scenario())
  }

  /// The first days alone, where nothing in the file is about later ones.
  private static func shortened(_ name: String) throws -> Center {
    let edits = ["calendar.days=1", "calendar.warmUpDays=0", "calendar.followUpDays=0"]
    let short = try? ScenarioFile(
      folder.appending(path: name).path, edits: edits, allowOutside: false)
    return try short?.center ?? center(name)
  }

  /// One block of replications more than one, so that the second worker has work too.
  @Test(
    "Gives the same for one worker and for two, alone and beside another",
    .enabled(if: isRelease), arguments: whole)
  func workers(name: String) async throws {
    let design = Design(try Simulation(Self.shortened(name)))
    let replications = Experiment.blockLength + 1
    let alone = try await Experiment(designs: [design], seed: 3, replications: replications)
      .run(workers: 1)
    let other = Design(try Simulation(Self.shortened("one-queue.jsonc")))
    let paired = try await Experiment(
      designs: [other, design], seed: 3, replications: replications
    ).run(workers: 2)
    #expect(alone[0] == paired[1])
  }

  /// One replication's deviation x − R·y has mean zero under the exact R; 20 of them, |t| < 5.05
  /// (19 degrees of freedom), a false alarm in 14,000.
  @Test("One queue agrees with Erlang C")
  func oneQueueAgrees() throws {
    let exact = try ErlangC(offeredLoad: 10, handleTime: 180, agents: 13)
      .serviceLevel(within: 20)
    let simulation = try Simulation(Self.center("one-queue.jsonc"))
    let terms = try (0..<20).map { replication -> Double in
      let observation = try simulation.run(seed: 1, replication: UInt64(replication))
      let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
      return total.answeredWithin - exact * total.offered
    }
    var moments = Moments()
    for term in terms { moments.add(term) }
    let mean = try #require(moments.mean)
    let variance = try #require(moments.variance)
    #expect(abs(mean) < 5.05 * (variance / 20).squareRoot())
  }
}
