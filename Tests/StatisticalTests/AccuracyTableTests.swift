import Center
import CenterSimulation
import Erlang
import Experiments
import Foundation
import OutputAnalysis
import Reports
import Stochastics
import TestCenters
import Testing

/// The README's table of simulated against exact values is made here, line by line.
@Suite("The README's accuracy table", .enabled(if: isRelease))
struct AccuracyTableTests {
  @Test("Is what the simulator gives today")
  func tableIsCurrent() async throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let readme = try String(contentsOf: url, encoding: .utf8)
    let lines = try await Self.lines()
    for line in lines {
      #expect(readme.contains(line), "README.md lacks the line\n\(line)")
    }
    let table = readme.split(separator: "\n").drop { !$0.hasPrefix("| Queue | Exact") }
    #expect(table.prefix { $0.hasPrefix("|") }.count == lines.count + 2)
  }

  private static func lines() async throws -> [String] {
    var lines: [String] = []
    for (agents, load) in [(1, 0.7), (5, 4.0), (20, 17.0), (100, 92.0)] {
      let exact = try ErlangC(offeredLoad: load, handleTime: 180, agents: agents)
      let center = oneQueue(
        perHour: load * 20, talk: .exponential(try Exponential(mean: 180)), agents: agents,
        days: max(5, 100 / agents), warmUpDays: 2)
      let name =
        "\(agents) agent\(agents == 1 ? "" : "s"), \(Figures.text(load, decimals: 1)) Erlangs"
      lines += try await [
        line(
          "\(name): answered in 20 s (Erlang C)", exact.serviceLevel(within: 20),
          center, "service_level", seed: UInt64(10 * agents), decimals: 4),
        line(
          "\(name): mean wait [s]", exact.averageSpeedOfAnswer, center, "asa_s",
          seed: UInt64(10 * agents + 1), decimals: 2),
      ]
    }
    let trunks = oneQueue(
      perHour: 20 * 20, talk: .exponential(try Exponential(mean: 180)), agents: 24, trunks: 24,
      days: 5)
    lines.append(
      try await line(
        "24 lines, 20 Erlangs: busy tone (Erlang B)",
        try ErlangB(offeredLoad: 20, servers: 24).blockingProbability, trunks, "blocking_rate",
        seed: 2, decimals: 4))
    let single = oneQueue(
      perHour: 14, talk: .logNormal(try LogNormal(mean: 180, cv: 0.9)), agents: 1, days: 100)
    lines.append(
      try await line(
        "1 agent, log-normal talk: mean wait [s] (Pollaczek-Khinchine)",
        0.7 * 180 * (1 + 0.81) / (2 * 0.3), single, "asa_s", seed: 3, decimals: 2))
    return lines
  }

  private static func line(
    _ name: String, _ exact: Double, _ center: Center, _ measure: String, seed: UInt64,
    decimals: Int
  ) async throws -> String {
    let design = Design(try Simulation(center))
    let results = try await Experiment(designs: [design], seed: seed, replications: 30)
      .run(workers: 2)
    let position = try #require(Measure.position(of: measure))
    let estimate = try #require(results[0].estimate(of: position, inRow: 0))
    let interval = try #require(estimate.interval)
    func text(_ value: Double) -> String { Figures.text(value, decimals: decimals) }
    return "| \(name) | \(text(exact)) | \(text(estimate.value)) | "
      + "\(text(interval.lower)) to \(text(interval.upper)) |"
  }
}

/// Numbers as the README shows them.
private enum Figures {
  static func text(_ value: Double, decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }
}
