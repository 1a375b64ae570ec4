import Foundation
import Testing

@Suite("The calculators answer both ways")
struct ErlangCommandTests {
  private func rows(_ arguments: String) throws -> [[String: Double]] {
    let outcome = try CommandLineTool.shell("$S erlang \(arguments) --format json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let name = "erlang_\(arguments.prefix(1))"
    return try #require(object[name] as? [[String: Any]]).map {
      $0.compactMapValues { $0 as? Double }
    }
  }

  @Test("Erlang C: 24 agents for 20 Erlangs of 3 minutes answer 80.9 % in 20 s")
  func performance() throws {
    let row = try #require(
      try rows("c --load 20 --talk-time 3m --agents 24 --within 20s").first)
    #expect(abs(try #require(row["service_level"]) - 0.8088) < 1e-4)
    #expect(row["wait_delayed_mean_s"] == 45)
    #expect(row["occupancy"] == 20.0 / 24)
  }

  @Test("The target gives back the agents; the arrivals give the load")
  func requirement() throws {
    let row = try #require(
      try rows("c --arrivals 100/15m --talk-time 150s --wrap-up 30s --target 80%").first)
    #expect(row["offered_load"] == 20)
    #expect(row["agents"] == 24)
    #expect(row["handle_time_s"] == 180)
  }

  @Test("All targets are met at once")
  func targets() throws {
    let row = try #require(
      try rows("c --load 40 --talk-time 3m --target 0.8 --max-occupancy 0.75").first)
    #expect(row["agents"] == 54)
    #expect(try #require(row["occupancy"]) <= 0.75)
  }

  @Test("A range is a table; agents who cannot carry the load have no waits")
  func range() throws {
    let table = try rows("c --load 10 --talk-time 3m --agents 9..12")
    #expect(table.map { $0["agents"] } == [9, 10, 11, 12])
    #expect(table[1]["wait_probability"] == nil)
    #expect(table[2]["wait_probability"] != nil)
  }

  @Test("Rows of a range without waits are explained beside them")
  func unstableRows() throws {
    let some = try CommandLineTool.shell("$S erlang c --load 10 --talk-time 3m --agents 9..12")
    #expect(some.code == 0)
    #expect(
      some.errors == "Rows without a wait: 9 to 10 agents cannot carry 10 Erlang, and the queue "
        + "would grow for ever.\n")
    let none = try CommandLineTool.shell("$S erlang c --load 10 --talk-time 3m --agents 11..12")
    #expect(none.errors.isEmpty)
  }

  @Test("The load alone gives probabilities and no times")
  func loadAlone() throws {
    let row = try #require(try rows("c --load 40 --agents 45").first)
    #expect(row["wait_probability"] != nil)
    #expect(row["asa_s"] == nil)
  }

  @Test("Erlang B: blocking from lines, lines from blocking")
  func blocking() throws {
    let row = try #require(try rows("b --load 20 --agents 30").first)
    #expect(abs(try #require(row["blocking_probability"]) - 0.0085) < 1e-4)
    #expect(try rows("b --load 20 --target-blocking 1%").first?["agents"] == 30)
  }

  @Test(
    "Misuse says what to do",
    arguments: [
      ("c --load 40 --agents 40", "Give at least 41 agents"),
      ("c --load 40", "Give --agents or --target"),
      ("c --agents 3", "Give --load or --arrivals"),
      ("c --load 4 --arrivals 1/1h --talk-time 3m --agents 9", "Give --load or --arrivals, not"),
      ("c --arrivals 100/30m --agents 12", "Give --talk-time as well"),
      ("c --load 4 --wrap-up 3s --agents 9", "Give --talk-time as well"),
      ("c --load 4 --agents 9 --within 9s", "Give --talk-time as well"),
      ("c --load 4 --agents 9 --talk-time 180", "Write --talk-time with its unit"),
      ("c --load 4 --talk-time 3m --target 80", "Did you mean --target 80%?"),
      ("c --load 4 --agents 9..5", "Write --agents as a whole number or a range"),
      ("c --arrivals 100 --talk-time 3m --agents 9", "Write --arrivals as a count over a duration"),
      ("c --load 2000000 --agents 9", "Write the offered load from 0 to 1000000"),
      ("b --load 4", "Give --agents or --target-blocking"),
      ("b --load 4 --agents 4 --target-blocking 1%", "Give --agents or --target-blocking, not"),
      ("c --laod 4", "Did you mean --load?"),
    ])
  func misuse(arguments: String, message: String) throws {
    let outcome = try CommandLineTool.shell("$S erlang \(arguments)")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }

  @Test("Without a form the result is CSV when it is piped")
  func csvWhenPiped() throws {
    let outcome = try CommandLineTool.shell("$S erlang b --load 20 --agents 30..31")
    #expect(outcome.output.hasPrefix("agents,offered_load,blocking_probability,"))
    #expect(outcome.output.components(separatedBy: "\r\n").count == 4)
  }

  @Test("Python reads what is written", .enabled(if: Python.isThere))
  func python() throws {
    let outcome = try CommandLineTool.shell(
      """
      $S erlang c --load 20 --talk-time 3m --agents 18..30 | python3 -c '
      import csv, sys
      rows = list(csv.DictReader(sys.stdin))
      print(len(rows), len(set(len(row) for row in rows)), float(rows[-1]["occupancy"]) == 20 / 30)
      '
      """)
    #expect(outcome.output == "13 1 True\n", "\(outcome.errors)")
  }
}

enum Python {
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
}
