import Center
import Erlang
import Stochastics
import Testing

@testable import Scenario

@Suite("Volumes, agents, and what is computed for them")
struct VolumeAndStaffingTests {
  private func volume(_ text: String, files: [String: String] = [:]) throws -> [Double] {
    try read("\"demand\": { \"orders\": { \"volume\": \(text) } }", files: files).sound()
      .demand[0].expectedIssues[0]
  }

  private func agents(_ text: String, files: [String: String] = [:], hours: String = "")
    throws -> [Double]
  {
    try read("\(hours) \"teams\": { \"front\": { \"agents\": \(text) } }", files: files).sound()
      .teams[0].agents[0]
  }

  private let officeHours = #""channels": { "voice": { "hours": { "Mon-Fri": "08:00-10:00" } } },"#

  @Test("A volume without a profile is even over the day")
  func even() throws {
    #expect(
      try volume(#"{ "perDay": 480, "counts": "issues" }"#) == Array(repeating: 10, count: 48))
    #expect(
      try volume(#"{ "perInterval": 7, "counts": "issues" }"#) == Array(repeating: 7, count: 48))
    let list = (0..<48).map { "\($0)" }.joined(separator: ",")
    #expect(
      try volume("{ \"perInterval\": [\(list)], \"counts\": \"issues\" }")
        == (0..<48).map(Double.init))
    #expect(
      try volume("{ \"perDay\": 2256, \"profile\": [\(list)], \"counts\": \"issues\" }")
        == (0..<48).map { Double($0) * 2 })
  }

  @Test(
    "Rows of 15, 30 and 60 minutes keep the day's volume on intervals of 30 minutes",
    arguments: [15, 30, 60])
  func rowLengths(minutes: Int) throws {
    let rows = stride(from: 480, to: 600, by: minutes).map {
      "\(TimeText.clock(minute: $0)),\(minutes)\n"
    }
    let values = try volume(
      #"{ "file": "v.csv", "counts": "issues" }"#,
      files: ["v.csv": "interval_start,volume\n" + rows.joined()])
    #expect(values.reduce(0, +) == 120)
    #expect(values[16..<20].allSatisfy { $0 == 30 })
  }

  @Test("A hole between rows, and a row missing inside the hours, are errors; outside is nothing")
  func missingRows() throws {
    let table = { (rows: [Int]) in
      ["v.csv": "interval_start,volume\n" + rows.map { clock(halfHour: $0) + ",1\n" }.joined()]
    }
    let text = #""demand": { "orders": { "volume": { "file": "v.csv", "counts": "issues" } } }"#
    let hole = read(text, files: table([16, 17, 19]))
    #expect(hole.firstLine.contains("error[E211]"))
    #expect(hole.firstLine.contains("no row for 08:30") == false)
    #expect(hole.firstLine.contains("no row for 09:00"))
    let late = read(officeHours + text, files: table([17, 18, 19]))
    #expect(late.firstLine.contains("'v.csv' has no row for 08:00, inside the opening hours"))
    #expect(read(officeHours + text, files: table(Array(16..<20))).codes.isEmpty)
    #expect(read(text, files: table([16, 17])).codes.isEmpty)
  }

