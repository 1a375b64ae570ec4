/// What replications of the workloads come to, and how they vary.
///
///     swift run -c release benchmarks --references 400
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

  static let rows: [Row] = [
    row(
      "W1", "mean wait [s]", 6.458302054404416, standardError: 0.0394,
      deviation: 0.788),
    row(
      "W1", "occupancy", 0.8999144673417986, standardError: 0.000122,
      deviation: 0.00245),
    row(
      "W2", "abandoned", 0.032933149964200374, standardError: 6.57e-05,
      deviation: 0.00131),
    row(
      "W2", "mean wait [s]", 19.529873068152334, standardError: 0.0403,
      deviation: 0.806),
    row(
      "W3-10", "mean wait [s]", 200.5112280850468, standardError: 0.542,
      deviation: 10.8),
    row(
      "W3-10", "occupancy", 0.8999979937181053, standardError: 0.00013,
      deviation: 0.00261),
    row(
      "W3-1000", "occupancy", 0.8998667923894687, standardError: 0.000495,
      deviation: 0.00221),
    row(
      "W3-10000", "occupancy", 0.8996975008600112, standardError: 0.000532,
      deviation: 0.00238),
    row(
      "W3-100000", "occupancy", 0.8995446387994509, standardError: 0.000324,
      deviation: 0.00145),
    row(
      "W4", "abandoned", 0.014498175424150597, standardError: 5.82e-05,
      deviation: 0.00116),
    row(
      "W4", "mean wait [s]", 2.0005570278569174, standardError: 0.00823,
      deviation: 0.165),
    row(
      "W6", "answered in time", 0.853062069927761, standardError: 0.000877,
      deviation: 0.0175),
    row(
      "W6", "abandoned", 0.06024623458089893, standardError: 0.000341,
      deviation: 0.00681),
    row(
      "W7", "mean session [s]", 514.7766973470523, standardError: 0.103,
      deviation: 2.05),
    row(
      "W7", "mean wait [s]", 0.07175166223674258, standardError: 0.00349,
      deviation: 0.0698),
  ]

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
