import Foundation
import Testing

@testable import benchmarks

/// What the readers of the three forms look for, by a parser that knows nothing of ours.
@Suite("A run is written in the forms that other programs read")
struct ReportFormTests {
  private static let report = BenchmarkReport(
    workloads: [
      .init(
        id: "W1", title: "M/M/100 at load 0.9", unit: .nanoseconds, count: 285_120,
        engine: Samples([200, 240, 220, 210, 230]), floor: Samples([100, 110, 105, 102, 108]),
        ratio: Samples([2, 2.2, 2.1, 2.05, 2.15]), instructions: 2_600.5),
      .init(
        id: "W9", title: "Read", unit: .milliseconds, count: 1, engine: Samples([3, 4, 5])),
      .init(id: "W8", title: "Two workers", unit: .share, count: 9, engine: Samples([0.5, 0.6])),
    ], checks: [Check("W1: right", true, "1 = 1"), Check("W2: unknown", skipped: "no tool")])

  private static func parsed(_ form: ReportForm) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(form.text(report).utf8))
  }

  @Test("Our own form says which it is, and has every round")
  func json() throws {
    let object = try #require(try Self.parsed(.json) as? [String: Any])
    #expect(object["form"] as? String == "switchboard-benchmarks/2")
    let workloads = try #require(object["workloads"] as? [[String: Any]])
    #expect(workloads.compactMap { $0["id"] as? String } == ["W1", "W9", "W8"])
    #expect(workloads.compactMap { $0["unit"] as? String } == ["ns", "ms", "share"])
    let engine = try #require(workloads[0]["engine"] as? [String: Any])
    #expect(engine["values"] as? [Double] == [200, 240, 220, 210, 230])
    #expect(engine["minimum"] as? Double == 200)
    #expect(engine["median"] as? Double == 220)
    #expect(engine["spread"] as? Double == 20)
    #expect(workloads[0]["instructions"] as? Double == 2_600.5)
    #expect(workloads[1]["floor"] == nil && workloads[1]["ratio"] == nil)
    let checks = try #require(object["checks"] as? [[String: String]])
    #expect(checks.map { $0["outcome"] } == ["passed", "skipped"])
  }

  /// An array of objects: name, unit and value are needed, range and extra are texts.
  @Test("github-action-benchmark finds a name, a unit and a value in every entry")
  func github() throws {
    let entries = try #require(try Self.parsed(.githubActionBenchmark) as? [[String: Any]])
    #expect(entries.count == 5)
    for entry in entries {
      #expect(Set(entry.keys).isSubset(of: ["name", "unit", "value", "range", "extra"]))
      #expect(entry["unit"] is String && entry["value"] is Double)
      #expect(entry["extra"] is String)
    }
    let names = entries.compactMap { $0["name"] as? String }
    #expect(Set(names).count == entries.count)
    #expect(entries[0]["value"] as? Double == 220)
    #expect(entries[0]["range"] as? String == "± 10.0")
    #expect(entries[1]["unit"] as? String == "times")
    #expect(entries[2]["value"] as? Double == 2_600.5 && entries[2]["range"] == nil)
  }

  /// `https://bencher.dev/bmf.json`: benchmark, measure, then value with two optional bounds.
  @Test("Bencher finds a value between its bounds in every measure, and latencies in nanoseconds")
  func bencher() throws {
    let benchmarks = try #require(try Self.parsed(.bencher) as? [String: [String: Any]])
    #expect(benchmarks.count == 3)
    for (name, measures) in benchmarks {
      #expect(!measures.isEmpty && name.count <= 1_024)
      for (slug, metric) in measures {
        let metric = try #require(metric as? [String: Double])
        #expect(slug.count <= 64 && Set(metric.keys).isSubset(of: Self.bencherKeys))
        let value = try #require(metric["value"])
        #expect(metric["lower_value"] ?? value <= value && value <= metric["upper_value"] ?? value)
      }
    }
    let read = benchmarks["W9 Read"]?["latency"] as? [String: Double]
    #expect(read == ["value": 4e6, "lower_value": 3.5e6, "upper_value": 4.5e6])
    #expect(benchmarks["W8 Two workers"]?["latency"] == nil)
    #expect(benchmarks["W8 Two workers"]?["share"] != nil)
  }

  private static let bencherKeys: Set = ["value", "lower_value", "upper_value"]

  @Test("The table has a row for each program and each check")
  func table() throws {
    let text = try ReportForm.table.text(Self.report)
    for piece in ["W1: M/M/100 at load 0.9", "floor", "W9: Read", "W2: unknown", "skipped"] {
      #expect(text.contains(piece), "\(piece)")
    }
  }
}
