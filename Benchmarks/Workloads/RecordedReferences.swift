import CenterSimulation

/// Simulates what the references are made of.
enum RecordedReferences {
  private static let seed: UInt64 = 2_026

  /// The rows of `References`, as its source has them.
  ///
  /// - Parameter replications: How many; the largest centers make a tenth.
  static func text(replications: Int) throws -> String {
    var lines: [String] = []
    for workload in try Workload.all() {
      Output.message("\(workload.id) …")
      let simulation = try workload.scenario.simulation()
      let count = workload.id.hasSuffix("000") ? max(20, replications / 20) : replications
      var values = workload.answers.map { _ in [Double]() }
      for replication in 0..<UInt64(count) {
        let observation = try simulation.run(seed: seed, replication: replication)
        for (index, answer) in workload.answers.enumerated() {
          values[index].append(answer.value(observation))
        }
      }
      for (answer, values) in zip(workload.answers, values) {
        lines.append(line(workload.id, answer.name, values))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ workload: String, _ answer: String, _ values: [Double]) -> String {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1)).squareRoot()
    return """
          row(
            "\(workload)", "\(answer)", \(mean), standardError: \(digits(deviation / count.squareRoot())),
            deviation: \(digits(deviation))),
      """
  }

  /// Three digits.
  private static func digits(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var scale = 1.0
    while value * scale < 100 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
