import Center
import TestCenters
import Testing

@testable import CenterSimulation

/// The engine for plain centers leaves out what they do not use, and nothing else.
@Suite("An engine compiled for plain centers")
struct EngineScopeTests {
  /// Queues, teams, self-service, redials and repeats, one chat at a time.
  private func plainSimulation() throws -> Simulation {
    var center = try mixedCenter()
    center.channels[1].concurrency = .single
    return try Simulation(center)
  }

  @Test("It gives what the whole engine gives")
  func equality() throws {
    let simulation = try plainSimulation()
    #expect(simulation.plan.mechanisms.isEmpty)
    for replication in 0..<3 as Range<UInt64> {
      let plain = try simulation.run(PlainCenter.self, seed: 1, replication: replication)
      let whole = try simulation.run(EveryCenter.self, seed: 1, replication: replication)
      #expect(plain == whole)
    }
  }

  @Test("A center with a mechanism is not plain")
  func mechanisms() throws {
    #expect(try Simulation(mixedCenter()).plan.mechanisms == .sideBySide)
  }
}
