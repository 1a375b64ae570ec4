import Center
import CenterSimulation
import Foundation
import Stochastics
import TestCenters

@main struct Benchmarks {
  static func main() throws {
    let c = oneQueue(
      perHour: 90 * 12, talk: .exponential(try Exponential(mean: 300)), agents: 100, days: 30,
      warmUpDays: 1)
    let s = try Simulation(c)
    for r in 0..<5 {
      let t0 = Date()
      let o = try s.run(seed: 1, replication: UInt64(r))
      let dt = Date().timeIntervalSince(t0)
      var q = QueueTally()
      for x in o.queues { q += x }
      print(
        dt / Double(o.contacts) * 1e9, "ns/contact", o.contacts, o.events,
        q.waitAnswered / q.answered, q.delayed / q.offered, q.answeredWithin / q.offered)
    }
  }
}
