import Center
import CenterSimulation
import EventKernel
import Testing

@testable import benchmarks

@Suite("A floor simulates the same customers as the engine")
struct FloorTests {
  /// The workloads, small enough for a debug build.
  private static let small: [(workload: Workload, edits: [String])] = [
    (
      MultiServerQueue(perHour: 108, talk: 300, agents: 10, days: 2).workload("W1"), []
    ),
    (
      ImpatientQueue(perHour: 120, talk: 300, patience: 600, agents: 10, days: 2).workload("W2"), []
    ),
    (TwoTeams.workload, ["calendar.days=2"]),
    (
      ChatTeam(perHour: 234, talk: 360, agents: 10, throughput: [1, 1.7, 2.2, 2.6], days: 1)
        .workload("W7"), []
    ),
  ]

  @Test("Counts and sums of waits agree in every replication", arguments: small.indices)
  func agreement(index: Int) throws {
    let (workload, edits) = Self.small[index]
    let simulation = try workload.scenario.simulation(edits: edits)
    let floor = try #require(try workload.floor?(simulation.center.calendar))
    for replication in 0..<2 as Range<UInt64> {
      let engine = WaitTotals(try simulation.run(seed: 7, replication: replication))
      let totals = floor.run(seed: 7, replication: replication)
      #expect(totals.agrees(with: engine), "\(workload.id): \(totals) and \(engine)")
      #expect(engine.answered > 1_000 && engine.delayed > 0, "\(workload.id): nobody waited")
      // Other customers wait for another time.
      #expect(!totals.agrees(with: floor.run(seed: 8, replication: replication)))
    }
  }

  @Test("A millisecond among thousands of waits is a disagreement")
  func disagreement() {
    let totals = WaitTotals(answered: 285_000, delayed: 80_000, waits: 2e5)
    var other = totals
    other.waits += 0.001
    #expect(!totals.agrees(with: other))
    other.waits = totals.waits * (1 + 1e-12)
    #expect(totals.agrees(with: other))
  }

  @Test("Callers leave a line in the order in which they came, also around its end")
  func lines() {
    var lines = Lines(count: 2, vacant: 0)
    for round in 0..<3 {
      for caller in 0..<10_000 { lines.append(round * 10_000 + caller, to: 1) }
      for caller in 0..<10_000 {
        let first = lines.first(1)
        #expect(first == round * 10_000 + caller)
        lines.removeFirst(1)
      }
    }
    let isEmpty = lines.isEmpty(0) && lines.isEmpty(1)
    #expect(isEmpty)
  }

  @Test("The tournament knows the earliest end whatever changes")
  func nextEnds() {
    var ends = NextEnds(agents: 13)
    var times = Array(repeating: Double.infinity, count: 13)
    var random = SplitMix(stream: 3)
    for _ in 0..<2_000 {
      let agent = Int(random.uniform() * 13)
      let time = random.uniform() < 0.2 ? .infinity : random.uniform()
      ends.set(agent, to: time)
      times[agent] = time
      let earliest = ends.earliest
      #expect(earliest.time == times.min())
      #expect(times[earliest.agent] == earliest.time)
    }
  }
}
