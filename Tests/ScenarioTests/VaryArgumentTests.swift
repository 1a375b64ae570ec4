import Testing

@testable import Scenario

@Suite("What --vary says")
struct VaryArgumentTests {
  private func points(_ arguments: String...) throws -> VariedPoints {
    try VariedPoints(
      grid: arguments.enumerated().map { try VaryArgument($1, number: $0 + 1) })
  }

  private func failure(_ arguments: [String], latin: Int? = nil) -> Diagnostic? {
    do {
      let varied = try arguments.enumerated().map { try VaryArgument($1, number: $0 + 1) }
      if let latin {
        _ = try VariedPoints(latin: varied, count: latin, seed: 1)
      } else {
        _ = try VariedPoints(grid: varied)
      }
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  @Test(
    "A range runs by steps, its end included where a step meets it",
    arguments: [
      ("a.b=100..140:20", ["100", "120", "140"]), ("a.b=0..10:4", ["0", "4", "8"]),
      ("a.b=0.1..0.5:0.1", ["0.1", "0.2", "0.3", "0.4", "0.5"]),
      ("a.b=60s..180s:20s", ["1m", "1m20s", "1m40s", "2m", "2m20s", "2m40s", "3m"]),
      ("a.b=0.5s..1s:0.25s", ["0.5s", "0.75s", "1s"]),
      ("a.b=30%..70%:20%", ["30%", "50%", "70%"]), ("a.b=-1..1:1", ["-1", "0", "1"]),
      ("a.b = 1 .. 3 : 1", ["1", "2", "3"]), ("a.b-=0..2:1", ["0", "1", "2"]),
    ])
  func ranges(argument: String, values: [String]) throws {
    #expect(try points(argument).values.map { $0[0].text } == values)
  }

  @Test("Two that write the same place cannot vary both; an operation on what another writes can")
  func overwriting() throws {
    let both = try #require(failure(["a.b=1,2", "a.*=3,4"]))
    #expect(both.message == "it writes over what \"a.b\" varies")
    #expect(failure(["a.*=3,4", "a.b=1,2"]) != nil)
    #expect(failure(["a.b.c=3,4", "a.b=1,2"]) != nil)
    #expect(failure(["a.b=1,2", "a.b.c=3,4"]) == nil)
    #expect(failure(["a.b=1,2", "a.*+=3,4"]) == nil)
    #expect(failure(["a.b=1,2", "*.c=3,4"]) == nil)
    #expect(failure(["a.b=1,2", "c.*=3,4"]) == nil)
  }

  @Test("A range with a hyphen is told how to be written; a time of day or a date is a value")
  func hyphens() throws {
    #expect(failure(["a.b=40-46"])?.hint?.hasPrefix("write a range as 40..46:STEP") == true)
    #expect(failure(["a.b=1m-3m"])?.hint?.hasPrefix("write a range as 1m..3m:STEP") == true)
    #expect(
      try points("a.b=07:00-21:00,2026-11-23,1e-5,-3").values.map { $0[0].text }
        == ["07:00-21:00", "2026-11-23", "1e-5", "-3"])
  }

  @Test("A list holds values of any kind, parted by commas outside quotes and brackets")
  func lists() throws {
    let list = try points(#"a.b=longest-idle, {"x": [1, 2]},"p, q",20s,30%,7"#)
    #expect(
      list.values.map { $0[0].text }
        == ["longest-idle", #"{"x": [1, 2]}"#, #""p, q""#, "20s", "30%", "7"])
    #expect(list.values.map { $0[0].amount } == [nil, nil, nil, 20, 0.3, 7])
    #expect(list.values.map { $0[0].kind } == [.other, .other, .other, .duration, .rate, .number])
  }

  @Test("Several make a grid, the first varying slowest; each point is a set of edits")
  func grid() throws {
    let grid = try points("a.b=1,2", #""c d".e*=0.9..1.1:0.1"#)
    #expect(grid.names == ["a.b", #""c d".e*="#])
    #expect(grid.layout == .grid(levels: [2, 3]))
    #expect(
      (0..<6).map { grid.description(ofPoint: $0) } == [
        #"a.b=1 "c d".e*=0.9"#, #"a.b=1 "c d".e*=1"#, #"a.b=1 "c d".e*=1.1"#,
        #"a.b=2 "c d".e*=0.9"#, #"a.b=2 "c d".e*=1"#, #"a.b=2 "c d".e*=1.1"#,
      ])
  }

  @Test(
    "A sample has one value in each stratum of each range",
    arguments: ["a=100..140", "a=60s..61s", "a=0%..100%", "a=-1e6..1e6", "a=0..1e-6"])
  func latin(argument: String) throws {
    let arguments = [
      try VaryArgument(argument, number: 1), try VaryArgument("b=0..1", number: 2),
    ]
    let sample = try VariedPoints(latin: arguments, count: 20, seed: 5)
    guard case .sample(let coordinates) = sample.layout else {
      Issue.record("no sample")
      return
    }
    for path in 0...1 {
      #expect(coordinates.map { Int($0[path] * 20) }.sorted() == Array(0..<20))
    }
    // Few digits: some hundred places to choose from in a stratum.
    #expect(sample.values.joined().allSatisfy { $0.text.utf8.count <= 9 })
  }

  @Test("A sample of a range with steps keeps to them, each as often as another")
  func steppedSample() throws {
    let arguments = [
      try VaryArgument("a=1..5:1", number: 1), try VaryArgument("b=0..1", number: 2),
    ]
    let sample = try VariedPoints(latin: arguments, count: 20, seed: 1)
    for value in 1...5 { #expect(sample.values.count { $0[0].amount == Double(value) } == 4) }
  }

  @Test(
    "What cannot be followed is refused where it stands",
    arguments: [
      (["a=3..1:1"], 3, "write 1..3"), (["a=1..1:1"], 3, "write 1 alone"),
      (["a=1..3:0"], 3, nil), (["a=1..3:-1"], 3, nil), (["a=1..3:x"], 3, nil),
      (["a=1..3:1s"], 3, "write all parts of a range the same way"),
      (["a=10s..3:1s"], 3, "write all parts of a range the same way"),
      (["a=x..y"], 3, "write ranges as 100..140:20, 60s..180s:20s or 30%..70%:10%"),
      (["a=1..nan:1"], 3, "write ranges as 100..140:20, 60s..180s:20s or 30%..70%:10%"),
      (["a=1..3"], 3, "write it like 100..140:20, or sample with --latin 50"),
      (["a=1,,2"], 5, "write values as 100,120,140 or 100..140:20"),
      (["a="], 3, "write values as 100,120,140 or 100..140:20"),
      (["a=1,2,1.0"], 7, nil), (["a=30%,0.3"], 7, nil),
      (["a=1..3:1,5"], 3, "write it alone, or its values one by one"),
      (["a"], 2, "write it like channels.voice.trunks=140"), ([""], 1, nil),
      (["extends=1,2"], 1, nil), (["b=1,2", "b=3,4"], 1, "write all its values into one --vary"),
      (["a=0..1:1e-300"], 3, "take wider steps, or sample with --latin 1000"),
      (["a=0..1e308:1"], 3, "take wider steps, or sample with --latin 1000"),
      (["a=-1e308..1e308:1"], 3, nil),
    ] as [([String], Int, String?)])
  func refused(arguments: [String], column: Int, hint: String?) throws {
    let diagnostic = try #require(failure(arguments))
    let last = "--vary #\(arguments.count)"
    #expect(diagnostic.origin?.file.path == last)
    #expect(diagnostic.origin?.position.column == column)
    if let hint { #expect(diagnostic.hint == hint) }
  }

  @Test("A grid has at most 10,000 points, a sample wants ranges and different points")
  func limits() throws {
    #expect(failure(["a=1..100:1", "b=1..100:1"]) == nil)
    #expect(failure(["a=1..100:1", "b=1..101:1"])?.code == .limitExceeded)
    #expect(failure(["a=1,2"], latin: 4)?.message == "a sample is taken from ranges")
    #expect(failure(["a=1..3:1"], latin: 3) == nil)
    #expect(failure(["a=1..3:1"], latin: 4)?.hint == "leave out --latin, or a step")
  }

  @Test("What is wrong at a point has its place in the edit")
  func positions() {
    let files = ["base.jsonc": baseScenario]
    let reading = ScenarioReader(read: reader(files))
      .read("base.jsonc", edits: ["teams.front.agents=6"], varied: ["teams.front.agents=x"])
    #expect(reading.firstLine.hasPrefix("--vary #1:1:20: error[E108]: teams.front.agents: "))
  }
}
