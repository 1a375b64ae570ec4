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

  // MARK: Offered volumes

  private func issues(
    _ orders: String, design: String = "\"currency\": \"USD\"",
    volume: String =
      #"{ "perInterval": 100, "counts": "offered" }"#
  ) throws -> Double {
    try read("\(design), \"demand\": { \"orders\": { \"volume\": \(volume), \(orders) } }").sound()
      .demand[0].expectedIssues[0][0]
  }

  private let comesBack = #""repeatContactAfter": { "constant": "1d" }"#

  @Test("Offered contacts are issues times their expected entries")
  func offered() throws {
    // Every issue is resolved by one contact.
    #expect(try issues(comesBack) == 100)
    // Resolved with probability 0.8: 1 / 0.8 entries each; without return one entry.
    #expect(abs(try issues(comesBack + #", "resolutionRate": 0.8"#) - 80) < 1e-9)
    #expect(try issues(#""resolutionRate": 0.8"#) == 100)
    // Linear in difficulty: the mean of 1/r over r from 1 down to 0.5 is 2 ln 2.
    let graded = try issues(comesBack + #", "resolutionRate": { "easy": 1, "hard": 0.5 }"#)
    #expect(abs(graded - 100 / (2 * 0.693147180559945)) < 1e-8)
  }

  @Test("Self-service takes issues away for good, or until they come back")
  func offeredBehindSelfService() throws {
    let ivr = { (text: String) in
      "\"selfService\": { \"ivr\": { \"on\": [\"voice\"], \"containment\": 0.3, \(text) } }"
    }
    #expect(abs(try issues(comesBack, design: ivr("\"easyContactBias\": 1")) - 100 / 0.7) < 1e-9)
    #expect(abs(try issues(comesBack, design: ivr("\"easyContactBias\": 0")) - 100 / 0.7) < 1e-9)
    let half = ivr("\"easyContactBias\": 0.5, \"trueResolution\": 0.5")
    #expect(abs(try issues(comesBack, design: half) - 100 / 0.85) < 1e-9)
    #expect(abs(try issues("\"resolutionRate\": 1", design: half) - 100 / 0.7) < 1e-9)
    let help =
      #""selfService": { "help": { "stage": "beforeContact", "adoption": 0.5, "containment": 0.4 } }"#
    #expect(abs(try issues(comesBack, design: help) - 100 / 0.8) < 1e-9)
    // Hard issues need more contacts, and the tool leaves the hard ones: ∫ from 0.3 to 1 of
    // dd / (1 − d/2) = 2 ln(0.85 / 0.5).
    let hard = try issues(
      comesBack + #", "resolutionRate": { "easy": 1, "hard": 0.5 }"#,
      design: ivr("\"easyContactBias\": 1"))
    #expect(abs(hard - 100 / (2 * 0.530628251062170)) < 1e-8)
  }

  @Test("The issues behind an offered volume are those of the file that wrote it")
  func offeredIsKept() throws {
    let files = [
      "a.jsonc": baseScenario.replacing(
        "\"counts\": \"issues\"", with: "\"counts\": \"offered\""),
      "b.jsonc": """
      { "extends": "a.jsonc",
        "selfService": { "ivr": { "on": ["voice"], "containment": 0.5 } } }
      """,
      "c.jsonc": """
      { "extends": "b.jsonc",
        "demand": { "orders": { "volume": { "perDay": 480, "counts": "offered" } } } }
      """,
    ]
    func issues(_ file: String, edits: [String] = []) throws -> Double {
      try ScenarioReader(read: reader(files)).read(file, edits: edits).sound()
        .demand[0].expectedIssues[0][0]
    }
    #expect(try issues("a.jsonc") == 10)
    #expect(try issues("b.jsonc") == 10)
    #expect(abs(try issues("c.jsonc") - 20) < 1e-9)
    #expect(abs(try issues("b.jsonc", edits: ["demand.orders.volume.perDay*=2"]) - 20) < 1e-9)
    #expect(abs(try issues("b.jsonc", edits: ["demand.orders.volume*=2"]) - 20) < 1e-9)
  }

  @Test("Offered volumes without an answer are refused")
  func offeredRefused() {
    let zero = read(
      """
      "demand": { "orders": { "volume": { "perDay": 1, "counts": "offered" },
        "resolutionRate": 0, \(comesBack) } }
      """)
    #expect(zero.codes == [.offeredVolumeUnsolvable])
    let all = read(
      """
      "demand": { "orders": { "volume": { "perDay": 1, "counts": "offered" } } },
      "selfService": { "ivr": { "on": ["voice"], "containment": 1 } }
      """)
    #expect(all.codes == [.offeredVolumeUnsolvable])
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
}
