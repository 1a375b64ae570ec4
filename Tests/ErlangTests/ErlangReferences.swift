/// Stored high-precision values; `make_references.py` writes them and says what the columns are.
struct ErlangReferences: Sendable {
  var rows: [[Double]]

  init(_ text: String) {
    rows = text.split(separator: "\n").map { line in
      line.split(separator: " ").map { Double($0) ?? .nan }
    }
  }
}

/// |value/exact − 1|; zero where both are zero, and a NaN where either is one.
func relativeError(_ value: Double, _ exact: Double) -> Double {
  value == exact ? 0 : ((value - exact) / exact).magnitude
}

/// Evenly spread numbers in `range`, the same in every run: multiples of the golden section.
func spread(_ count: Int, over range: ClosedRange<Double>) -> [Double] {
  (1...count).map { index in
    let product = Double(index) * 0.6180339887498949
    let fraction = product - product.rounded(.down)
    return range.lowerBound + fraction * (range.upperBound - range.lowerBound)
  }
}
