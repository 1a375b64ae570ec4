import Center
import Stochastics
import TestCenters
import Testing

@Suite("Problems of a center")
struct ProblemTests {
  @Test("A sound center has none")
  func sound() throws {
    #expect(try mixedCenter().problems().isEmpty)
  }

  @Test("What would run without end, or not fit, is found before it runs")
  func limits() throws {
    var quick = try mixedCenter()
    quick.demand[0].repeatContactAfter = .constant(try Constant(mean: 1e-12))
    #expect(quick.problems().map(\.kind) == [.zeroTimeLoop])
    #expect(quick.problems().first?.path == ["demand", "billing", "repeatContactAfter"])

    var redialing = try mixedCenter()
    redialing.channels[0].redial?.after = .constant(try Constant(mean: 0.5))
    #expect(redialing.problems().map(\.kind) == [.zeroTimeLoop])

    var tools = try mixedCenter()
    tools.selfService = (0...Center.mostTools).map { number in
      var tool = tools.selfService[0]
      tool.name = "ivr \(number)"
      return tool
    }
    #expect(tools.problems().contains { $0.kind == .tooLarge })

    var crowded = oneQueue(
      perHour: 1, talk: .constant(try Constant(mean: 1)), agents: 1_000_000)
    #expect(crowded.problems().isEmpty)
    crowded.teams = (0..<9).map { number in
      var team = crowded.teams[0]
      team.name = "team \(number)"
      return team
    }
    #expect(crowded.problems().map(\.path) == [["teams"]])

    let fine = oneQueue(
      perHour: 1, talk: .constant(try Constant(mean: 1)), agents: 1, days: 3660, interval: 60)
    #expect(fine.problems().map(\.path) == [["calendar", "interval"]])
  }

  @Test("No name can move a cursor or turn the direction of text", arguments: ["\n", "\u{202E}"])
  func controls(character: String) throws {
    var center = try mixedCenter()
    center.name = "A\(character)B"
    #expect(center.problems().map(\.path) == [["name"]])
    center = try mixedCenter()
    center.teams[0].name += character
    #expect(center.problems().map(\.kind).contains(.badName))
  }

  @Test("A name that leads nowhere comes with the names that lead somewhere")
  func unknownNames() throws {
    var center = try mixedCenter()
    center.teams[0].skills[0].channel = "voise"
    let problem = try #require(center.problems().first)
    #expect(problem.path == ["teams", "phones", "skills", "voise"])
    #expect(problem.kind == .unknownName)
    #expect(problem.misspelling?.name == "voise")
    #expect(problem.misspelling?.known == center.channels.map(\.name))

    center = try mixedCenter()
    center.fallbackChannel = "voise"
    #expect(center.problems().first?.path == ["fallbackChannel"])
  }

  @Test(
    "Names that paths, patterns or spreadsheets would misread are refused",
    arguments: ["", "all", "a.b", "a/b", "a*", "=1+1", "@x", "-x", "|x", " x", "a\nb"])
  func names(name: String) throws {
    var center = try mixedCenter()
    center.teams[0].name = name
    #expect(center.problems().contains { $0.kind == .badName })
  }

  @Test("Shares that do not sum to one, at either end of difficulty")
  func shares() throws {
    var center = try mixedCenter()
    center.demand[0].channels[0].share = Graded(easy: 0.4, hard: 0.5)
    #expect(center.problems().map(\.kind) == [.badShares])
  }

  @Test("A queue that no team serves, and a team that is never there")
  func service() throws {
    var center = try mixedCenter()
    center.teams[1].skills.removeAll { $0.channel == "chat" }
    #expect(center.problems().map(\.kind) == [.unserved])
    center = try mixedCenter()
    center.teams[0].agents = everyInterval(0, of: center.calendar)
    #expect(center.problems().map(\.kind) == [.noAgents])
  }
}
