import Center
import Erlang
import Stochastics
import TestCenters
import Testing

@testable import Experiments

@Suite("Agents by formula, team by team")
struct StaffingRequirementTests {
  private func talk(_ mean: Double) throws -> Distribution {
    .exponential(try Exponential(mean: mean))
  }

  private func agents(
    _ center: Center, _ method: RequirementMethod, team: Int = 0, period: Int = 1
  ) -> [Int]? {
    StaffingRequirement(center, intervalsPerPeriod: period).teams[team].agents(method)
  }

  @Test(
    "100 calls of 3 minutes in half an hour take 14 agents for 80 % in 20 s, as every table says")
  func constantRate() throws {
    let center = oneQueue(perHour: 200, talk: try talk(180), agents: 1, days: 1, interval: 1800)
    for method in RequirementMethod.allCases where ![.erlangA, .squareRoot].contains(method) {
      let agents = try #require(self.agents(center, method))
      // The center is empty at first, and in the first interval nothing lags.
      #expect(agents.dropFirst(2).allSatisfy { $0 == 14 }, "\(method)")
    }
    let team = StaffingRequirement(center).teams[0]
    #expect(team.gap(.erlangA) == .nobodyHangsUp)
    #expect(team.offeredLoad.allSatisfy { $0 == 10 })
    #expect(team.scheduled.allSatisfy { $0 == 1 })
  }

