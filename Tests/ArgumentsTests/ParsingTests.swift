import Arguments
import Testing

@Suite("A command line becomes typed values")
struct ParsingTests {
  @Test("A value follows its option, an equals sign or the letter of the option")
  func spellings() throws {
    for words in [["--agents", "45"], ["--agents=45"], ["-a", "45"], ["-a45"]] {
      guard case .run(let arguments) = try Fixture.tea.parse(["brew", "pot"] + words) else {
        Issue.record("\(words) asks for help")
        continue
      }
      #expect(arguments[Fixture.agents] == 45)
      #expect(arguments.operands == ["pot"])
      #expect(arguments.path == ["tea", "brew"])
    }
  }

  @Test("An equals sign inside a value stays in the value")
  func equalsInside() throws {
    let arguments = try #require(
      try Fixture.parse("brew", "f", "--set", "a.b-=2", "--set=c=d", "--set=x="))
    #expect(arguments.all(Fixture.set) == ["a.b-=2", "c=d", "x="])
    #expect(arguments[Fixture.set] == "x=")
  }

  @Test("A negative number is a value and an operand, not an option")
  func negativeNumbers() throws {
    let arguments = try #require(try Fixture.parse("brew", "--shift", "-2.5", "-7"))
    #expect(arguments[Fixture.shift] == -2.5)
    #expect(arguments.operands == ["-7"])
    #expect(try Fixture.parse("brew", "f", "--shift=-1e2")?[Fixture.shift] == -100)
  }

  @Test("Two dashes end the options, one dash is an operand")
  func endOfOptions() throws {
    let arguments = try #require(try Fixture.parse("brew", "-", "--", "--quiet", "--help"))
    #expect(arguments.operands == ["-", "--quiet", "--help"])
    #expect(!arguments[Fixture.quiet])
  }

  @Test("A flag is given or not; letters may share a dash")
  func flags() throws {
    #expect(try Fixture.parse("brew", "f", "--quiet")?[Fixture.quiet] == true)
    let arguments = try #require(try Fixture.parse("brew", "f", "-qa", "3"))
    #expect(arguments[Fixture.quiet])
    #expect(arguments[Fixture.agents] == 3)
  }

  @Test("A default stands in for what is not given")
  func defaults() throws {
    let arguments = try #require(try Fixture.parse("brew", "f"))
    #expect(arguments[Fixture.flavour] == .plain)
    #expect(!arguments.gives(Fixture.flavour))
    #expect(arguments[Fixture.load] == nil)
    #expect(try Fixture.parse("brew", "f", "--flavour", "sour")?[Fixture.flavour] == .sour)
  }

  @Test("Help wins over every mistake, except after two dashes")
  func help() throws {
    guard case .help(let command, let path) = try Fixture.tea.parse(["brew", "--lod", "-h"])
    else {
      Issue.record("no help")
      return
    }
    #expect(command.name == "brew")
    #expect(path == ["tea", "brew"])
  }

  @Test(
    "Durations carry their unit",
    arguments: [
      ("20s", 20), ("4m", 240), ("1h30m", 5400), ("2d", 172_800), ("1.5h", 5400),
      ("500ms", 0.5), ("1m30s", 90), ("0s", 0),
    ])
  func durations(text: String, seconds: Double) throws {
    #expect(Decimal.duration(text) == seconds)
  }

  @Test(
    "What is no duration is refused",
    arguments: ["", "20", "s", "m4", "4m2h", "4m4m", "-4m", "4 m", "1e3x", "٤m", "4m-", "1..2s"])
  func noDurations(text: String) {
    #expect(Decimal.duration(text) == nil)
  }

  @Test(
    "What only the standard library takes for a number is refused",
    arguments: ["nan", "inf", "0x10", "", ".", "e", "1e999", "1_000", "1,5", "--1"])
  func noNumbers(text: String) {
    #expect(Decimal.number(text) == nil)
  }

  @Test("A share is a fraction or a percentage")
  func shares() throws {
    #expect(try Fixture.parse("brew", "f", "--target", "0.8")?[Fixture.target] == 0.8)
    #expect(try Fixture.parse("brew", "f", "--target", "80%")?[Fixture.target] == 0.8)
  }
}
