import Center
import EventKernel
import SpecialFunctions
import TestCenters
import Testing

@testable import CenterSimulation

/// The alarm must ring: a replication whose tallies were tampered with is found out.
@Suite("Breached promises")
struct BreachTests {
  private func finished() throws -> Engine<EveryCenter> {
    let simulation = try Simulation(mixedCenter())
    var engine = Engine<EveryCenter>(
      plan: simulation.plan, seed: 1, streams: ReplicationStreams(0))
    try engine.run()
    return engine
  }

  @Test("An honest replication breaks none")
  func honest() throws {
    let engine = try finished()
    let breach = engine.breach()
    #expect(breach == nil)
  }

  @Test("A class with more births on a day than have numbers is refused")
  func births() throws {
    var engine = try finished()
    let honest = Result { try engine.checkLimits() }
    #expect(throws: Never.self) { try honest.get() }
    engine.births[1].number = Int32(SimulationLimit.mostBirths) + 1
    let refused = Result { try engine.checkLimits() }
    let error = #expect(throws: SimulationLimit.self) { try refused.get() }
    #expect(error?.kind == .births)
    // No check is further away, and the numbers of induced issues begin behind.
    #expect(SimulationLimit.mostBirths + 0x1_0000 + 2 * Int(BirthDraws.batch) < 1 << 30)
  }

  @Test("A contact too many is missed in the books")
  func books() throws {
    var engine = try finished()
    engine.queueTallies[engine.queueTallies.count / 2].entered += 1
    let found = engine.breach()
    let breach = try #require(found)
    #expect(breach.contains("do not balance"))
  }

  @Test("An issue that nobody accounts for is missed")
  func issues() throws {
    var engine = try finished()
    engine.issueTallies[0].born += 1
    let found = engine.breach()
    let breach = try #require(found)
    #expect(breach.contains("unaccounted"))
  }

  @Test("Waits that do not add up to the area under the queues are noticed, to a part in a billion")
  func waits() throws {
    var engine = try finished()
    engine.waitsInsideCountedTime.add(engine.waitsInsideCountedTime.value * 1e-8 + 1e-5)
    let found = engine.breach()
    let breach = try #require(found)
    #expect(breach.contains("area under the queues"))
  }

  @Test("Agent time that is neither busy nor idle is noticed")
  func agentTime() throws {
    var engine = try finished()
    engine.teamTallies[40].present += 1
    let found = engine.breach()
    let breach = try #require(found)
    #expect(breach.contains("agent time"))
  }
}
