import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Outbound campaigns")
struct OutboundTests {
  private func constant(_ mean: Double) throws -> Distribution {
    .constant(try Constant(mean: mean))
  }

  /// Everybody answers, is the one who was wanted, and talks for 100 s after ringing for 20 s.
  private func campaign(
    list: Int = 1_000_000, dialer: Campaign.Dialer = .progressive, ring: Double = 20,
    reach: Double = 1, talk: Double = 100, wrapUp: Double? = 30
  ) throws -> Campaign {
    Campaign(
      name: "collections", list: list, dialer: dialer, ring: try constant(ring), reach: reach,
      talkTime: try constant(talk), wrapUp: try wrapUp.map(constant),
      wrongPartyTime: try constant(10))
  }

  /// Agents to whom nobody calls.
  private func center(
    _ campaign: Campaign, agents: Int, keepIdle: Int = 0, days: Int = 1, perHour: Double = 0
  ) throws -> Center {
    var center = oneQueue(
      perHour: perHour, talk: .exponential(try Exponential(mean: 180)), agents: agents, days: days,
      warmUpDays: 0)
    center.outbound = [campaign]
    center.teams[0].skills.append(
      Skill(channel: "outbound", demandClass: "collections", keepIdle: keepIdle))
    return center
  }

  private func run(_ center: Center) throws -> (CampaignTally, TeamTally) {
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    return (
      observation.campaigns.reduce(into: CampaignTally()) { $0 += $1 },
      observation.teams.reduce(into: TeamTally()) { $0 += $1 }
    )
  }

  @Test("Progressive: each agent dials once every ring, talk and wrap-up, exactly")
  func progressive() throws {
    var center = try center(campaign(), agents: 3)
    let (tally, team) = try run(center)
    #expect(tally.dials == 3 * 86_400 / 150 && tally.rightParty == tally.dials)
    #expect(team.busy == 3 * 86_400 && team.outbound == team.busy && team.handled == tally.dials)
    // Talk alone is longer with a slow team.
    center.teams[0].handleTimeFactor = 1.2
    center.teams[0].skills[1].handleTimeFactor = 1.25
    #expect(try run(center).0.dials == 3 * 86_400 / 200)
  }

  @Test("Preview: the agent reads before each dial, and is busy reading")
  func preview() throws {
    let (tally, team) = try run(
      center(campaign(dialer: .preview(time: constant(42))), agents: 3))
    #expect(tally.dials == 3 * 86_400 / 192 && team.outbound == 3 * 86_400)
  }

  @Test("Whoever is somebody else takes no wrap-up")
  func wrongParty() throws {
    var campaign = try campaign()
    campaign.rightParty = 0
    let (tally, _) = try run(center(campaign, agents: 2))
    #expect(tally.dials == 2 * 86_400 / 30 && tally.wrongParty == tally.dials)
  }

  @Test("Who is not found is dialed again after a while, up to so many tries, on its day")
  func tries() throws {
    var campaign = try campaign(list: 10, ring: 30, reach: 0)
    campaign.tries = 3
    campaign.retryAfter = 3600
    var center = try center(campaign, agents: 1, days: 2)
    var byHour = try Simulation(center).run(seed: 1, replication: 0).campaigns.map(\.dials)
    #expect(byHour[..<4] == [10, 10, 10, 0] && byHour[24..<28] == [10, 10, 10, 0])
    #expect(try run(center).1.outbound == 2 * 30 * 30)
    // In the last hour there is no time for another try, and tomorrow has a list of its own.
    center.outbound[0].hours = WeeklyHours(ranges: Array(repeating: [82_800..<86_400], count: 7))
    byHour = try Simulation(center).run(seed: 1, replication: 0).campaigns.map(\.dials)
    #expect(byHour[23] == 10 && byHour[47] == 10 && byHour.reduce(0, +) == 20)
  }

  @Test("A campaign dials in its hours, and ends its calls after them")
  func hours() throws {
    var center = try center(campaign(), agents: 1)
    center.outbound[0].hours = WeeklyHours(ranges: Array(repeating: [36_000..<39_600], count: 7))
    let (tally, team) = try run(center)
    #expect(tally.dials == 3600 / 150 && team.outbound == 3600)
    center.outbound[0].talkTime = try constant(200)
    // The 15th call began at 14 × 250 s.
    #expect(try run(center).1.outbound == 15 * 250)
  }

