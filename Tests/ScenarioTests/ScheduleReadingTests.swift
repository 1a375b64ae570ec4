import Center
import Testing

@testable import Scenario

@Suite("Exceptions, shifts and schedules")
struct ScheduleReadingTests {
  private let officeHours = #""channels": { "voice": { "hours": { "Mon-Fri": "08:00-10:00" } } },"#

  private func team(_ members: String, days: Int = 1, files: [String: String] = [:]) throws -> Team
  {
    try reading(members, days: days, files: files).sound().teams[0]
  }

  private func reading(
    _ members: String, days: Int = 1, files: [String: String] = [:]
  ) -> ScenarioReading {
    read(
      officeHours + #""calendar": { "days": \#(days) }, "teams": { "front": { \#(members) } }"#,
      files: files)
  }

  // MARK: Exceptions

  @Test("An exception changes the intervals of its time that have agents")
  func exceptions() throws {
    let fewer = try team(
      #""agents": 5, "exceptions": [{ "date": "2026-11-23", "from": "09:00", "agents": -2 }]"#)
    #expect(Array(fewer.agents[0][15..<21]) == [0, 5, 5, 3, 3, 0])
    let more = try team(
      #""agents": 5, "exceptions": [{ "date": "2026-11-23", "agents": 1.5, "reason": "fair" }]"#)
    #expect(Array(more.agents[0][15..<21]) == [0, 6.5, 6.5, 6.5, 6.5, 0])
    let early = try team(
      #""agents": 5, "exceptions": [{ "date": "2026-11-23", "to": "07:00", "agents": 1 }]"#)
    #expect(early.agents[0].prefix(14).allSatisfy { $0 == 1 })
    let other = try team(
      #""agents": 5, "exceptions": [{ "date": "2026-12-24", "agents": -9 }]"#)
    #expect(other.agents[0][16] == 5)
  }

  @Test("Exceptions change a roster too: fewer of those on duty, more beside them")
  func exceptionsBesideShifts() throws {
    let changed = { (members: String) in
      #""agents": { "shifts": [{ "start": "08:10", "end": "16:00", "agents": 8 }] }, "#
        + #""exceptions": [{ "date": "2026-11-24", \#(members) }]"#
    }
    let fewer = try team(changed(#""from": "09:00", "to": "11:00", "agents": -3"#), days: 2)
    #expect(
      fewer.rosterExceptions == [RosterException(intervals: 66..<70, agents: -3)])
    let more = try team(changed(#""agents": 2"#), days: 2)
    #expect(
      more.rosterExceptions
        == [RosterException(intervals: 48..<96, agents: 2, goesWithRoster: true)])
    let tooMany = reading(changed(#""agents": -9"#), days: 2)
    #expect(tooMany.codes == [.contradiction])
    #expect(tooMany.firstLine.contains("9 fewer are more than the 8 agents who are on duty"))
    let night = reading(changed(#""to": "08:00", "agents": -1"#), days: 2)
    #expect(night.firstLine.contains("more than the 0 agents"))
  }

  @Test("A date outside the simulated days is worth a note: it changes nothing")
  func outsideCalendar() throws {
    let found = reading(
      #""agents": 5, "exceptions": [{ "date": "2026-12-24", "agents": -9 }]"#)
    let notes = found.diagnostics.kept.filter { $0.code == .outsideCalendar }
    #expect(notes.map(\.path.description) == ["teams.front.exceptions.0.date"])
    #expect(
      notes.first?.message == "2026-12-24 is outside the simulated days, 2026-11-23 to "
        + "2026-11-23, and changes nothing")
    let inWarmUp = read(
      officeHours + #""calendar": { "days": 1, "warmUpDays": 3 }, "teams": { "front": { "#
        + #""agents": 5, "exceptions": [{ "date": "2026-11-20", "agents": -2 }] } }"#)
    #expect(inWarmUp.center?.teams[0].agents[0][16] == 3)
    #expect(!inWarmUp.codes.contains(.outsideCalendar))
  }

  @Test(
    "An exception that makes no sense is refused with the reason",
    arguments: [
      (#""date": "2026-11-23", "agents": -9"#, "E118", "9 fewer are more than the 5 agents of"),
      (#""date": "2026-11-23", "from": "09:10", "agents": 1"#, "E123", "intervals of 30m"),
      (
        #""date": "2026-11-23", "from": "10:00", "to": "09:00", "agents": 1"#, "E118", "ends before"
      ),
      (#""date": "2026-11-31", "agents": 1"#, "E116", "not a date"),
      (#""date": "2026-11-23", "from": "25:00", "agents": 1"#, "E115", "not a time of day"),
      (#""date": "2026-11-23", "agents": 999999"#, "E112", "1,000,000"),
    ])
  func refusedExceptions(members: String, code: String, words: String) {
    let found = reading(#""agents": 5, "exceptions": [{ \#(members) }]"#)
    #expect(found.firstLine.contains("error[\(code)]"))
    #expect(found.firstLine.contains(words))
  }

  // MARK: Shifts

  @Test("A window lets breaks stagger: equal groups take it one after the other")
  func staggeredBreaks() throws {
    let team = try team(
      """
      "agents": { "shifts": [{ "start": "07:50", "end": "16:00", "agents": 5, "breaks": [
        { "from": "11:00", "to": "12:30", "for": "30m", "paid": false },
        { "from": "14:00", "to": "14:15" }] }] }
      """)
    let lunch = team.roster.filter { $0.activity == .unpaid }
    #expect(lunch.map(\.agents) == [0..<2, 2..<4, 4..<5])
    #expect(lunch.map(\.start) == [39_600, 41_400, 43_200])
    #expect(lunch.allSatisfy { $0.end - $0.start == 1800 })
    let coffee = team.roster.filter { $0.activity == .paid }
    #expect(coffee.allSatisfy { $0.start == 50_400 && $0.end == 51_300 })
    // Work and breaks of each group fill the shift without a gap.
    for agents in [0..<2, 2..<4, 4..<5] {
      let own = team.roster.filter { $0.agents == agents }
      #expect(own.first?.start == 28_200 && own.last?.end == 57_600)
      #expect(zip(own, own.dropFirst()).allSatisfy { $0.end == $1.start })
    }
  }

  @Test("Shifts work on the days of the team's hours, or on their own, and over midnight")
  func shiftDays() throws {
    let shift = { (members: String) in
      #""agents": { "shifts": [{ "agents": 1, "start": "08:00", "end": "09:00" \#(members) }] }"#
    }
    // Monday to Sunday: the channel is open on weekdays.
    #expect(try team(shift(""), days: 7).roster.map(\.day) == [0, 1, 2, 3, 4])
    #expect(try team(shift(#", "days": "Sat""#), days: 7).roster.map(\.day) == [5])
    let night = try team(
      #""agents": { "shifts": [{ "agents": 1, "start": "22:00", "end": "06:00", "breaks": [ "#
        + #"{ "from": "01:00", "to": "01:30" }] }] }"#)
    #expect(night.roster.map(\.start) == [79_200, 90_000, 91_800])
    #expect(night.roster.last?.end == 108_000)
    // Where it works on Sundays too, the end of Sunday's is there on the first Monday.
    let daily = try team(
      #""agents": { "shifts": [{ "agents": 1, "start": "22:00", "end": "06:00", "#
        + #""days": "daily" }] }"#)
    #expect(daily.roster.map(\.day) == [-1, 0])
    #expect(daily.roster.map(\.start) == [0, 79_200] && daily.roster[0].end == 21_600)
  }

  @Test(
    "A shift that makes no sense is refused with the reason",
    arguments: [
      (#""breaks": [{ "from": "15:00", "to": "17:00" }]"#, "not within the shift"),
      (#""breaks": [{ "from": "10:00", "to": "10:10", "for": "15m" }]"#, "no longer than its"),
      (
        #""breaks": [{ "from": "10:00", "to": "11:00" }, { "from": "10:30", "to": "12:00" }]"#,
        "windows of two breaks overlap"
      ),
      (#""days": "Someday""#, "names no weekdays"),
    ])
  func refusedShifts(members: String, words: String) {
    let found = reading(
      #""agents": { "shifts": [{ "start": "08:00", "end": "16:00", "agents": 2, \#(members) }] }"#)
    #expect(found.firstLine.contains(words))
  }

  @Test("A shift starts on its day, not at the end of it")
  func startsAtTheEndOfTheDay() {
    let found = reading(
      #""agents": { "shifts": [{ "start": "24:00", "end": "08:00", "agents": 2 }] }"#)
    #expect(found.codes == [.malformedHours])
    #expect(found.firstLine.contains("no shift starts at 24:00"))
  }

  @Test("Hours of a team hold its shifts and its schedule, or are refused")
  func hoursBesideShifts() throws {
    let hours = { (text: String, start: String) in
      #""hours": { "Mon-Fri": "\#(text)" }, "#
        + #""agents": { "shifts": [{ "start": "\#(start)", "end": "16:00", "agents": 2 }] }"#
    }
    #expect(try team(hours("07:30-16:00", "07:50")).roster.count == 1)
    let outside = reading(hours("08:00-16:00", "07:50"))
    #expect(outside.codes == [.contradiction])
    #expect(
      outside.firstLine.contains("teams.front.hours: somebody is on duty on 2026-11-23 at 07:30"))
    let scheduled = reading(
      #""hours": "09:00-13:00", "agents": { "schedule": "s.csv" }"#, files: ["s.csv": table])
    #expect(scheduled.firstLine.contains("at 08:00, outside these hours (teams.front.agents)"))
  }

  @Test("Shifts stand alone: not beside a table, not edited as a whole")
  func shiftsAlone() {
    let beside = reading(
      #""agents": { "Mon": 3, "shifts": [{ "start": "08:00", "end": "16:00", "agents": 2 }] }"#)
    #expect(beside.codes == [.notOneAlternative])
    let edited = read(
      #""teams": { "front": { "agents": { "shifts": [{ "start": "08:00", "end": "16:00", "#
        + #""agents": 2 }] } } }"#,
      edits: ["teams.front.agents-=1"])
    #expect(edited.codes == [.editDoesNotApply])
  }

  // MARK: Schedules

  private let table = """
    Date,Team,Agent,Activity,Start,End
    2026-11-23,front,Ada,On Queue,08:00,10:00
    2026-11-23,front,Ada,Break,09:00,09:15
    2026-11-23,front,Bob,Work,09:00,13:00
    2026-11-23,front,Bob,Lunch,11:00,11:30
    2026-11-23,front,Cleo,Vacation,08:00,16:00
    2026-11-23,back,Dan,Work,00:00,24:00

    """

  @Test("A schedule gives each agent its duties; breaks go before work, other teams are skipped")
  func schedule() throws {
    let team = try team(#""agents": { "schedule": "s.csv" }"#, files: ["s.csv": table])
    let own = { (agent: Int) in
      team.roster.filter { $0.agents.lowerBound == agent }.sorted { $0.start < $1.start }
        .map { "\($0.start / 60)-\($0.end / 60) \($0.activity)" }
    }
    #expect(own(0) == ["480-540 working", "540-555 paid", "555-600 working"])
    #expect(own(1) == ["540-660 working", "660-690 unpaid", "690-780 working"])
    #expect(own(2) == ["480-960 absent"])
    #expect(team.roster.allSatisfy { $0.agents.upperBound <= 3 })
  }

  @Test("Columns, words and rows can be named; an unknown word, a clash and a lost day are errors")
  func scheduleForms() throws {
    let renamed = """
      wer;was;von;bis
      Ada;Telefon;2026-11-23 08:00;2026-11-23 10:00

      """
    let team = try team(
      #""agents": { "schedule": { "file": "s.csv", "activities": { "telefon": "working" }, "#
        + #""columns": { "agent": "wer", "activity": "was", "start": "von", "end": "bis" } } }"#,
      files: ["s.csv": renamed])
    #expect(team.roster.map(\.end) == [36_000])
    let before = try self.team(
      #""agents": { "schedule": "s.csv" }"#,
      files: ["s.csv": table + "2026-11-22,front,Eve,Work,22:00,06:00\n"])
    #expect(before.roster.filter { $0.day == -1 }.map(\.end) == [21_600])

    let unknown = table.replacing("Lunch", with: "Yoga")
    let words = reading(#""agents": { "schedule": "s.csv" }"#, files: ["s.csv": unknown])
    #expect(words.firstLine.contains("E212") && words.firstLine.contains("Yoga"))
    let clash = table + "2026-11-23,front,Ada,Phone,09:30,11:00\n"
    let twice = reading(#""agents": { "schedule": "s.csv" }"#, files: ["s.csv": clash])
    #expect(twice.firstLine.contains("two activities at the same time"))
    let short = reading(#""agents": { "schedule": "s.csv" }"#, days: 2, files: ["s.csv": table])
    #expect(short.firstLine.contains("nobody on 2026-11-24"))
    let nobody = reading(
      #""agents": { "schedule": "s.csv" }"#, files: ["s.csv": table.replacing("front", with: "x")])
    #expect(nobody.codes == [.noRows])
  }

  @Test("Absence is a rate below 1")
  func absence() throws {
    #expect(try team(#""agents": 5, "absence": "4%""#).absence == 0.04)
    #expect(reading(#""agents": 5, "absence": 1"#).firstLine.contains("teams.front.absence"))
  }
}
