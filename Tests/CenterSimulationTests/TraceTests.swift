import Center
import CenterSimulation
import Scenario
import Stochastics
import TestCenters
import Testing

import struct Foundation.Data
import struct Foundation.URL

@Suite("The trace of every contact")
struct TraceTests {
  @Test("Tracing changes nothing that is observed")
  func changesNothing() throws {
    let simulation = try Simulation(mixedCenter())
    let plain = try simulation.run(seed: 3, replication: 1)
    #expect(try simulation.trace(seed: 3, replication: 1).observation == plain)
  }

  @Test("No key stands twice, and the counted rows are what the books have")
  func rowsAreTheBooks() throws {
    struct Key: Hashable {
      var demandClass, day, number, attempt, leg: Int32
    }
    let simulation = try Simulation(mixedCenter())
    let (observation, contacts) = try simulation.trace(seed: 4, replication: 0)
    let keys = contacts.map {
      Key(
        demandClass: $0.demandClass, day: $0.day, number: $0.number, attempt: $0.attempt,
        leg: $0.leg)
    }
    #expect(Set(keys).count == keys.count)
    let books = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    let counted = contacts.filter { $0.isCounted && $0.channel >= 0 }
    func rows(_ outcomes: TracedContact.Outcome...) -> Double {
      Double(counted.count { outcomes.contains($0.outcome) })
    }
    #expect(Double(counted.count) == books.entered)
    #expect(rows(.closed) == books.closed)
    #expect(rows(.blocked) == books.blocked)
    #expect(rows(.abandoned) == books.abandoned)
    #expect(rows(.contained, .containedFalsely) == books.contained)
    #expect(rows(.resolved, .unresolved) == books.answered)
    let talk = counted.filter { $0.outcome == .resolved || $0.outcome == .unresolved }
      .reduce(0) { $0 + $1.talk }
    #expect(abs(talk - books.talk) < 1e-6 * books.talk)
    // Every kind of way occurs, so that the equations say something.
    #expect([books.closed, books.blocked, books.abandoned, books.contained].allSatisfy { $0 > 0 })
    #expect(contacts.contains { $0.outcome == .notContained && $0.attempt == 0 })
  }

  @Test("A callback came when it came, not when it was reached")
  func callbacks() throws {
    var center = oneQueue(
      perHour: 95, talk: .constant(try Constant(mean: 180)), agents: 4, days: 1, warmUpDays: 0)
    center.channels[0].callback = Callback(offerAbove: 0, acceptance: 1, ring: 15)
    let contacts = try Simulation(center).trace(seed: 1, replication: 0).contacts
    let answered = contacts.filter { $0.outcome == .resolved }
    // There is nothing between the door and the queue.
    #expect(answered.allSatisfy { $0.enteredAt == $0.queuedAt && $0.enteredAt == $0.bornAt })
    #expect(answered.contains { ($0.answeredAt ?? 0) > $0.enteredAt + 900 })
  }

  @Test("A conversation in turns has told its story once")
  func repeatedInformation() throws {
    var center = oneQueue(
      medium: .messaging, perHour: 20, talk: .constant(try Constant(mean: 300)), agents: 5,
      days: 2, warmUpDays: 0)
    center.channels[0].conversation = Conversation(
      turns: .exactly(3), customerReply: .constant(try Constant(mean: 60)))
    center.demand[0].resolutionRate = Graded(0.5)
    center.demand[0].repeatContactAfter = .constant(try Constant(mean: 3600))
    center.customerHistory = .siloed
    center.repeatInformationTime = 60
    let (observation, contacts) = try Simulation(center).trace(seed: 1, replication: 0)
    let rows = contacts.filter { $0.isCounted && $0.answeredAt != nil }
    #expect(rows.allSatisfy { $0.repeatedInformation == ($0.reason == .first ? 0 : 60) })
    let books = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(books.repeats > 20)
    let told = rows.reduce(0) { $0 + $1.repeatedInformation }
    #expect(told == books.repeatedInformation)
  }

  @Test("In both designs of the twin the same issue has the same birth, difficulty, talk, patience")
  func twin() throws {
    let traces = try ["call-center", "contact-center"].map(tracedDesign)
    struct Issue: Hashable {
      var demandClass, day, number: Int32
    }
    struct Part: Hashable {
      var issue: Issue
      var occurrence: Int32
    }
    var births: [[Issue: [Double]]] = []
    var talks: [[Part: Double]] = []
    var patiences: [[Part: Double]] = []
    for trace in traces {
      var birth: [Issue: [Double]] = [:]
      var talk: [Part: Double] = [:]
      var patience: [Part: Double] = [:]
      for row in trace {
        let issue = Issue(demandClass: row.demandClass, day: row.day, number: row.number)
        birth[issue] = [row.bornAt, row.difficulty]
        talk[Part(issue: issue, occurrence: row.service)] = row.talkQuantile
        patience[Part(issue: issue, occurrence: row.queueEntry)] = row.patienceQuantile
      }
      births.append(birth)
      talks.append(talk)
      patiences.append(patience)
    }
    let common = births[0].keys.filter { births[1][$0] != nil }
    #expect(common.count > 500)
    #expect(common.allSatisfy { births[0][$0] == births[1][$0] })
    let served = talks[0].keys.filter { talks[1][$0] != nil }
    #expect(served.count > 250)
    #expect(served.allSatisfy { talks[0][$0] == talks[1][$0] })
    let queued = patiences[0].keys.filter { patiences[1][$0] != nil }
    #expect(queued.count > 300)
    #expect(queued.allSatisfy { patiences[0][$0] == patiences[1][$0] })
  }

  /// A design of the shipped twin with a twentieth of its customers and agents.
  private func tracedDesign(_ name: String) throws -> [TracedContact] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "scenarios")
    let reader = ScenarioReader { path in
      guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
        return .failure(.missing)
      }
      return .success(Array(data))
    }
    let reading = reader.read(
      "twin/\(name).jsonc",
      edits: [
        "demand.*.volume/=20", "teams.*.agents/=15", "calendar.days=2", "calendar.warmUpDays=0",
        "calendar.followUpDays=1",
      ])
    let center = try #require(reading.center, "\(reading.diagnostics.rendered())")
    return try Simulation(center).trace(seed: 1, replication: 0).contacts
  }
}
