import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Quality reviews")
struct QualityTests {
  /// Plenty of agents for calls of three minutes, half of which resolve the issue.
  private func center(_ quality: QualityReviews?) throws -> Center {
    var center = oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 180)), agents: 60, days: 4)
    center.demand[0].resolutionRate = Graded(0.5)
    center.teams[0].wage = 30
    center.quality = quality
    return center
  }

  private func run(_ center: Center) throws -> Observation {
    let observation = try Simulation(center).run(seed: 77, replication: 0)
    #expect(observation.queues.allSatisfy { $0.booksBalance })
    return observation
  }

  private func total(_ observation: Observation) -> TeamTally {
    observation.teams.reduce(into: TeamTally()) { $0 += $1 }
  }

  @Test("A share of the contacts is reviewed, and every review is paid for beside the schedule")
  func sampling() throws {
    let plain = total(try run(center(nil)))
    #expect(plain.reviews == 0 && plain.reviewTime == 0)
    let all = total(try run(center(QualityReviews(reviewed: 1, time: 600))))
    #expect(all.reviews == all.handled)
    #expect(all.reviews > 5000)
    #expect(all.reviewTime == 600 * all.reviews)
    #expect(all.paid == plain.paid + all.reviewTime)
    #expect(abs(all.cost - plain.cost - all.reviews * 600 * 30 / 3600) < 1e-6)

    // Binomial: 4 standard errors.
    let some = total(try run(center(QualityReviews(reviewed: 0.3, time: 600, wage: 45))))
    let error = (0.3 * 0.7 * some.handled).squareRoot()
    #expect(abs(some.reviews - 0.3 * some.handled) < 4 * error)
    #expect(abs(some.cost - plain.cost - some.reviews * 600 * 45 / 3600) < 1e-6)
    // Nobody on the floor does them.
    #expect(some.present == plain.present && some.busy == plain.busy)
  }

  @Test("A conversation is reviewed as a whole, once, however many replies it has")
  func conversations() throws {
    var center = try center(QualityReviews(reviewed: 1, time: 600))
    center.channels[0] = Channel(
      name: "voice", medium: .messaging, target: Target(serviceLevel: 0.8, within: 60))
    center.channels[0].conversation = Conversation(
      turns: .exactly(4), customerReply: .constant(try Constant(mean: 60)))
    let tally = total(try run(center))
    #expect(tally.reviews == tally.handled && tally.reviews > 5000)
  }

  @Test("Reviews begin on their day, of the teams named")
  func dayAndTeams() throws {
    var late = try center(QualityReviews(reviewed: 1, time: 60))
    late.quality?.startsOn = late.calendar.start.advanced(by: 2)
    let observation = try run(late)
    #expect((0..<48).allSatisfy { observation.teams[$0].reviews == 0 })
    #expect((48..<96).allSatisfy { observation.teams[$0].reviews == observation.teams[$0].handled })
    var other = late.teams[0]
    other.name = "others"
    late.teams.append(other)
    late.quality?.teams = ["others"]
    let both = try run(late)
    #expect((0..<192).allSatisfy { $0 % 2 == 1 || both.teams[$0].reviews == 0 })
    #expect((96..<192).contains { both.teams[$0].reviews > 0 })
  }

  @Test("After the lag talk is the factor times what it was, on the same draws, and not before")
  func lag() throws {
    let before = try run(center(nil))
    let after = try run(
      center(QualityReviews(reviewed: 0, time: 60, lag: 2 * 86_400, handleTimeFactor: 0.75)))
    #expect(Array(before.queues[..<48]) == Array(after.queues[..<48]))
    // Nobody waits, so that every contact is served in the hour of its birth.
    for hour in 48..<96 {
      #expect(abs(after.queues[hour].talk - 0.75 * before.queues[hour].talk) < 1e-6)
      #expect(after.queues[hour].talkDrawn == before.queues[hour].talkDrawn)
      #expect(after.queues[hour].offered == before.queues[hour].offered)
    }
  }

  @Test("After the lag more is resolved, by the factor")
  func resolution() throws {
    let reviews = QualityReviews(
      reviewed: 0, time: 60, lag: 2 * 86_400, resolutionFactor: 1.4)
    let traces = try [nil, reviews].map {
      try Simulation(center($0)).trace(seed: 77, replication: 0).contacts
    }
    let shares = traces.map { contacts in
      [false, true].map { isLate in
        // The first simulated day is the warm-up.
        let some = contacts.filter { ($0.bornAt >= 3 * 86_400) == isLate && $0.leftAt != nil }
        return Double(some.count { $0.outcome == .resolved }) / Double(some.count)
      }
    }
    #expect(shares[0][0] == shares[1][0])
    // Some 2,880 calls on two days: 4 standard errors.
    #expect(abs(shares[0][1] - 0.5) < 4 * (0.25 / 2880).squareRoot())
    #expect(abs(shares[1][1] - 0.7) < 4 * (0.21 / 2880).squareRoot())
  }

  @Test("What makes no sense is refused at its key")
  func problems() throws {
    func paths(_ change: (inout Center) -> Void) throws -> [String] {
      var center = try center(QualityReviews(reviewed: 0.1, time: 60))
      change(&center)
      return center.problems().map { $0.path.joined(separator: ".") }
    }
    #expect(try paths { _ in }.isEmpty)
    #expect(try paths { $0.quality?.reviewed = 1.5 } == ["quality.reviewed"])
    #expect(try paths { $0.quality?.time = -1 } == ["quality.time"])
    #expect(try paths { $0.quality?.lag = .infinity } == ["quality.after"])
    #expect(try paths { $0.quality?.handleTimeFactor = 0 } == ["quality.handleTimeFactor"])
    #expect(try paths { $0.quality?.teams = ["agent"] } == ["quality.teams"])
    #expect(
      try paths { $0.quality?.startsOn = $0.calendar.start.advanced(by: 4) } == ["quality.from"])
    // 0.5 × 2.5 resolves more than there are.
    #expect(try paths { $0.quality?.resolutionFactor = 2.5 } == ["teams.agents"])
  }
}
