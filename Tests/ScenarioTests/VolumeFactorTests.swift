import Center
import Testing

@testable import Scenario

@Suite("What a volume is multiplied by")
struct VolumeFactorTests {
  private func reading(
    _ members: String, calendar: String = "\"days\": 1", files: [String: String] = [:]
  ) -> ScenarioReading {
    read(
      """
      "calendar": { \(calendar) },
      "demand": { "orders": { "volume": { "perDay": 480, "counts": "issues", \(members) } } }
      """, files: files)
  }

  private func days(_ members: String, calendar: String) throws -> [Double] {
    try reading(members, calendar: calendar).sound().demand[0].expectedIssues.map { $0[0] }
  }

  @Test("Growth compounds by year from the first counted day, and is linear within")
  func growth() throws {
    let issues = try days("\"growth\": 0.1", calendar: "\"days\": 731, \"warmUpDays\": 365")
    #expect(abs(issues[0] - 10 / 1.1) < 1e-12)
    #expect(issues[365] == 10)
    #expect(abs(issues[365 + 73] - 10.2) < 1e-12)
    #expect(abs(issues[730] - 11) < 1e-12)
    #expect(abs(issues[1095] - 12.1) < 1e-12)
    #expect(zip(issues, issues.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("Weekdays and weeks have their factors, all others 1")
  func seasons() throws {
    // 2026-12-21 is the Monday of week 52; week 53 follows, then week 1 from 2027-01-04.
    let issues = try days(
      #""dayOfWeek": { "Sat,Sun": 0.5 }, "weekOfYear": { "53": 2, "1-2": 3 }"#,
      calendar: "\"start\": \"2026-12-21\", \"days\": 22")
    let week = [1, 1, 1, 1, 1, 0.5, 0.5]
    #expect(issues == week.map { $0 * 10 } + week.map { $0 * 20 } + week.map { $0 * 30 } + [30])
  }

  @Test("A surge multiplies the part of each interval that it covers; surges multiply")
  func surges() throws {
    let issues = try reading(
      """
      "surges": [
        { "from": "2026-11-23 10:15", "to": "2026-11-23 11:00", "factor": 3 },
        { "from": "2026-11-23", "to": "2026-11-23", "factor": 2 },
        { "from": "2020-01-01", "to": "2020-12-31", "factor": 9 }
      ]
      """
    ).sound().demand[0].expectedIssues[0]
    #expect(issues[20] == 10 * 2 * 2)
    #expect(issues[21] == 10 * 3 * 2)
    #expect(issues.indices.filter { issues[$0] != 20 } == [20, 21])
  }

  @Test("Factors beyond all bounds are refused where they are written")
  func tooMuch() {
    let surge = #"{ "from": "2026-11-23", "to": "2026-11-23", "factor": 1000 }"#
    let surges = Array(repeating: surge, count: 200).joined(separator: ", ")
    let found = reading(#""surges": [\#(surges)]"#)
    #expect(found.codes == [.limitExceeded])
    #expect(found.firstLine.contains("demand.orders.volume.surges.2: with this surge"))
    let grown = reading(
      #""growth": 10"#, calendar: #""days": 1, "warmUpDays": 0, "followUpDays": 3660"#)
    #expect(grown.firstLine.contains("demand.orders.volume: with growth"))
  }

  @Test("A surge outside the simulated days is worth a note")
  func surgeOutside() {
    let reading = reading(
      #""surges": [{ "from": "2020-01-01", "to": "2020-12-31", "factor": 9 }]"#)
    let notes = reading.diagnostics.kept.filter { $0.code == .outsideCalendar }
    #expect(notes.map(\.path.description) == ["demand.orders.volume.surges.0"])
  }

  @Test("Without noise, issues come exactly; else by chance")
  func noise() throws {
    #expect(try reading("\"arrivalNoise\": \"none\"").sound().demand[0].arrivals == .exact)
    #expect(try reading("\"arrivalNoise\": \"poisson\"").sound().demand[0].arrivals == .random)
  }

  @Test(
    "What contradicts itself is refused with the reason",
    arguments: [
      (
        #""dayOfWeek": { "Mon": 2 }, "profile": { "file": "p.csv" }"#,
        "how weekdays differ"
      ),
      (#""dayOfWeek": { "Mon-Wed": 2, "Tue": 1 }"#, "a weekday is written twice"),
      (#""weekOfYear": { "50-3": 2, "1": 1 }"#, "a week is written twice"),
      (
        #""surges": [{ "from": "2026-11-24", "to": "2026-11-23", "factor": 2 }]"#,
        "ends before it begins"
      ),
    ])
  func contradictions(members: String, reason: String) {
    let reading = reading(members, files: ["p.csv": weekdayTable { _, _ in 1 }])
    #expect(reading.codes == [.contradiction])
    #expect(reading.firstLine.contains(reason))
  }

  @Test("A trace is read to the fraction of a second; what lies outside is left out")
  func trace() throws {
    let text = "came\n2026-11-23T08:30:12.25\n2026-11-23 00:00\n2026-11-22 23:59:59\n"
    let center = try read(
      """
      "demand": { "orders": { "volume": {
        "trace": { "file": "t.csv", "column": "came" }, "counts": "issues" } } }
      """, files: ["t.csv": text]
    ).sound()
    #expect(center.demand[0].arrivals == .measured([[0, 30_612.25]]))
    let issues = center.demand[0].expectedIssues[0]
    #expect(issues[0] == 1 && issues[17] == 1)
    #expect(issues.reduce(0, +) == 2)
  }

  @Test(
    "A trace that says nothing, or is changed by something else, is refused",
    arguments: [
      ("came\n2026-11-22 08:00\n", #""counts": "issues""#, DiagnosticCode.noRows),
      ("came\nat noon\n", #""counts": "issues""#, .malformedCell),
      ("when\n2026-11-23 08:00\n", #""counts": "issues""#, .missingColumn),
      ("came\n2026-11-23 08:00\n", #""counts": "offered""#, .contradiction),
      ("came\n2026-11-23 08:00\n", #""counts": "issues", "growth": 0.1"#, .contradiction),
    ])
  func traceRefused(table: String, members: String, code: DiagnosticCode) {
    let reading = read(
      """
      "demand": { "orders": { "volume": {
        "trace": { "file": "t.csv", "column": "came" }, \(members) } } }
      """, files: ["t.csv": table])
    #expect(reading.codes == [code])
  }
}
