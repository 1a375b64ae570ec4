/// Stored high-precision values of one function; `make_references.py` writes them.
struct References: Sendable {
  struct Row: Sendable {
    var arguments: [Double]

    /// The exact value, correctly rounded.
    var value: Double

    /// What rounding took from the exact value.
    var residual: Double
  }

  var rows: [Row]

  init(_ text: String) {
    rows = text.split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").map { digits in
        UInt64(digits, radix: 16).map(Double.init(bitPattern:)) ?? .nan
      }
      return Row(
        arguments: Array(numbers.dropLast(2)), value: numbers[numbers.count - 2],
        residual: numbers[numbers.count - 1])
    }
  }

  /// The largest error in units of the last place of the exact value, and where it occurs.
  func largestErrorInUlps(of function: ([Double]) -> Double) -> (error: Double, at: [Double]) {
    largest { row in ((function(row.arguments) - row.value) - row.residual) / row.value.ulp }
  }

  /// The largest relative error, and where it occurs.
  func largestRelativeError(of function: ([Double]) -> Double) -> (error: Double, at: [Double]) {
    largest { row in ((function(row.arguments) - row.value) - row.residual) / row.value }
  }

  private func largest(_ error: (Row) -> Double) -> (error: Double, at: [Double]) {
    var worst = (error: 0.0, at: [Double]())
    for row in rows {
      let magnitude = error(row).magnitude
      // Written so that a NaN counts as the worst.
      if !(magnitude <= worst.error) { worst = (magnitude, row.arguments) }
    }
    return worst
  }
}
