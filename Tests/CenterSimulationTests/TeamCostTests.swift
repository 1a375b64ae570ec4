import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Sites and vendors")
struct TeamCostTests {
  @Test("A site is paid by the hour, a vendor by the contact and the minute of work, exactly")
  func costs() throws {
    var center = oneQueue(
      perHour: 50, talk: .exponential(try Exponential(mean: 200)), agents: 2,
      wrapUp: .constant(try Constant(mean: 20)))
    var vendor = center.teams[0]
    vendor.name = "vendor"
    vendor.skills = [Skill(channel: "voice", rank: 2)]
    center.teams[0].wage = 30
    center.teams.append(vendor)
    let plain = try Simulation(center).run(seed: 51, replication: 0)
    center.teams[1].cost = TeamCost(perContact: 1.5, perMinute: 0.75)
    let charged = try Simulation(center).run(seed: 51, replication: 0)
    var contacts = 0.0
    for interval in 0..<48 {
      let (site, vendor) = (charged.teams[2 * interval], charged.teams[2 * interval + 1])
      #expect(site.cost == 60)
      #expect(abs(vendor.cost - (1.5 * vendor.handled + 0.75 * vendor.busy / 60)) < 1e-9)
      contacts += vendor.handled
    }
    #expect(contacts > 500)
    // Money moves nothing.
    #expect(charged.queues == plain.queues && charged.waits == plain.waits)
  }

  @Test("Charges below nothing are refused")
  func refused() throws {
    var center = oneQueue(perHour: 5, talk: .constant(try Constant(mean: 9)), agents: 1)
    center.teams[0].cost = TeamCost(perContact: -1, perMinute: .infinity)
    #expect(
      center.problems().map(\.path) == [
        ["teams", "agents", "cost", "perContact"], ["teams", "agents", "cost", "perMinute"],
      ])
  }
}
