import Foundation

/// What a run of the benchmarks says, as `--format json` writes it.
///
///     {
///       "form" : "switchboard-benchmarks/2",
///       "workloads" : [
///         { "id" : "W1", "title" : "M/M/100 at load 0.9", "unit" : "ns", "count" : 285120,
///           "engine" : { "minimum" : …, "median" : …, "spread" : …, "values" : [ … ] },
///           "floor" : { … }, "ratio" : { … }, "instructions" : … } ],
///       "checks" : [
///         { "name" : "…", "outcome" : "passed", "detail" : "…" } ]
///     }
///
/// `engine` and `floor` are in `unit`, for each of what `count` counts; `ratio` is the first over
/// the second. `values` has one number for each round, in order; `spread` is the distance between
/// the quartiles. A workload without a floor has neither `floor` nor `ratio`, and `instructions`
/// are there where they were counted. `outcome` is `passed`, `failed` or `skipped`. Members may be
/// added within form 2; none changes its meaning.
struct BenchmarkReport: Encodable {
  struct Workload: Encodable {
    let id: String
    let title: String
    let unit: Unit
    /// Contacts, requirements or rows of a round, or 1.
    let count: Int
    let engine: Samples
    var floor: Samples?
    var ratio: Samples?
    var instructions: Double?

    /// What charts of many runs call it.
    var name: String { "\(id) \(title)" }
  }

  enum Unit: String, Encodable {
    case nanoseconds = "ns"
    case milliseconds = "ms"
    /// A part of something, such as the time of one worker.
    case share

    /// How many nanoseconds it is; `nil` if it is no time.
    var inNanoseconds: Double? {
      switch self {
      case .nanoseconds: 1
      case .milliseconds: 1e6
      case .share: nil
      }
    }
  }

  let form = "switchboard-benchmarks/2"
  let workloads: [Workload]
  let checks: [Check]
}

extension BenchmarkReport.Workload {
  init(_ measurement: Measurement, instructions: Double?) {
    let hasFloor = !measurement.ratios.isEmpty
    self.init(
      id: measurement.workload.id, title: measurement.workload.title, unit: .nanoseconds,
      count: measurement.contacts, engine: Samples(measurement.engine),
      floor: hasFloor ? Samples(measurement.floorTimes) : nil,
      ratio: hasFloor ? Samples(measurement.ratios) : nil, instructions: instructions)
  }
}
