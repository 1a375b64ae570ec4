import Testing

@testable import Stochastics

@Suite("A Latin hypercube sample fills the cube evenly")
struct LatinHypercubeTests {
  private let axes = ["x", "y", "z"].map { StreamIdentifier($0) }

  @Test("Each stratum of each axis holds one point", arguments: [1, 2, 7, 50, 400])
  func strata(points: Int) {
    let sample = LatinHypercube(points: points, axes: axes, seed: 3)
    #expect(sample.strata.count == points)
    for axis in axes.indices {
      #expect(sample.strata.map { $0[axis] }.sorted() == Array(0..<points))
    }
    #expect(sample.positions.joined().allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test("The same arguments give the same sample, another seed another")
  func seeds() {
    let sample = LatinHypercube(points: 30, axes: axes, seed: 1)
    #expect(LatinHypercube(points: 30, axes: axes, seed: 1) == sample)
    #expect(LatinHypercube(points: 30, axes: axes, seed: 2) != sample)
    #expect(LatinHypercube(points: 0, axes: axes, seed: 1).strata.isEmpty)
  }

  /// Two points of ten on a line through the square are nearest when their strata are neighbours on
  /// both axes: √2. A sample drawn once has such a pair nearly always.
  @Test("The nearest points of the sample taken are farther apart than those of most samples")
  func maximin() {
    func nearest(_ strata: [[Int]]) -> Int {
      strata.indices.flatMap { first in
        (0..<first).map { second in
          zip(strata[first], strata[second]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
      }.min() ?? 0
    }
    let samples = (1...10).map { LatinHypercube(points: 10, axes: Array(axes[..<2]), seed: $0) }
    #expect(samples.allSatisfy { nearest($0.strata) >= 5 })
  }
}
