import Foundation
import Testing

@Suite("The calculators with abandonment and chats")
struct ErlangACommandTests {
  private func rows(_ arguments: String) throws -> [[String: Any]] {
    let outcome = try CommandLineTool.shell("$S erlang \(arguments) --format json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let name = "erlang_\(arguments.prefix { $0 != " " })"
    return try #require(object[name] as? [[String: Any]])
  }

  @Test("Each definition of the service level has its column")
  func levels() throws {
    let row = try #require(
      try rows("a --load 40 --talk-time 6m --patience 3m --agents 42 --within 20s").first)
    let expected = [
      "service_level": 0.79419174, "service_level_excluding_abandons_in_time": 0.81703414,
      "service_level_abandons_in_time_as_met": 0.82214944, "service_level_answered": 0.83673363,
      "service_level_excluding_short_abandons": 0.80115213, "abandonment_rate": 0.0508428,
    ]
    for (name, value) in expected {
      #expect(abs(try #require(row[name] as? Double) - value) < 1e-7, "\(name)")
    }
  }

  @Test("Targets give back the agents, also below the load")
  func requirement() throws {
    let queue = "a --load 40 --talk-time 6m --patience 3m"
    #expect(try rows("\(queue) --target 80%").first?["agents"] as? Int == 43)
    let lean = try #require(
      try rows("\(queue) --target-abandonment 20%").first?["agents"] as? Int)
    #expect(lean < 40)
    let limited = try #require(try rows("\(queue) --capacity 45 --target 80%").first)
    #expect(try #require(limited["blocking_probability"] as? Double) > 0)
  }

  @Test("Chats of one an agent are calls")
  func chat() throws {
    let chat = try #require(
      try rows("chat --arrivals 400/1h --session-times 6m --patience 3m --agents 42").first)
    let calls = try #require(
      try rows("a --arrivals 400/1h --talk-time 6m --patience 3m --agents 42").first)
    for name in ["service_level", "abandonment_rate", "asa_s", "queue_mean"] {
      let difference =
        try #require(chat[name] as? Double) / (try #require(calls[name] as? Double)) - 1
      #expect(abs(difference) < 1e-12, "\(name)")
    }
  }

  @Test("The formulas ask for different numbers of agents, and say why")
  func compare() throws {
    let table = try rows("compare --load 40 --talk-time 6m --patience 3m --target 80%")
    #expect(
      table.map { $0["formula"] as? String }
        == ["Erlang B", "Erlang C", "Erlang A", "Halfin-Whitt", "Garnett"])
    let agents = table.compactMap { $0["agents"] as? Int }
    #expect(agents[1] > agents[2])
    #expect(abs(agents[1] - agents[3]) <= 1)
    #expect(abs(agents[2] - agents[4]) <= 1)
    #expect(table.allSatisfy { ($0["assumes"] as? String)?.isEmpty == false })
  }

  @Test("A limit of places adds its rows, and a range of agents shows all of it")
  func compareRange() throws {
    let queue = "--load 40 --talk-time 6m --patience 3m"
    let table = try rows("compare \(queue) --capacity 50 --agents 39..42")
    #expect(table.count == 4 * 7)
    #expect(Set(table.compactMap { $0["agents"] as? Int }) == [39, 40, 41, 42])
    let limited = try #require(table.last { $0["formula"] as? String == "M/M/n/K+M" })
    let alone = try #require(try rows("a \(queue) --capacity 50 --agents 42").first)
    for name in ["blocking_probability", "abandonment_rate", "wait_probability", "asa_s"] {
      #expect(limited[name] as? Double == alone[name] as? Double, "\(name)")
    }
    // Without more agents than Erlangs only those who hang up or are turned away keep it stable.
    let first = table.prefix(7).map { $0["wait_probability"] is NSNull }
    #expect(first == [false, true, false, false, false, true, false])
    let required = try rows("compare \(queue) --capacity 50 --target 80%")
    #expect(required.count == 7)
    for row in required {
      #expect(try #require(row["service_level_of_entered"] as? Double) >= 0.8)
    }
  }

  @Test(
    "Misuse says what to do",
    arguments: [
      "a --load 40 --talk-time 6m --agents 42", "a --load 40 --patience 3m --agents 42",
      "a --load 40 --talk-time 6m --patience 3m", "chat --arrivals 9/1h --agents 3",
      "a --load 4 --talk-time 6m --patience 3m --agents 9 --capacity 5",
      "chat --arrivals 9/1h --session-times 5,6 --agents 3",
      "compare --load 40 --talk-time 6m --patience 3m",
      "compare --load 40 --talk-time 6m --patience 3m --capacity 40 --agents 41",
    ])
  func misuse(arguments: String) throws {
    let outcome = try CommandLineTool.shell("$S erlang \(arguments)")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test("With places for some, the target counts the blocked, as in the comparison of formulas")
  func capacityTarget() throws {
    let queue = "--load 40 --talk-time 6m --patience 3m --capacity 45 --target 80% --within 20s"
    let alone = try CommandLineTool.shell("$S erlang a \(queue) --format csv")
    let beside = try CommandLineTool.shell("$S erlang compare \(queue) --format csv")
    #expect(alone.output.contains("\r\n41,45,40,"), "\(alone.output)")
    #expect(beside.output.contains("M/M/n/K+M,41,"), "\(beside.output)")
  }

  @Test("A target that is met by blocking most contacts is given with a warning")
  func highBlocking() throws {
    let queue = "$S erlang a --load 40 --talk-time 6m --patience 3m"
    let blocked = try CommandLineTool.shell("\(queue) --capacity 20 --target-asa 1s")
    #expect(blocked.code == 0)
    #expect(blocked.errors.hasPrefix("Beware: 52 % of the contacts are blocked"))
    for other in ["--capacity 60 --target-asa 9s", "--capacity 20 --agents 20"] {
      #expect(try CommandLineTool.shell("\(queue) \(other)").errors.isEmpty, "\(other)")
    }
  }

  @Test("A load beyond all numbers is refused in words", arguments: ["a", "b", "c", "compare"])
  func infiniteLoad(command: String) throws {
    let patience = command == "a" ? " --patience 3m" : ""
    let outcome = try CommandLineTool.shell(
      "$S erlang \(command) --arrivals 1e308/1s --talk-time 6m --agents 45\(patience)")
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("more than any number"), "\(outcome.errors)")
  }
}
