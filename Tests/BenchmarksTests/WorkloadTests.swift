import Arguments
import Center
import CenterSimulation
import Testing

@testable import benchmarks

@Suite("Workloads are those of the documentation")
struct WorkloadTests {
  @Test("W4 has a day of 4,984 calls on average, 0.6 of B for each of A")
  func twoTeams() throws {
    let simulation = try TwoTeams.workload.scenario.simulation()
    let days = simulation.center.demand.map { $0.expectedIssues.map { $0.reduce(0, +) } }
    #expect(days.count == 2 && days[0].count == TwoTeams.days)
    for (first, second) in zip(days[0], days[1]) {
      #expect(abs(first + second - 4_984) < 1e-9)
      #expect(abs(second / first - 0.6) < 1e-12)
    }
    #expect(simulation.center.teams.map(\.name) == ["first", "second"])
  }

  @Test("W3 goes from 10 agents to 100,000, all at load 0.9")
  func growth() {
    let queues = MultiServerQueue.growth + [.w1]
    #expect(queues.map(\.agents).sorted() == [10, 100, 1_000, 10_000, 100_000])
    for queue in queues {
      #expect(queue.perHour * queue.talk * 10 == queue.agents * 9 * 3600)
    }
  }

  @Test("Half of a probe's customers are about half of its contacts", arguments: [Probe.w1, .w4])
  func probes(probe: Probe) throws {
    let workload = try #require(try probe.workload())
    let full = try probe.simulation(of: workload, .full).run(seed: 1, replication: 0)
    let half = try probe.simulation(of: workload, .half).run(seed: 1, replication: 0)
    let share = Double(half.contacts) / Double(full.contacts)
    #expect(share > 0.45 && share < 0.55)
    // Of the seven days of W4 the first three are those of both.
    let common = full.queues.count * 3 / 7
    if probe == .w4 {
      #expect(full.queues[..<common].elementsEqual(half.queues[..<common]))
      #expect(half.queues[common...].allSatisfy { $0.offered == 0 })
    }
  }

  @Test("The list of workloads is read in any case, and nothing else is")
  func lists() throws {
    guard case .run(let arguments) = try Options.declaration.parse(["--only", "w1,W10"]) else {
      Issue.record("the workloads are not read")
      return
    }
    #expect(arguments[Options.only]?.wanted == ["W1", "W10"])
    for words in [["--only", "W11"], ["--only", ""], ["--rounds", "0"], ["--format", "xml"]] {
      #expect(throws: (any Error).self) { try Options.declaration.parse(words) }
    }
  }
}
