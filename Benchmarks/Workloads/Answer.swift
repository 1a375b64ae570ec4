import CenterSimulation

/// A number that a replication gives, and what it is on average.
struct Answer {
  let name: String
  /// What theory says; none where nobody knows.
  var exact: Double?
  /// What one replication says.
  let value: @Sendable (Observation) -> Double

  /// What it is on average, from theory or from the stored replications of a workload.
  func reference(of workload: String) -> Reference? {
    guard let stored = References.reference(workload, name) else { return nil }
    guard let exact else { return stored }
    return Reference(value: exact, standardError: 0, deviation: stored.deviation)
  }

  /// Whether the mean of replications is within four standard errors.
  func check(_ values: [Double], of workload: String) -> Check {
    let name = "\(workload): \(name) is \(exact == nil ? "the reference's" : "that of theory")"
    guard let reference = reference(of: workload) else {
      return Check(name, false, "there is no reference; see benchmarks --references")
    }
    let mean = values.reduce(0, +) / Double(values.count)
    let score = reference.score(ofMean: mean, over: values.count)
    return Check(
      name, abs(score) < 4,
      "\(rounded(mean)), \(exact == nil ? "stored" : "exact") \(rounded(reference.value)), "
        + "\(rounded(score)) standard errors")
  }

  /// Six digits.
  private func rounded(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    var scale = 1.0
    while value.magnitude * scale < 1e5 { scale *= 10 }
    return "\((value * scale).rounded() / scale)"
  }
}

/// What a number is on average, and how replications vary about it.
///
/// The variation is stored, not estimated from the few replications that are compared, so that four
/// standard errors mean the same however many those are: a false alarm in 16,000.
struct Reference {
  let value: Double
  /// Of `value` itself: zero where theory gives it.
  let standardError: Double
  /// Standard deviation of a replication.
  let deviation: Double

  /// How many standard errors the mean of replications is away.
  func score(ofMean mean: Double, over count: Int) -> Double {
    let own = deviation * deviation / Double(count)
    return (mean - value) / (own + standardError * standardError).squareRoot()
  }
}
