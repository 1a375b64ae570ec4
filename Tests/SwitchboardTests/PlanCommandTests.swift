import Center
import Experiments
import Foundation
import Reports
import Testing

@testable import switchboard

@Suite("plan follows the year")
struct PlanCommandTests {
  private static let twin = ShippedScenarioTests.folder.appending(path: "twin").path
  private static let files = ["call-center-year.jsonc", "contact-center-year.jsonc"].map {
    "\(twin)/\($0)"
  }

  private func plan(_ words: String...) throws -> CommandLineTool.Outcome {
    try CommandLineTool.shell("$S plan " + words.joined(separator: " "))
  }

  private func rows(_ text: String) -> [[String]] {
    text.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
  }

  @Test("A row for every week and team, and for all where there are several")
  func weeks() throws {
    let outcome = try plan(Self.files.joined(separator: " "), "--weeks 3 -r 4 --format csv")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = rows(outcome.output)
    #expect(rows.count == 1 + 3 * 1 + 3 * 3)
    #expect(rows[1].prefix(4) == ["Call center", "2027-W01", "phones", "2027-01-04"])
    #expect(rows[4].prefix(3) == ["Contact center", "2027-W01", "phones"])
    #expect(rows[6].prefix(3) == ["Contact center", "2027-W01", "all"])
    let header = rows[0]
    // Every week of the call center: headcount − leavers + next week's graduates.
    func value(_ row: Int, _ column: String) throws -> Double {
      let place = try #require(header.firstIndex(of: column))
      return try #require(Double(rows[row][place]))
    }
    for row in 1..<3 {
      let next = try value(row, "headcount") - value(row, "leavers") + value(row + 1, "graduates")
      #expect(abs(next - (try value(row + 1, "headcount"))) < 1e-9)
      #expect(
        abs(
          try value(row, "required_fte") - value(row, "effective_fte") - value(row, "gap_fte"))
          < 1e-9)
    }
    // All is the sum of the teams.
    for column in ["headcount", "required_fte", "cost", "shortfall_fte"] {
      #expect(
        abs(try value(4, column) + value(5, column) - value(6, column)) < 1e-6, "\(column)")
    }
    #expect(
      try plan(Self.files.joined(separator: " "), "--weeks 3 -r 4 --format csv").output
        == outcome.output)
  }

  @Test("The first sentence says what the second design saves; the next ones when to hire")
  func sentences() throws {
    let outcome = try plan(
      Self.files.joined(separator: " "), "--requirement schedule -r 0 --format markdown")
    let lines = outcome.output.components(separatedBy: "\n")
    #expect(lines[0].hasPrefix("Contact center requires "))
    #expect(lines[0].contains(" FTE fewer than Call center on average, hires "))
    #expect(lines[0].contains(" USD less over the year"))
    #expect(lines[1].hasPrefix("Call center starts ") && lines[1].contains("decided on by 2027-"))
    #expect(outcome.output.contains("| suggested | yes |"))
  }

  @Test("Both year files have the same customers, those of the twin in ordinary weeks")
  func customers() throws {
    let year = try ScenarioFile.all(Self.files, edits: ["calendar.days=364"], allowOutside: false)
    #expect(DemandDifference.between(year[0].center, year[1].center).isEmpty)
    let names = ["call-center.jsonc", "call-center-year.jsonc"].map { "\(Self.twin)/\($0)" }
    // A week without a factor; growth begins on its first day.
    let week = try ScenarioFile.all(
      names, edits: ["calendar.start=2026-10-12"], allowOutside: false)
    let day = week[0].center.calendar.warmUpDays
    for (plain, grown) in zip(week[0].center.demand, week[1].center.demand) {
      #expect(plain.expectedIssues[day] == grown.expectedIssues[day])
      #expect(
        plain.expectedIssues[day + 1] != grown.expectedIssues[day + 1] || plain.name == "advice")
    }
  }

  @Test("All files of a plan, and the description that they are complete")
  func folder() throws {
    let folder = try TemporaryFolder()
    let outcome = try plan(Self.files[0], "--weeks 2 -r 2 --out \(folder.path)/year")
    #expect(outcome.code == 0 && outcome.output.contains("Call center by month"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/year").sorted()
    #expect(names == ["datapackage.json", "hiring.csv", "year.csv"])
  }

  @Test(
    "What cannot be planned is refused, with what to do",
    arguments: [
      ("\(twin)/call-center.jsonc", 65, "write teams.phones.workforce"),
      ("\(files[0]) --set calendar.start=2027-01-06", 65, "such as 2027-01-04"),
      ("\(files[0]) --set teams.phones.workforce.attrition=1.5", 65, "0 to 1"),
      ("\(files[0]) --set teams.phones.workforce.headcount=1e308", 65, "headcount"),
      ("\(files[0]) \(files[1]) --set calendar.fullTimeWeek=NaN", 65, "calendar"),
      ("gone.jsonc", 66, "no such file"), ("\(files[0]) --weeks 0", 64, "--weeks"),
      ("\(files[0]) --requirement oracle", 64, "schedule"), ("", 64, "FILE"),
      (
        "\(files[0]) --set channels.voice.target=null", 65,
        "none of its queues has a target"
      ),
      ("\(files[0]) --search-replications 7", 64, "8"),
      ("\(files[0]) -r 100000 --weeks 30 --requirement schedule", 65, "fewer --replications"),
      ("/dev/null", 66, "Name a file"),
    ])
  func refused(words: String, code: Int32, message: String) throws {
    let isShort = words.contains("--weeks") || words.isEmpty
    let outcome = try plan(words, isShort ? "" : "--weeks 2")
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  #if os(Linux)
    @Test("A full disk is told, and leaves no folder")
    func full() throws {
      let outcome = try plan(Self.files[0], "--weeks 2 -r 2 > /dev/full")
      #expect(outcome.code == 74)
    }
  #endif
}