  @Test("Agents are a number over the hours, a list, by weekday, or a table")
  func agentForms() throws {
    #expect(try agents("5") == Array(repeating: 5, count: 48))
    let open = try agents("5", hours: officeHours)
    #expect(open.indices.filter { open[$0] > 0 } == [16, 17, 18, 19])
    #expect(try agents("[1, 2, 3, 4]", hours: officeHours)[16..<20] == [1, 2, 3, 4])
    #expect(try agents(#"{ "Mon": 7, "Tue-Sun": 1 }"#)[0] == 7)
    #expect(try agents(#"{ "Mon": [1, 2, 3, 4] }"#, hours: officeHours)[19] == 4)
    let table = "interval_start,agents\n08:00,3\n09:00,4\n"
    let hourly = try agents(#"{ "file": "a.csv" }"#, files: ["a.csv": table], hours: officeHours)
    #expect(hourly[16..<20] == [3, 3, 4, 4])
    #expect(hourly.reduce(0, +) == 14)
  }

  @Test("A list of the wrong length says which lengths there are")
  func listLength() {
    let reading = read(officeHours + #""teams": { "front": { "agents": [1, 2, 3] } }"#)
    #expect(reading.firstLine.contains("3 elements; expected 4"))
  }

  @Test("erlang-c staffs each interval for its first contacts, paid heads rounded up")
  func erlangC() throws {
    let differences = """
      "demand": { "orders": { "volume": { "perInterval": 100, "counts": "issues" } } },
      "selfService": { "ivr": { "on": ["voice"], "containment": 0.1 } },
      "teams": { "front": { "agents": "erlang-c", "shrinkage": 0.3 } }
      """
    let center = try read(differences).sound()
    let present = try ErlangC.requiredAgents(
      offeredLoad: 90 * 180 / 1800, handleTime: 180, target: .serviceLevel(0.8, within: 20))
    let paid = (Double(present) / 0.7).rounded(.up)
    #expect(center.teams[0].agents.joined().allSatisfy { $0 == paid })
    #expect(Set(center.teams[0].presentAgents.joined()).min() ?? 0 >= present)
    let more = try read(differences, edits: ["teams.front.agents+=2"]).sound()
    #expect(more.teams[0].agents[0][0] == paid + 2)
    let counted = try read(differences, edits: ["teams.front.agentsAre=present"]).sound()
    #expect(counted.teams[0].agents[0][0] == Double(present))
  }

  @Test(
    "erlang-c is refused with the reason where it does not apply",
    arguments: [
      (#""channels": { "voice": { "target": null } }"#, "no target"),
      (
        #""teams": { "back": { "agents": 3, "skills": { "voice": 1 } } }"#,
        "served at rank 1 by 'back' as well"
      ),
      (#""teams": { "front": { "skills": { "voice": 2 } } }"#, "no queue at rank 1"),
      (
        #""channels": { "voice": { "target": { "serviceLevel": 1 } } }"#,
        "answers everybody in time"
      ),
      (
        #""channels": { "voice": { "medium": "email" } }"#, "deferred"
      ),
      (
        #""channels": { "voice": { "medium": "chat", "concurrency": { "limit": 2, "throughput": [1, 2] } } }"#,
        "side by side"
      ),
    ])
  func erlangCRefused(differences: String, reason: String) {
    let reading = read(differences, edits: ["teams.front.agents=erlang-c"])
    #expect(reading.codes == [.formulaDoesNotApply])
    #expect(reading.firstLine.contains(reason))
  }

  @Test("erlang-a staffs for customers who abandon; their patience is exponential, and one")
  func erlangA() throws {
    let exponential = #""patience": { "exponential": { "mean": "2m" } }"#
    func agents(_ formula: String, _ patience: String) -> ScenarioReading {
      read(
        #""demand": { "orders": { "volume": { "perInterval": 100, "counts": "issues" } } }, "#
          + #""channels": { "voice": { \#(patience) } }, "#
          + #""teams": { "front": { "agents": "\#(formula)" } }"#)
    }
    let heads = try agents("erlang-a", exponential).sound().teams[0].agents[0][0]
    let required = try ErlangA.requiredAgents(
      offeredLoad: 10, handleTime: 180, patience: 120, target: .serviceLevel(0.8, within: 20))
    #expect(heads == Double(required))
    #expect(heads < (try agents("erlang-c", exponential).sound().teams[0].agents[0][0]))
    let weibull = agents("erlang-a", #""patience": { "weibull": { "mean": "2m", "shape": 0.8 } }"#)
    #expect(weibull.codes == [.formulaDoesNotApply])
    #expect(weibull.firstLine.contains("erlang-a does not apply"))
    #expect(weibull.firstLine.contains("is not exponential"))
  }

  @Test("Hours may be split, run over midnight, or be the same every day")
  func hours() throws {
    func ranges(_ text: String) throws -> [[Range<Int>]] {
      try read("\"channels\": { \"voice\": { \"hours\": \(text) } }").sound().channels[0].hours
        .ranges
    }
    #expect(try ranges("\"always\"") == WeeklyHours.always.ranges)
    #expect(try ranges("\"07:00-21:00\"") == Array(repeating: [25_200..<75_600], count: 7))
    let night = try ranges(
      #"{ "Mon": "22:00-02:00", "Tue": ["08:00-12:00", "13:00-24:00"], "Sun": "closed" }"#)
    #expect(night[0] == [79_200..<86_400])
    #expect(night[1] == [0..<7_200, 28_800..<43_200, 46_800..<86_400])
    #expect(night[6].isEmpty)
  }

  @Test("erlang-c counts customers who fall back, always or while their channel is closed")
  func erlangCWithFallback() throws {
    func agents(_ channels: String) throws -> [Double] {
      try read(
        """
        "demand": { "orders": { "volume": { "perInterval": 100, "counts": "issues" },
          "channels": { "voice": { "share": 0.6 }, "chat": { "share": 0.4, "talkTime": "3m" } } } },
        "fallbackChannel": "voice", "channels": { \(channels) },
        "teams": { "front": { "agents": "erlang-c" },
          "digital": { "agents": 9, "skills": { "chat": 1 } } }
        """
      ).sound().teams[0].agents[0]
    }
    func required(_ contacts: Double) throws -> Double {
      Double(
        try ErlangC.requiredAgents(
          offeredLoad: contacts * 180 / 1800, handleTime: 180,
          target: .serviceLevel(0.8, within: 20)))
    }
    let withChat = try agents(#""chat": { "medium": "chat", "hours": { "Mon": "08:00-18:00" } }"#)
    #expect(withChat[15] == (try required(100)))
    #expect(withChat[16] == (try required(60)))
    #expect(withChat[36] == (try required(100)))
  }

  @Test("A forecast by date needs every counted day, and lends its days to the others")
  func dates() throws {
    func reading(_ dates: [String]) -> ScenarioReading {
      let rows = dates.enumerated().flatMap { index, date in
        (0..<48).map { "\(date) \(clock(halfHour: $0)),\(index + 1)\n" }
      }
      return read(
        """
        "calendar": { "days": 2, "warmUpDays": 7, "followUpDays": 7 },
        "demand": { "orders": { "volume": { "file": "f.csv", "counts": "issues" } } }
        """, files: ["f.csv": "interval_start,volume\n" + rows.joined()])
    }
    let issues = try reading(["2026-11-23", "2026-11-24"]).sound().demand[0].expectedIssues
    // Mondays and Tuesdays of the weeks before and after, and nothing on the other days.
    #expect(issues.map { $0[0] } == [1, 2, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 1, 2])
    let missing = reading(["2026-11-23", "2026-11-25"])
    #expect(missing.codes == [.missingRow])
    #expect(missing.firstLine.contains("no row for 2026-11-24 00:00"))
  }

  @Test("Agents that change within an interval need shorter intervals")
  func shorterRows() throws {
    func reading(_ second: Int, interval: String) -> ScenarioReading {
      let rows = (0..<96).map {
        "\(TimeText.clock(minute: $0 * 15)),\($0 % 2 == 0 ? 5 : second)\n"
      }
      return read(
        """
        "calendar": { "interval": "\(interval)" },
        "teams": { "front": { "agents": { "file": "a.csv" } } }
        """, files: ["a.csv": "time,agents\n" + rows.joined()])
    }
    #expect(
      try reading(5, interval: "30m").sound().teams[0].agents[0] == Array(repeating: 5, count: 48))
    #expect(reading(6, interval: "30m").codes == [.rowsDoNotFit])
    #expect(try reading(6, interval: "15m").sound().teams[0].agents[0][0..<2] == [5, 6])
    #expect(reading(5, interval: "10m").codes == [.rowsDoNotFit])
  }

  @Test("Edits may write keys that a file left out, below names that there are")
  func editsCreate() throws {
    let center = try read(
      "\"currency\": \"USD\"",
      edits: [
        "calendar.warmUpDays=2", "channels.voice.cost.perContact=0.5", "routing.agent=longest-idle",
      ]
    ).sound()
    #expect(center.calendar.warmUpDays == 2)
    #expect(center.channels[0].cost.perContact == 0.5)
    #expect(
      read("\"currency\": \"USD\"", edits: ["channels.chat.medium=chat"]).codes
        == [.editMatchesNothing])
  }

  @Test("Relative edits that would not leave a number are refused at the edit")
  func editsRefused() {
    func codes(_ edit: String) -> [DiagnosticCode] {
      read("\"currency\": \"USD\"", edits: [edit]).codes
    }
    #expect(codes("demand.orders.volume+=5") == [.editDoesNotApply])
    #expect(codes("demand.orders.volume*=-1") == [.editDoesNotApply])
    #expect(codes("demand.orders.channels.voice.talkTime+=5s") == [.editDoesNotApply])
    #expect(codes("teams.front.agents*=1e9") == [.limitExceeded])
    #expect(codes("teams.front.agents-=9") == [.outOfRange])
  }
}
