import Testing

@testable import Stochastics

/// Addresses that differ in one place only: their draws are as good as unrelated.
@Suite struct IndependenceTests {
  private static let count = 4_000
  private static let stream = StreamIdentifier("billing")

  private static func column(_ address: (Int) -> Lane) -> [Double] {
    (0..<count).map { address($0).u0 }
  }

  private static let plain = column {
    RandomSource(seed: 1, replication: 0).lane(stream: stream, day: 0, issue: $0, kind: .queue)
  }

  private static let neighbours: [(String, [Double])] = [
    (
      "seed",
      column {
        RandomSource(seed: 2, replication: 0).lane(stream: stream, day: 0, issue: $0, kind: .queue)
      }
    ),
    (
      "replication",
      column {
        RandomSource(seed: 1, replication: 1).lane(stream: stream, day: 0, issue: $0, kind: .queue)
      }
    ),
    (
      "stream",
      column {
        RandomSource(seed: 1, replication: 0).lane(
          stream: StreamIdentifier("billinh"), day: 0, issue: $0, kind: .queue)
      }
    ),
    (
      "day",
      column {
        RandomSource(seed: 1, replication: 0).lane(stream: stream, day: 1, issue: $0, kind: .queue)
      }
    ),
    (
      "issue",
      column {
        RandomSource(seed: 1, replication: 0).lane(
          stream: stream, day: 0, issue: $0 + 1, kind: .queue)
      }
    ),
    (
      "kind",
      column {
        RandomSource(seed: 1, replication: 0).lane(
          stream: stream, day: 0, issue: $0, kind: .service)
      }
    ),
    (
      "occurrence",
      column {
        RandomSource(seed: 1, replication: 0).lane(
          stream: stream, day: 0, issue: $0, kind: .queue, occurrence: 1)
      }
    ),
    (
      "tool",
      column {
        RandomSource(seed: 1, replication: 0).lane(
          stream: stream, day: 0, issue: $0, kind: .queue, tool: StreamIdentifier("bot"))
      }
    ),
  ]

  /// The correlation of independent samples has the standard error 1/√n. False alarm: 1e-5 each.
  @Test func neighboursAreUncorrelated() {
    for (difference, draws) in Self.neighbours {
      let found = correlation(Self.plain, draws)
      #expect(found.magnitude < normalLimit / Double(Self.count).squareRoot(), "\(difference)")
      #expect(kolmogorov(draws) < kolmogorovLimit, "\(difference)")
    }
  }

  @Test func theFourDrawsOfALaneAreUncorrelated() {
    let source = RandomSource(seed: 1, replication: 0)
    let lanes = (0..<Self.count).map {
      source.lane(stream: Self.stream, day: 5, issue: $0, kind: .service)
    }
    let columns = [lanes.map(\.u0), lanes.map(\.u1), lanes.map(\.u2), lanes.map(\.u3)]
    for left in 0..<4 {
      #expect(kolmogorov(columns[left]) < kolmogorovLimit)
      for right in 0..<left {
        let found = correlation(columns[left], columns[right])
        #expect(found.magnitude < normalLimit / Double(Self.count).squareRoot())
      }
    }
  }
}
