import Center
import CenterSimulation
import Experiments
import Foundation
import OutputAnalysis
import Testing

/// A table of a page that a test makes: its header as the page has it, and every line below.
struct AnswerTable {
  let header: String
  var lines: [String] = []

  init(_ columns: String...) { header = "| " + columns.joined(separator: " | ") + " |" }

  mutating func append(_ cells: String...) {
    lines.append("| " + cells.joined(separator: " | ") + " |")
  }

  /// Fails, and shows the table as it should be, unless the page has it line by line.
  func expect(in page: String) throws {
    let rows = try ShippedScenario.page(page).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let start = try #require(
      rows.firstIndex(of: header), "\(page) lacks the header\n\(header)")
    let shown = Array(rows[(start + 2)...].prefix { $0.hasPrefix("|") })
    #expect(shown == lines, "\(page) should have\n\(header)\n\(lines.joined(separator: "\n"))")
  }
}

/// Numbers as the tables show them.
enum AnswerText {
  static func number(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }

  static func percent(_ value: Double, _ decimals: Int = 2) -> String {
    number(value * 100, decimals) + " %"
  }

  /// A value and half its 95 % interval.
  static func estimate(_ estimate: Estimate, _ decimals: Int) -> String {
    "\(number(estimate.value, decimals)) ± \(number(estimate.interval?.halfWidth ?? .nan, decimals))"
  }

  static func percent(_ estimate: Estimate) -> String {
    "\(number(estimate.value * 100, 2)) ± "
      + "\(number((estimate.interval?.halfWidth ?? .nan) * 100, 2)) %"
  }
}

extension ShippedScenario {
  /// What `switchboard simulate` finds, with the replications and the seed that it takes unless
  /// told otherwise.
  static func result(_ center: Center) async throws -> DesignResult {
    let design = Design(try Simulation(center))
    return try await Experiment(designs: [design], seed: 1, replications: 100).run(workers: 2)[0]
  }
}

extension DesignResult {
  /// A measure of the whole center.
  func estimate(_ column: String) throws -> Estimate {
    let position = try #require(Measure.position(of: column))
    return try #require(estimate(of: position, inRow: 0))
  }

  /// A measure of the whole center in a counted interval.
  func estimate(_ column: String, interval: Int) throws -> Estimate {
    let position = try #require(Measure.position(of: column))
    return try #require(estimate(of: position, inIntervalRow: 0, interval: interval))
  }
}
