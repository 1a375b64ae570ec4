/// What a quantity was in each round.
struct Samples: Encodable {
  let minimum: Double
  let median: Double
  /// The distance between the quartiles.
  let spread: Double
  let values: [Double]

  /// - Precondition: There is a value.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    minimum = sorted[0]
    median = Samples.quantile(0.5, of: sorted)
    spread = Samples.quantile(0.75, of: sorted) - Samples.quantile(0.25, of: sorted)
    self.values = values
  }

  /// The quartiles.
  var quartiles: ClosedRange<Double> {
    let sorted = values.sorted()
    return Samples.quantile(0.25, of: sorted)...Samples.quantile(0.75, of: sorted)
  }

  /// The value below which a share of the sorted values lies; interpolates between neighbours.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
