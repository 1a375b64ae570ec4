@testable import Stochastics

/// Uniform numbers for tests: the lanes of one named stream, one after another.
func draws(_ count: Int, stream: String, seed: UInt64 = 20_26) -> [Double] {
  let source = RandomSource(seed: seed, replication: 0)
  let stream = StreamIdentifier(stream)
  var numbers: [Double] = []
  numbers.reserveCapacity(count + 3)
  var issue = 0
  while numbers.count < count {
    let lane = source.lane(stream: stream, day: 0, issue: issue, kind: .issue)
    numbers += [lane.u0, lane.u1, lane.u2, lane.u3]
    issue += 1
  }
  return Array(numbers.prefix(count))
}

/// √n times the Kolmogorov-Smirnov distance between numbers and the uniform distribution.
///
/// Exceeds `kolmogorovLimit` with probability 0.001 at most, for every n (Massart 1990).
func kolmogorov(_ uniforms: [Double]) -> Double {
  let count = Double(uniforms.count)
  var distance = 0.0
  for (index, uniform) in uniforms.sorted().enumerated() {
    distance = max(distance, uniform - Double(index) / count, Double(index + 1) / count - uniform)
  }
  return distance * count.squareRoot()
}

/// √(ln(2/α)/2) for α = 0.001.
let kolmogorovLimit = 1.9495

/// Standard errors that a normal estimate exceeds, up or down, with probability 1e-5.
let normalLimit = 4.42

/// The correlation coefficient of two samples.
func correlation(_ left: [Double], _ right: [Double]) -> Double {
  let count = Double(left.count)
  let leftMean = left.reduce(0, +) / count
  let rightMean = right.reduce(0, +) / count
  var products = 0.0
  var leftSquares = 0.0
  var rightSquares = 0.0
  for (a, b) in zip(left, right) {
    products += (a - leftMean) * (b - rightMean)
    leftSquares += (a - leftMean) * (a - leftMean)
    rightSquares += (b - rightMean) * (b - rightMean)
  }
  return products / (leftSquares * rightSquares).squareRoot()
}
