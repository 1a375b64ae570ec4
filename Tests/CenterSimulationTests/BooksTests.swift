import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("The books")
struct BooksTests {
  @Test("Both equations hold in every row, exactly", arguments: 0..<6)
  func rowsBalance(replication: Int) throws {
    let simulation = try Simulation(mixedCenter())
    let observation = try simulation.run(seed: 11, replication: UInt64(replication))
    #expect(observation.queues.allSatisfy { $0.booksBalance })
    #expect(observation.issues.allSatisfy { $0.booksBalance })
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    // Every kind of fate occurs, so that the equations say something.
    #expect(total.closed > 0 && total.blocked > 0 && total.contained > 0)
    #expect(total.abandoned > 0 && total.redials > 0 && total.repeats > 0)
    #expect(observation.issues.allSatisfy { $0.resolved > 0 && $0.lost > 0 })
  }

  @Test("Waits in the histogram are the answered, the abandoned, and in the end the waiting")
  func histogramAddsUp() throws {
    let simulation = try Simulation(mixedCenter())
    let observation = try simulation.run(seed: 12, replication: 0)
    let queues = simulation.queues.count
    let bins = simulation.waitBins.count
    for queue in 0..<queues {
      let rows = stride(from: queue, to: observation.queues.count, by: queues)
      let tally = rows.reduce(into: QueueTally()) { $0 += observation.queues[$1] }
      let waiting = observation.queues[observation.queues.count - queues + queue].backlogEnd
      for (outcome, expected) in [(0, tally.answered), (1, tally.abandoned), (2, waiting)] {
        let first = (queue * 3 + outcome) * bins
        let counted = observation.waits[first..<(first + bins)].reduce(0) { $0 + Double($1) }
        #expect(counted == expected)
      }
    }
  }

  @Test("Without follow-up, what is still in the center is booked as such")
  func unfinishedContacts() throws {
    var center = oneQueue(
      perHour: 120, talk: .constant(try Constant(mean: 3600)), agents: 1, days: 1, warmUpDays: 0)
    center.selfService = [
      SelfServiceTool(
        name: "ivr", stage: .onChannels(["voice"]), time: .constant(try Constant(mean: 1800)),
        containment: [0])
    ]
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.booksBalance)
    #expect(total.answered == 24)
    #expect(total.waitingEnd > 2000)
    // Half an hour's arrivals are still in the tool: 60 expected, 5 standard errors are 39.
    #expect(abs(total.inSelfServiceEnd - 60) < 39)
    #expect(observation.issues[0].openEnd == observation.issues[0].born - 23)
  }

  @Test("A center whose relations do not hold is refused before anything is simulated")
  func unsoundCenter() throws {
    var center = try mixedCenter()
    center.teams[0].skills = [Skill(channel: "fax")]
    #expect(throws: UnsoundCenter.self) { try Simulation(center) }
  }
}