  @Test("A skill for a campaign may begin on a day")
  func beginning() throws {
    var center = try center(campaign(), agents: 1, days: 3)
    let second = center.calendar.date(ofSimulatedDay: 1)
    center.teams[0].skills[1].worksFrom = second
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    #expect(observation.campaigns[..<24].allSatisfy { $0.dials == 0 })
    #expect(observation.campaigns[24...].allSatisfy { $0.dials == 24 })
  }

  @Test("So many agents stay idle, whoever calls")
  func keepIdle() throws {
    let (_, team) = try run(center(campaign(), agents: 5, keepIdle: 2))
    #expect(team.outbound == 3 * 86_400 && team.idle == 2 * 86_400)
    // Where all stay idle nobody would ever dial.
    let center = try center(campaign(), agents: 4, keepIdle: 4)
    #expect(throws: UnsoundCenter.self) { try Simulation(center) }
  }

  @Test("A campaign of others moves nothing for those who call")
  func separateTeams() throws {
    var center = try center(campaign(), agents: 3, days: 2, perHour: 45)
    let skill = center.teams[0].skills.removeLast()
    center.outbound = []
    let plain = try Simulation(center).run(seed: 2, replication: 0)
    center.outbound = [try campaign(reach: 0.3)]
    center.teams.append(Team(name: "dialers", agents: center.teams[0].agents, skills: [skill]))
    let observation = try Simulation(center).run(seed: 2, replication: 0)
    #expect(observation.queues == plain.queues && observation.waits == plain.waits)
    #expect(
      observation.teams.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        == plain.teams)
  }

  @Test("Predictive: a second customer for one agent is a nuisance call after 2 s, no sooner")
  func nuisance() throws {
    let dialer = Campaign.Dialer.predictive(ratio: 2, minimumIdle: 1)
    let (tally, team) = try run(
      center(campaign(dialer: dialer, ring: 10, wrapUp: nil), agents: 1))
    // Two calls ring for 10 s; the agent talks to one of them for 100 s.
    let cycles = (86_400.0 / 110).rounded(.up)
    #expect(tally.dials == 2 * cycles && tally.reached == tally.dials)
    #expect(tally.rightParty == cycles && tally.nuisance == cycles)
    // Nobody is busy while it rings.
    #expect(team.busy == (cycles - 1) * 100 + 40)

    // Whoever waits for exactly 2 s is served.
    let (prompt, _) = try run(
      center(campaign(dialer: dialer, ring: 10, talk: 2, wrapUp: nil), agents: 1))
    #expect(prompt.nuisance == 0 && prompt.rightParty > 12_000)
    let (late, _) = try run(
      center(campaign(dialer: dialer, ring: 10, talk: 2.5, wrapUp: nil), agents: 1))
    #expect(late.nuisance > 6_000)
  }

  @Test("Predictive: it dials while enough agents are idle, and no more than its ratio")
  func ratio() throws {
    func dials(_ ratio: Double, minimumIdle: Int, keepIdle: Int = 0) throws -> Double {
      let campaign = try campaign(
        dialer: .predictive(ratio: ratio, minimumIdle: minimumIdle), ring: 60, reach: 0)
      return try run(center(campaign, agents: 20, keepIdle: keepIdle)).0.dials
    }
    let rounds = 86_400.0 / 60
    #expect(try dials(1.15, minimumIdle: 1) == 23 * rounds)
    #expect(try dials(1.15, minimumIdle: 20) == 23 * rounds)
    #expect(throws: UnsoundCenter.self) { try dials(1.15, minimumIdle: 21) }
    #expect(try dials(1.5, minimumIdle: 3, keepIdle: 17) == 4 * rounds)
  }

  @Test("Each record has the same fate, however many agents dial")
  func commonRandomNumbers() throws {
    var campaign = try campaign(list: 300, reach: 0.4)
    campaign.rightParty = 0.6
    campaign.tries = 2
    let (few, _) = try run(center(campaign, agents: 2, days: 5))
    let (many, _) = try run(center(campaign, agents: 9, days: 5))
    #expect(few == many && few.dials > 1500 && few.rightParty > 300)
    campaign.dialer = .predictive(ratio: 1, minimumIdle: 1)
    #expect(try run(center(campaign, agents: 60, days: 5)).0 == few)
  }

  @Test("Dials and minutes of talk cost")
  func cost() throws {
    var campaign = try campaign(list: 100)
    campaign.cost = DialingCost(perDial: 0.5, perMinute: 3)
    let (tally, _) = try run(center(campaign, agents: 2))
    #expect(tally.dials == 100 && abs(tally.cost - 100 * (0.5 + 5)) < 1e-9)
  }

  @Test("The books hold where everything happens, with chats, schedules and all dialers")
  func books() throws {
    var center = try mixedCenter()
    let exponential = Distribution.exponential(try Exponential(mean: 90))
    let dialers: [Campaign.Dialer] = [
      .progressive, .preview(time: exponential), .predictive(ratio: 2.5, minimumIdle: 2),
    ]
    center.outbound = try dialers.enumerated().map { index, dialer in
      var campaign = try campaign(list: 400, dialer: dialer, reach: 0.5)
      campaign.name = "campaign \(index)"
      campaign.rightParty = 0.7
      campaign.talkTime = exponential
      campaign.tries = 3
      campaign.retryAfter = 1800
      return campaign
    }
    // From half past five to half past six, when the teams go home.
    center.outbound[0].hours = WeeklyHours(ranges: Array(repeating: [63_000..<66_600], count: 7))
    center.teams[0].skills.append(Skill(channel: "outbound", keepIdle: 1))
    center.teams[1].skills.append(Skill(channel: "outbound", demandClass: "campaign 2"))
    for replication in 0..<4 {
      let observation = try Simulation(center).run(seed: 3, replication: UInt64(replication))
      #expect(observation.campaigns.allSatisfy { $0.booksBalance })
      for campaign in 0..<3 {
        let tally = stride(from: campaign, to: observation.campaigns.count, by: 3)
          .reduce(into: CampaignTally()) { $0 += observation.campaigns[$1] }
        #expect(tally.unreached > 0 && tally.rightParty > 0 && tally.wrongParty > 0)
        #expect((tally.nuisance > 0) == (campaign == 2))
      }
      #expect(observation.teams.allSatisfy { $0.outbound <= $0.busy + 1e-6 })
    }
  }

  @Test("What is under way when the simulation ends is booked as such")
  func atTheEnd() throws {
    let dialer = Campaign.Dialer.predictive(ratio: 3, minimumIdle: 1)
    // Three calls begin to ring a second before midnight of the only day.
    var center = try center(campaign(dialer: dialer, ring: 600, wrapUp: nil), agents: 1)
    center.outbound[0].hours = WeeklyHours(ranges: Array(repeating: [82_800..<86_400], count: 7))
    center.outbound[0].ring = try constant(3599)
    var (tally, _) = try run(center)
    #expect(tally.dials == 3 && tally.rightParty == 1 && tally.waitingEnd == 2)
    center.outbound[0].ring = try constant(3601)
    (tally, _) = try run(center)
    #expect(tally.dials == 3 && tally.ringingEnd == 3 && tally.booksBalance)
  }

  @Test("What makes no sense is refused, with the way to it")
  func refused() throws {
    var center = try center(campaign(), agents: 1)
    #expect(center.problems().isEmpty)
    center.outbound[0].reach = 1.5
    center.outbound[0].tries = 0
    center.outbound[0].retryAfter = 0
    center.outbound[0].ring = try constant(0)
    center.outbound[0].dialer = .predictive(ratio: 0, minimumIdle: 0)
    center.outbound[0].hours = WeeklyHours(ranges: Array(repeating: [], count: 7))
    #expect(
      center.problems().map { $0.path.dropFirst(2).joined(separator: ".") } == [
        "hours", "reach", "tries", "retryAfter", "ring", "dialer.predictive.ratio",
        "dialer.predictive.minimumIdle",
      ])
    center.outbound = [try campaign()]
    center.teams[0].skills[1].after = 10
    #expect(
      center.problems().map(\.path) == [
        ["teams", "agents", "skills", "outbound/collections", "after"]
      ])
    center.teams[0].skills[1] = Skill(channel: "outbound", demandClass: "sales")
    #expect(center.problems().map(\.kind) == [.unknownName])
    // `*` stands for channels alone.
    center.teams[0].skills[1] = Skill(channel: "*")
    #expect(center.problems().map(\.path) == [["outbound", "collections"]])
    center.outbound = []
    center.teams[0].skills[1] = Skill(channel: "outbound")
    #expect(center.problems().map(\.kind) == [.unknownName])
  }
}
