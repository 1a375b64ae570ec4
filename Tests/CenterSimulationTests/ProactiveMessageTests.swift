import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Messages before customers ask")
struct ProactiveMessageTests {
  /// Outages that messages prevent, and questions, which they may cause.
  private func center(_ message: ProactiveMessage?) throws -> Center {
    var center = oneQueue(
      perHour: 100, talk: .constant(try Constant(mean: 60)), agents: 200, days: 4, warmUpDays: 1)
    center.demand[0].name = "outage"
    var questions = center.demand[0]
    questions.name = "questions"
    questions.expectedIssues = everyInterval(20, of: center.calendar)
    center.demand.append(questions)
    center.proactive = message.map { [$0] } ?? []
    return center
  }

  private func run(_ message: ProactiveMessage?) throws -> Observation {
    try Simulation(center(message)).run(seed: 1, replication: 0)
  }

  @Test("Issue by issue: whoever is not prevented comes as without the message")
  func thinning() throws {
    let plain = try run(nil)
    let sent = try run(
      ProactiveMessage(
        name: "sms", demandClass: "outage", prevents: 0.3, messagesPerIssue: 8,
        costPerMessage: 0.25))
    let (before, after) = (plain.issues[0], sent.issues[0])
    #expect(before.born > 9000 && after.born + after.prevented == before.born)
    #expect(abs(after.prevented / before.born - 0.3) < 5 * (0.21 / before.born).squareRoot())
    #expect(after.messages == 8 * before.born && after.messageCost == 2 * before.born)
    #expect(sent.issues[1] == plain.issues[1])
    #expect(sent.issues.allSatisfy { $0.booksBalance })
    // A class that nobody writes to has the same contacts, and the other lacks the prevented.
    let offered = { (observation: Observation, queue: Int) in
      stride(from: queue, to: observation.queues.count, by: 2)
        .reduce(0) { $0 + observation.queues[$1].offered }
    }
    #expect(offered(sent, 1) == offered(plain, 1))
    #expect(offered(sent, 0) == offered(plain, 0) - after.prevented)
  }

  @Test("Messages are sent on their days alone")
  func days() throws {
    let plain = try run(nil)
    let start = try center(nil).calendar.start.daysSinceEpoch
    let sent = try run(
      ProactiveMessage(
        name: "sms", demandClass: "outage", prevents: 1,
        from: CivilDate(daysSinceEpoch: start + 1), to: CivilDate(daysSinceEpoch: start + 2)))
    for hour in 0..<96 {
      let (before, after) = (plain.queues[2 * hour].offered, sent.queues[2 * hour].offered)
      #expect(after == ((24..<72).contains(hour) ? 0 : before))
    }
    #expect(sent.issues[0].messages == sent.issues[0].prevented)
  }

  @Test("A message may cause a contact for each issue it is about, of another class")
  func induced() throws {
    let plain = try run(nil)
    let sent = try run(
      ProactiveMessage(
        name: "sms", demandClass: "outage", prevents: 1, messagesPerIssue: 10, induces: 0.1,
        inducedClass: "questions"))
    #expect(sent.issues[0].born == 0 && sent.issues[0].prevented == plain.issues[0].born)
    #expect(sent.issues[1].induced == plain.issues[0].born)
    #expect(sent.issues[1].born == plain.issues[1].born + plain.issues[0].born)
    #expect(sent.issues.allSatisfy { $0.booksBalance })

    // Half as often: a fair share, with difficulties of their own.
    let fewer = try run(
      ProactiveMessage(
        name: "sms", demandClass: "outage", prevents: 0, messagesPerIssue: 5, induces: 0.1))
    let issue = fewer.issues[0]
    let would = plain.issues[0].born
    #expect(issue.born == would + issue.induced && issue.prevented == 0)
    #expect(abs(issue.induced / would - 0.5) < 5 * (0.25 / would).squareRoot())
  }

  @Test("Two messages about a class prevent independently")
  func two() throws {
    var center = try center(nil)
    let would = try run(nil).issues[0].born
    center.proactive = ["sms", "mail"].map {
      ProactiveMessage(name: $0, demandClass: "outage", prevents: 0.5)
    }
    let tally = try Simulation(center).run(seed: 1, replication: 0).issues[0]
    #expect(abs(tally.born / would - 0.25) < 5 * (0.1875 / would).squareRoot())
    #expect(tally.messages == 2 * would)
  }

  @Test("Classes that do not exist, and more contacts than issues, are refused")
  func refused() throws {
    let center = try center(
      ProactiveMessage(
        name: "sms", demandClass: "outrage", prevents: 1.2, messagesPerIssue: 20, induces: 0.1,
        inducedClass: "question", from: CivilDate(daysSinceEpoch: 20_781),
        to: CivilDate(daysSinceEpoch: 20_780)))
    let problems = center.problems()
    #expect(
      problems.map { $0.path.last } == ["class", "inducedClass", "prevents", "induces", "to"])
    #expect(problems[0].misspelling?.known == ["outage", "questions"])
  }
}
