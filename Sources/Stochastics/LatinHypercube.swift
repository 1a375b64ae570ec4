/// A Latin hypercube sample: a few points that fill a cube of many dimensions evenly.
///
/// Each axis is cut into as many strata as there are points, and each stratum of each axis holds
/// exactly one point: every single factor is seen at as many values as there are points. Of several
/// such samples the one is taken whose two nearest points are farthest apart (maximin).
///
///     let sample = LatinHypercube(points: 20, axes: [StreamIdentifier("x")], seed: 1)
///     sample.strata[0][0]  // 0…19
///
/// A function of its arguments alone, by addressed random numbers.
///
/// Source: McKay, Beckman, Conover (1979), DOI 10.2307/1268522; Johnson, Moore, Ylvisaker (1990),
/// DOI 10.1016/0378-3758(90)90122-B.
public struct LatinHypercube: Sendable, Equatable {
  /// For each point and axis the stratum, in `0..<points`.
  public let strata: [[Int]]
  /// For each point and axis where the point lies within its stratum, in the open interval (0, 1).
  public let positions: [[Double]]

  /// Samples of which the best is taken, at most.
  private static let mostCandidates = 64
  /// Distances that are computed to find it, about.
  private static let mostDistances = 20_000_000

  /// Draws a sample.
  ///
  /// - Parameters:
  ///   - points: How many, `≥ 0`.
  ///   - axes: The names of the axes, each different; the draws of an axis depend on no other.
  ///   - seed: Another seed, another sample.
  /// - Complexity: O(`points`² × axes) for each of up to 64 candidates, fewer of them for many
  ///   points.
  public init(points: Int, axes: [StreamIdentifier], seed: UInt64) {
    precondition(points >= 0, "a sample has no negative number of points")
    let source = RandomSource(seed: seed, replication: 0)
    let work = max(1, points * points / 2 * axes.count)
    let candidates = max(1, min(Self.mostCandidates, Self.mostDistances / work))
    var best = Self.permutations(points, axes, 0, source)
    var chosen = 0
    if candidates > 1 {
      var farthest = Self.nearestDistance(best)
      for candidate in 1..<candidates {
        let other = Self.permutations(points, axes, candidate, source)
        let distance = Self.nearestDistance(other)
        guard distance > farthest else { continue }
        (best, farthest, chosen) = (other, distance, candidate)
      }
    }
    let permutations = best
    strata = (0..<points).map { point in axes.indices.map { permutations[$0][point] } }
    positions = (0..<points).map { point in
      axes.map { Self.lane(source, $0, chosen, point).u1 }
    }
  }

  /// For each axis the strata in the order of the points (Fisher, Yates).
  private static func permutations(
    _ points: Int, _ axes: [StreamIdentifier], _ candidate: Int, _ source: RandomSource
  ) -> [[Int]] {
    axes.map { axis in
      var strata = Array(0..<points)
      for last in stride(from: points - 1, to: 0, by: -1) {
        let draw = lane(source, axis, candidate, last).u0
        strata.swapAt(last, Int(draw * Double(last + 1)))
      }
      return strata
    }
  }

  private static func lane(
    _ source: RandomSource, _ axis: StreamIdentifier, _ candidate: Int, _ point: Int
  ) -> Lane {
    source.lane(stream: axis, day: Int32(candidate), issue: point, kind: .sample)
  }

  /// The square of the distance of the two nearest points, in strata.
  private static func nearestDistance(_ axes: [[Int]]) -> Int {
    var nearest = Int.max
    for first in 0..<(axes.first?.count ?? 0) {
      for second in 0..<first {
        var distance = 0
        for axis in axes {
          let step = axis[first] - axis[second]
          distance += step * step
        }
        nearest = min(nearest, distance)
      }
    }
    return nearest
  }
}