  @Test("With patience Erlang A asks for what the calculator does, and the others follow it")
  func patience() throws {
    let center = oneQueue(
      perHour: 400, talk: try talk(360), agents: 1, patience: try talk(180), days: 1)
    let expected = try ErlangA.requiredAgents(
      offeredLoad: 40, handleTime: 360, patience: 180, target: .serviceLevel(0.8, within: 20))
    #expect(agents(center, .erlangA)?.last == expected)
    #expect(agents(center, .offeredLoad)?.last == expected)
    #expect(
      agents(center, .squareRoot)?.last
        == (try LargeGroupApproximation.requiredAgents(
          offeredLoad: 40, handleTime: 360, patience: 180, serviceLevel: 0.8, within: 20)))
    #expect(
      agents(center, .erlangC)?.last
        == (try ErlangC.requiredAgents(
          offeredLoad: 40, handleTime: 360, target: .serviceLevel(0.8, within: 20))))
  }

  @Test("A period takes the mean where calls rise throughout, and the largest where they do not")
  func mix() throws {
    var center = oneQueue(perHour: 0, talk: try talk(1200), agents: 1, days: 1, warmUpDays: 0)
    center.demand[0].expectedIssues = [
      (0..<24).map { [100, 200, 300, 300, 200, 100, 50, 70][$0 % 8] }
    ]
    let plan = StaffingRequirement(center, intervalsPerPeriod: 2).teams[0]
    let (mean, most, mix) = (
      try #require(plan.agents(.sipp)), try #require(plan.agents(.sippMax)),
      try #require(plan.agents(.sippMix))
    )
    #expect(zip(mean, most).allSatisfy { $0 <= $1 })
    #expect(mean[0] < most[0])
    #expect(mix[0] == mean[0])
    #expect(mix[2] == most[2])
    #expect(mix[4] == most[4])
    #expect(mean[4] < most[4])
    #expect(mix[6] == mean[6])
    for first in stride(from: 0, to: 24, by: 2) { #expect(mean[first] == mean[first + 1]) }
    let lag = try #require(plan.agents(.sippLag))
    #expect(zip(lag, try #require(plan.agents(.sippLagMax))).allSatisfy { $0 <= $1 })
    #expect(lag[0] < mean[0])
    #expect(lag[4] > mean[4])
  }

  /// λ(t) = 200 (1 + 0.6 sin γt) an hour and exponential handle times of half an hour. Eick, Massey
  /// and Whitt (1993): the load is λ̄/μ (1 + 0.6 (sin γt − (γ/μ) cos γt)/(1 + (γ/μ)²)) once the start
  /// is forgotten. Rates are constant for five minutes and mean values of the sine, so that the mean
  /// load of an interval is off by less than one part in a thousand.
  @Test("A sine of calls takes the agents of its modified offered load, in closed form")
  func sinusoid() throws {
    let handleTime = 1800.0
    var center = oneQueue(
      perHour: 200, talk: try talk(handleTime), agents: 1, days: 1, warmUpDays: 1, interval: 300)
    let frequency = 2 * Double.pi / 86_400
    let (sine, cosine) = (Self.sine, { Self.sine($0 + .pi / 2) })
    let mean = { (start: Double, value: (Double) -> Double) in
      // Simpson, exact to 10⁻¹¹ over five minutes of a day.
      (value(start) + 4 * value(start + 150) + value(start + 300)) / 6
    }
    let row = (0..<288).map {
      200.0 / 12 * (1 + 0.6 * mean(Double($0) * 300) { sine(frequency * $0) })
    }
    center.demand[0].expectedIssues = [row, row]
    let agents = try #require(self.agents(center, .offeredLoad))
    let simple = try #require(self.agents(center, .sipp))
    let ratio = frequency * handleTime
    var differences = 0
    for interval in 0..<288 {
      let load =
        100
        * (1 + 0.6
          * mean(Double(interval) * 300) {
            (sine(frequency * $0) - ratio * cosine(frequency * $0)) / (1 + ratio * ratio)
          })
      let bounds = try [0.999, 1.001].map {
        try ErlangC.requiredAgents(
          offeredLoad: load * $0, handleTime: handleTime, target: .serviceLevel(0.8, within: 20))
      }
      #expect((bounds[0]...bounds[1]).contains(agents[288 + interval]), "\(interval)")
      differences += agents[288 + interval] != simple[288 + interval] ? 1 : 0
    }
    #expect(differences > 200)
  }

  /// sin x by its Taylor series, after taking off whole turns.
  private static func sine(_ x: Double) -> Double {
    let x = x - 2 * .pi * (x / (2 * .pi)).rounded()
    var (sum, term) = (x, x)
    for index in stride(from: 2.0, through: 40, by: 2) {
      term *= -x * x / (index * (index + 1))
      sum += term
    }
    return sum
  }

  @Test("A largest occupancy is kept: 20 Erlangs at 80 % take 25 agents")
  func occupancy() throws {
    var center = oneQueue(perHour: 400, talk: try talk(180), agents: 1, days: 1)
    center.teams[0].maxOccupancy = 0.8
    #expect(agents(center, .erlangC)?.last == 25)
    center.teams[0].maxOccupancy = 0.9
    #expect(agents(center, .erlangC)?.last == 24)
    center.channels[0].patience = try talk(120)
    center.teams[0].maxOccupancy = 0.7
    let number = try #require(self.agents(center, .erlangA)?.last)
    let models = try [number - 1, number].map {
      try ErlangA(offeredLoad: 20, handleTime: 180, patience: 120, agents: $0)
    }
    #expect(models[0].occupancy > 0.7)
    #expect(models[1].occupancy <= 0.7)
  }

  @Test("Chats take the agents of their chain")
  func chats() throws {
    let concurrency = Concurrency(limit: 3, throughput: [1, 1.6, 2])
    let center = oneQueue(
      medium: .chat, perHour: 120, talk: try talk(300), agents: 1, within: 60,
      patience: try talk(200), concurrency: concurrency, days: 1)
    for (method, patience) in [(RequirementMethod.erlangC, Double.infinity), (.erlangA, 200)] {
      let expected = try ChatQueue.requiredAgents(
        arrivalRate: 1.0 / 30, completionRates: [1 / 300, 1.6 / 300, 2.0 / 300],
        patience: patience, target: .serviceLevel(0.8, within: 60))
      #expect(agents(center, method)?.last == expected)
    }
    #expect(StaffingRequirement(center).teams[0].offeredLoad.last == 5)
  }

  @Test("Emails around the clock are done in the team's ten hours, evenly, beside the calls")
  func deferred() throws {
    var center = try blendingCenter(
      agents: 1, keepIdle: 0, callsPerHour: 200, mailsPerHour: 60, talk: 180)
    center.channels[1].target?.within = 86_400
    center.teams[0].agents = (0..<21).map { _ in (0..<24).map { (8..<18).contains($0) ? 5 : 0 } }
    let team = StaffingRequirement(center).teams[0]
    // 3 Erlangs for 24 hours are 7.2 for ten; calls are 10 Erlangs all day.
    let day = team.offeredLoad[(10 * 24)..<(11 * 24)]
    for (hour, load) in day.enumerated() {
      #expect(abs(load - ((8..<18).contains(hour) ? 17.2 : 10)) < 1e-9, "\(hour)")
    }
    #expect(team.agents(.erlangC)?[10 * 24 + 12] == 22)
    #expect(team.agents(.erlangC)?[10 * 24 + 20] == 14)
    center.teams[0].maxOccupancy = 0.75
    #expect(StaffingRequirement(center).teams[0].agents(.erlangC)?[10 * 24 + 12] == 23)
    #expect(team.remarks == [.deferredWork])
  }

  @Test("Teams of one rank share a queue evenly; a lower rank gets nothing; absence is made up for")
  func teams() throws {
    var center = oneQueue(perHour: 400, talk: try talk(180), agents: 1, days: 1)
    center.teams.append(center.teams[0])
    center.teams.append(center.teams[0])
    center.teams[1].name = "others"
    center.teams[2].name = "back"
    center.teams[2].skills[0].rank = 2
    center.teams[1].absence = 0.3
    let requirement = StaffingRequirement(center)
    #expect(requirement.teams.map { $0.agents(.erlangC)?.last } == [14, 20, 0])
    #expect(requirement.teams.map { $0.offeredLoad.last } == [10, 10, 0])
    #expect(requirement.teams[0].remarks == [.sharedQueues])
    #expect(requirement.present(.erlangC)?[1][0][23] == 20)
    #expect(requirement.present(.erlangA) == nil)
  }

  @Test("A story told again is work; where history is unified it is not told")
  func stories() throws {
    var center = oneQueue(perHour: 400, talk: try talk(180), agents: 1, days: 1)
    center.demand[0].resolutionRate = Graded(0.8)
    center.demand[0].repeatContactAfter = try talk(3600)
    center.repeatInformationTime = 45
    let load = { (center: Center) in StaffingRequirement(center).teams[0].offeredLoad[9] }
    #expect(abs(load(center) - 25) < 1e-9)
    center.customerHistory = .siloed
    // A fifth of 500 calls an hour tells it again.
    #expect(abs(load(center) - (25 + 500 * 0.2 * 45 / 3600)) < 1e-9)
  }

  @Test("Where a formula does not apply it says why")
  func gaps() throws {
    var center = oneQueue(
      perHour: 200, talk: try talk(180), agents: 1, patience: .constant(try Constant(mean: 60)),
      days: 1)
    let remarks = StaffingRequirement(center).teams[0].remarks
    #expect(remarks == [.patienceByMean])
    center.channels[0].target?.formula = .excludingAbandonsInTime
    #expect(StaffingRequirement(center).teams[0].gap(.squareRoot) == .otherServiceLevel)
    #expect(StaffingRequirement(center).teams[0].gap(.erlangA) == nil)
    center.channels[0].target?.serviceLevel = 1
    #expect(StaffingRequirement(center).teams[0].gap(.erlangC) == .everybodyInTime)
    center.channels[0].target = nil
    #expect(StaffingRequirement(center).teams[0].gap(.sipp) == .noTarget)
    center.teams[0].maxOccupancy = 0.5
    #expect(agents(center, .erlangC)?.last == 20)
  }

  @Test("The work of a proposal is paid with shrinkage")
  func proposal() throws {
    var center = oneQueue(perHour: 200, talk: try talk(180), agents: 12, days: 7, interval: 1800)
    center.teams[0].shrinkage = 0.3
    let proposal = StaffingProposal(StaffingRequirement(center), method: .erlangC)
    #expect(proposal.peak(ofTeam: 0) == 14)
    let hours = try #require(proposal.paidHours(ofTeam: 0))
    #expect(abs(hours - 14 * 24 * 7 / 0.7) < 1e-6)
    #expect(abs(proposal.fullTimeEquivalents(paidHours: hours) - hours / 40) < 1e-9)
    #expect(proposal.busiestDay == 1)
  }

  @Test(
    "A search starts from the formulas where there is work, and keeps who is scheduled elsewhere")
  func start() throws {
    var center = oneQueue(perHour: 200, talk: try talk(180), agents: 3, days: 1, interval: 1800)
    center.teams.append(center.teams[0])
    center.teams[1].name = "back"
    center.teams[1].skills[0].rank = 2
    center.demand[0].expectedIssues[1][5] = 0
    let start = StaffingRequirement(center).start.present
    #expect(start[0][1][3] == 14)
    #expect(start[0][1][5] == 1)
    #expect(start[1][1].allSatisfy { $0 == 3 })
  }
}
