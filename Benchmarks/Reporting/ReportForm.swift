import Foundation
import Reports

/// How a run is written.
enum ReportForm: String, CaseIterable {
  /// Tables for people.
  case table
  /// The form of our own.
  case json
  /// What github-action-benchmark reads as `customSmallerIsBetter`.
  case githubActionBenchmark = "github-action-benchmark"
  /// The Bencher Metric Format.
  case bencher

  func text(_ report: BenchmarkReport) throws -> String {
    switch self {
    case .table: ReportTables.text(report)
    case .json: try Self.json(report)
    case .githubActionBenchmark: try Self.json(report.workloads.flatMap(GithubEntry.entries))
    case .bencher:
      try Self.json(
        Dictionary(
          report.workloads.map { ($0.name, BencherMetric.metrics($0)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Sorted keys: the order of a dictionary changes from run to run.
  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// An entry of github-action-benchmark: smaller is better.
struct GithubEntry: Encodable {
  let name: String
  let unit: String
  let value: Double
  let range: String?
  let extra: String?

  static func entries(_ workload: BenchmarkReport.Workload) -> [GithubEntry] {
    func entry(_ name: String, _ unit: String, _ samples: Samples) -> GithubEntry {
      GithubEntry(
        name: name, unit: unit, value: samples.median, range: "± \(samples.spread / 2)",
        extra: "minimum \(samples.minimum) in \(samples.values.count) rounds")
    }
    var entries = [entry(workload.name, workload.unit.rawValue, workload.engine)]
    if let ratio = workload.ratio {
      entries.append(entry("\(workload.name), against the floor", "times", ratio))
    }
    if let instructions = workload.instructions {
      entries.append(
        GithubEntry(
          name: "\(workload.name), instructions", unit: "instructions", value: instructions,
          range: nil, extra: "by callgrind"))
    }
    return entries
  }
}

/// A measure of a benchmark in the Bencher Metric Format. Its measure `latency` is in nanoseconds.
struct BencherMetric: Encodable {
  let value: Double
  let lower: Double?
  let upper: Double?

  enum CodingKeys: String, CodingKey {
    case value
    case lower = "lower_value"
    case upper = "upper_value"
  }

  /// The median between the quartiles.
  private init(_ samples: Samples, scale: Double = 1) {
    value = samples.median * scale
    lower = samples.quartiles.lowerBound * scale
    upper = samples.quartiles.upperBound * scale
  }

  private init(exactly value: Double) {
    self.value = value
    lower = nil
    upper = nil
  }

  static func metrics(_ workload: BenchmarkReport.Workload) -> [String: BencherMetric] {
    var metrics: [String: BencherMetric] = [:]
    if let scale = workload.unit.inNanoseconds {
      metrics["latency"] = BencherMetric(workload.engine, scale: scale)
    } else {
      metrics["share"] = BencherMetric(workload.engine)
    }
    metrics["floor-ratio"] = workload.ratio.map { BencherMetric($0) }
    metrics["instructions"] = workload.instructions.map { BencherMetric(exactly: $0) }
    return metrics
  }
}
