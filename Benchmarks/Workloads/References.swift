/// What replications of the workloads come to, and how they vary.
///
///     swift run -c release benchmarks --references
///
/// prints these rows, from replications of another seed than that of the measurements. Those of W4
/// and W7 come from engine and floor alike: the two agree in every replication. Where theory gives
/// a value, it is compared with that, and only the deviation is taken from here.
enum References {
  struct Row {
    let workload: String
    let answer: String
    let reference: Reference
  }

  static let rows: [Row] = []

  /// The row of an answer; `nil` if it has not been recorded.
  static func reference(_ workload: String, _ answer: String) -> Reference? {
    rows.first { $0.workload == workload && $0.answer == answer }?.reference
  }

  private static func row(
    _ workload: String, _ answer: String, _ value: Double, standardError: Double, deviation: Double
  ) -> Row {
    Row(
      workload: workload, answer: answer,
      reference: Reference(value: value, standardError: standardError, deviation: deviation))
  }
}
