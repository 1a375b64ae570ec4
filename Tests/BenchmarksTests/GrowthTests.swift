import Foundation
import Testing

@testable import benchmarks

@Suite("The documented growth is what its table says")
struct GrowthTests {
  private static let catalog = "Sources/CenterSimulation/CenterSimulation.docc"

  private static func rows() throws -> [GrowthTable.Row] {
    GrowthTable.rows(ofPage: try Repository.text("\(catalog)/HowFast.md"))
  }

  @Test("The page has a table of every size, as the program prints it")
  func table() throws {
    let rows = try Self.rows()
    #expect(rows.map(\.agents) == [10, 100, 1_000, 10_000, 100_000])
    let page = try Repository.text("\(Self.catalog)/HowFast.md")
    #expect(page.contains(GrowthTable.markdown(rows)))
  }

  @Test("The chart is drawn from the table")
  func chart() throws {
    let chart = try Repository.text("\(Self.catalog)/Resources/growth.svg")
    let rows = try Self.rows()
    try #require(rows.count == 5)
    #expect(chart == GrowthChart(rows).svg)
    #expect(chart.components(separatedBy: "<circle ").count - 1 == 10)
    #expect(chart.components(separatedBy: "<polyline ").count - 1 == 2)
  }

  @Test("A contact among 10,000 agents costs less than two among 10")
  func growth() throws {
    let rows = try Self.rows()
    let small = try #require(rows.first { $0.agents == 10 })
    let large = try #require(rows.first { $0.agents == 10_000 })
    #expect(large.engine < 2 * small.engine)
    for row in rows { #expect(abs(row.engine / row.floor / row.ratio - 1) < 0.25, "\(row)") }
  }

  @Test("Thousands stand apart")
  func thousands() {
    #expect(
      [1, 12, 123, 1_234, 1_234_567].map(GrowthTable.grouped) == [
        "1", "12", "123", "1,234", "1,234,567",
      ])
  }
}
