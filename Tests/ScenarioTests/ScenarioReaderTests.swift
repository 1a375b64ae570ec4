import Center
import Stochastics
import Testing

@testable import Scenario

@Suite("From files to a center")
struct ScenarioReaderTests {
  private func twin(_ name: String, edits: [String] = []) -> ScenarioReading {
    ScenarioReader(read: reader(twinFiles)).read("twin/\(name).jsonc", edits: edits)
  }

  @Test("The example of the documentation reads as it is written")
  func twin() throws {
    let center = try twin("contact-center").sound()
    #expect(center.name == "Contact center")
    #expect(center.calendar.start == CivilDate("2026-11-23"))
    #expect(center.calendar.simulatedDays == 17)
    #expect(center.calendar.fullTimeWeek == 38 * 3_600)
    #expect(center.demand.map(\.name) == ["order status", "advice", "payments"])
    #expect(center.channels.map(\.name) == ["voice", "chat", "email", "social"])
    #expect(center.channels.map(\.medium) == [.voice, .chat, .email, .social])
    #expect(center.fallbackChannel == "voice")
    #expect(center.customerHistory == .unified)
    #expect(center.repeatInformationTime == 50)
    #expect(center.currency == "EUR")

    let voice = center.channels[0]
    #expect(voice.hours.ranges.map(\.count) == [1, 1, 1, 1, 1, 0, 0])
    #expect(voice.hours.ranges[0] == [7 * 3_600..<21 * 3_600])
    #expect(voice.trunks == 160)
    #expect(voice.patience?.mean == 180)
    #expect(voice.target == Target(serviceLevel: 0.8, within: 20))
    #expect(voice.redial?.attempts == 3)
    #expect(voice.cost == ChannelCost(perContact: 0.05, perMinute: 0.02))
    #expect(voice.atClose == .drop)
    #expect(center.channels[1].concurrency == Concurrency(limit: 3, throughput: [1, 1.7, 2.2]))
    #expect(center.channels[1].patience == .exponential(try Exponential(mean: 90)))
    #expect(center.channels[2].hours == .always)
    #expect(center.channels[3].target?.clock == .opening)

    let orders = center.demand[0]
    #expect(orders.resolutionRate == Graded(easy: 0.93, hard: 0.75))
    #expect(orders.dayVariation == DayVariation(cv: 0.06, isShared: true))
    #expect(orders.channels[0].share == Graded(easy: 0.6, hard: 0.5))
    #expect(orders.channels[0].wrapUp == .exponential(try Exponential(mean: 25)))
    #expect(
      orders.channels[0].target
        == Target(serviceLevel: 0.9, within: 30, formula: .ofAnswered, per: .day, days: 0.9))
    #expect(orders.channels[0].resolutionRate == Graded(0.9))
    #expect(orders.channels[3].talkTime?.mean == 180)
    #expect(center.demand[1].channels[0].talkTime?.mean == 260)
    #expect(center.demand[2].channels[0].talkTime == .logNormal(try LogNormal(mean: 300, cv: 0.9)))
  }

  @Test("Tools know their classes, teams their skills")
  func toolsAndTeams() throws {
    let center = try twin("contact-center").sound()
    #expect(center.selfService.map(\.name) == ["ivr", "bot", "help"])
    #expect(
      center.selfService.map(\.containment) == [
        [0.35, 0.05, 0.05], [0.6, 0.15, 0.15], [0.2, 0.2, 0.2],
      ])
    #expect(center.selfService[2].stage == .beforeContact(adoption: 0.3))
    #expect(center.selfService[0].ports == 80)
    #expect(center.selfService[1].time.mean == 90)
    let phones = center.teams[0]
    #expect(
      phones.skills == [
        Skill(channel: "voice"), Skill(channel: "email", rank: 2, keepIdle: 2),
      ])
    #expect(abs(phones.shrinkage - 0.3) < 1e-12)
    #expect(phones.wage == 28)
    #expect(phones.agents.map { $0[15] } == Array(repeating: 21.5, count: 17))
    #expect(phones.agents[0][13] == 0)
    let digital = center.teams[1]
    // The warm-up begins on a Wednesday, 18 November.
    #expect(digital.agents[0][16] == 12)
    #expect(digital.agents[0][24] == 0)
    #expect(digital.agents[3][16] == 0)
    #expect(digital.agentsAre == .present)
  }

  @Test("A profile by weekday averages perDay over the days that it has")
  func profile() throws {
    let orders = try twin("call-center").sound().demand[0]
    let totals = orders.expectedIssues.map { $0.reduce(0, +) }
    // Wed Thu Fri Sat Sun | Mon … Fri | Sat Sun Mon …
    #expect(totals[3] == 0)
    #expect(totals[4] == 0)
    #expect(abs(totals[5..<10].reduce(0, +) / 5 - 1_600) < 1e-9)
    #expect(totals[5] < totals[9])
    #expect(totals[12] == totals[5])
    #expect(orders.expectedIssues[5][13] == 0)
    #expect(orders.expectedIssues[5][14] > 0)
  }

  @Test("A forecast by date lends its days to the warm-up and follow-up")
  func forecast() throws {
    let payments = try twin("call-center").sound().demand[2]
    #expect(payments.expectedIssues[5][14] == 23)
    #expect(payments.expectedIssues[9][14] == 27)
    #expect(payments.expectedIssues[0][14] == 25)
    #expect(payments.expectedIssues[16][14] == 27)
    #expect(payments.expectedIssues[3].allSatisfy { $0 == 0 })
  }

  @Test("Customers expected when nobody is there are pointed out")
  func outsideHours() throws {
    let notes = twin("contact-center").diagnostics.kept.filter { $0.code == .outsideHours }
    #expect(notes.map(\.path.description) == ["demand.advice.volume"])
    #expect(try #require(notes.first).message.contains(" % of the expected issues turn first to"))
  }

  @Test("Bare durations take the customary shape, and a note says so")
  func notes() {
    let notes = twin("contact-center").diagnostics.kept.filter { $0.code == .customaryShape }
    #expect(
      notes.map(\.path.description).sorted() == [
        "channels.chat.patience", "channels.voice.wrapUp",
        "demand.\"order status\".channels.voice.wrapUp", "demand.payments.channels.voice.talkTime",
      ])
  }

  @Test("Edits reach volumes, agents and distributions however they are written")
  func edits() throws {
    let plain = try twin("contact-center").sound()
    let edited = try twin(
      "contact-center",
      edits: [
        "demand.*.volume*=1.1", "teams.phones.agents-=2", "teams.*.wage+=1",
        "demand.\"order status\".channels.voice.talkTime*=2", "channels.voice.trunks=140",
        "repeatInformationTime/=2", "routing.agent=longest-idle",
      ]
    ).sound()
    for (before, after) in zip(plain.demand, edited.demand) {
      let pairs = zip(before.expectedIssues.joined(), after.expectedIssues.joined())
      #expect(pairs.allSatisfy { abs($1 - $0 * 1.1) <= 1e-12 * $0 })
    }
    let agents = zip(plain.teams[0].agents.joined(), edited.teams[0].agents.joined())
    #expect(agents.allSatisfy { $1 == ($0 > 0 ? $0 - 2 : 0) })
    #expect(edited.teams.prefix(2).map(\.wage) == [29, 27])
    #expect(edited.demand[0].channels[0].talkTime == .logNormal(try LogNormal(mean: 480, cv: 0.9)))
    #expect(edited.channels[0].trunks == 140)
    #expect(edited.repeatInformationTime == 25)
  }

  @Test("A scenario without a name has its file's")
  func name() throws {
    #expect(try read("\"name\": null").sound().name == "main")
  }

  @Test("The same files give the same center, every time")
  func repeatable() throws {
    #expect(try twin("contact-center").sound() == twin("contact-center").sound())
  }

  @Test("A file named on the command line that is missing is told apart from one in a scenario")
  func missing() {
    let reading = ScenarioReader(read: reader([:])).read("none.jsonc")
    #expect(reading.failure == .missing)
    #expect(reading.diagnostics.rendered() == "error[E201]: there is no file \"none.jsonc\"\n")
    let inside = read(#""teams": { "front": { "agents": { "file": "none.csv" } } }"#)
    #expect(inside.failure == nil)
    #expect(inside.codes == [.missingFile])
  }

  @Test("Diagnostics come in the order of the files and of the places in them")
  func order() {
    let reading = read(
      """
      "teams": { "front": { "skills": { "voyce": 1 }, "wages": 5 } },
      "channels": { "voice": { "hours": "8 to 9" } }
      """)
    let offsets = reading.diagnostics.kept.compactMap(\.origin?.offset)
    #expect(offsets.count == 3)
    #expect(offsets == offsets.sorted())
  }

  @Test("Diagnostics of the documentation read as they are documented")
  func documented() {
    let reading = read(
      """
      "channels": { "voice": { "hours": { "Mon-Fri": "08:00-18:00" }, "patiense": "90s" } },
      "teams": { "front": { "agents": { "file": "front.csv" } } }
      """,
      files: [
        "front.csv": "interval_start,agents\n"
          + (16..<36).filter { $0 != 25 }.map { clock(halfHour: $0) + ",5\n" }.joined()
      ])
    let lines = reading.diagnostics.errors.map { String($0.rendered().prefix { $0 != "\n" }) }
    #expect(
      lines == [
        "main.jsonc:1:92: error[E104]: channels.voice.patiense: unknown key; "
          + "did you mean \"patience\"?",
        "main.jsonc:2:43: error[E211]: teams.front.agents: 'front.csv' has no row for 12:30, "
          + "inside the team's hours",
      ])
  }
}
