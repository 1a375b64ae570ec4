import Testing

@testable import Scenario

@Suite("Edits from the command line")
struct SetArgumentTests {
  private let rules = EditRules(
    takesAdjustments: { ["volume", "agents"].contains($0.keys.last ?? "") },
    createsObject: { $0.keys == ["routing"] })

  private func edited(_ text: String, _ argument: String) throws -> SyntaxNode {
    var tree = try parsed(text)
    try SetArgument(argument, number: 1, folder: "").apply(to: &tree, rules: rules)
    return tree
  }

  private func failure(_ text: String, _ argument: String) -> Diagnostic? {
    do {
      _ = try edited(text, argument)
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  @Test(
    "A value is replaced, created, removed or computed with",
    arguments: [
      (#"{"a":{"b":1}}"#, "a.b=140", #"{"a":{"b":140}}"#),
      (#"{"a":{"b":1}}"#, "a.c = 20s", #"{"a":{"b":1,"c":"20s"}}"#),
      (#"{"a":{"b":1}}"#, "a.b=31%", #"{"a":{"b":"31%"}}"#),
      (#"{"a":{"b":1}}"#, #"a.b={"x": [1, "y"]}"#, #"{"a":{"b":{"x":[1,"y"]}}}"#),
      (#"{"a":{"b":1,"c":2}}"#, "a.b=null", #"{"a":{"c":2}}"#),
      (#"{"a":{"b":1}}"#, "a.b=true", #"{"a":{"b":true}}"#),
      (#"{"a":{"b":10}}"#, "a.b+=2", #"{"a":{"b":12}}"#),
      (#"{"a":{"b":10}}"#, "a.b-=2.5", #"{"a":{"b":7.5}}"#),
      (#"{"a":{"b":10}}"#, "a.b*=1.5", #"{"a":{"b":15}}"#),
      (#"{"a":{"b":10}}"#, "a.b/=4", #"{"a":{"b":2.5}}"#),
      (#"{"a":"20s"}"#, "a*=2", #"{"a":"40s"}"#),
      (#"{"a":"1h30m"}"#, "a+=30m", #"{"a":"2h"}"#),
      (#"{"a":"50%"}"#, "a*=50%", #"{"a":0.25}"#),
      (#"{"a":[1,2,3]}"#, "a*=2", #"{"a":[2,4,6]}"#),
      (#"{"a":[1,2,3]}"#, "a.1=9", #"{"a":[1,9,3]}"#),
      (#"{"a":{"x":{"v":1},"y":{"v":2}}}"#, "a.*.v*=10", #"{"a":{"x":{"v":10},"y":{"v":20}}}"#),
      (#"{"a":{"x":1,"y":2}}"#, "a.*=5", #"{"a":{"x":5,"y":5}}"#),
      (#"{"a":{"x":1,"y":2}}"#, "a.**=5", #"{"a":{"x":5,"y":10}}"#),
      (#"{"order status":{"v":1}}"#, #""order status".v=2"#, #"{"order status":{"v":2}}"#),
      (#"{"order status":{"v":1}}"#, "order status.v=2", #"{"order status":{"v":2}}"#),
      (#"{"call-center":4}"#, "call-center-=2", #"{"call-center":2}"#),
      (#"{"a":1}"#, "routing.agent=longest-idle", #"{"a":1,"routing":{"agent":"longest-idle"}}"#),
    ])
  func edits(text: String, argument: String, expected: String) throws {
    #expect(json(try edited(text, argument)) == expected)
  }

  @Test("A wildcard passes over objects that lack the rest of the path")
  func wildcardSkips() throws {
    let text = #"{"a":{"x":{"c":{"v":1}},"y":{}}}"#
    #expect(json(try edited(text, "a.*.c.v=2")) == #"{"a":{"x":{"c":{"v":2}},"y":{}}}"#)
  }

  @Test("An edit of a volume or of agents that are no plain number is left to their reader")
  func adjustments() throws {
    let text = #"{"d":{"volume":{"file":"f.csv"}},"agents":"erlang-c"}"#
    let tree = try edited(text, "d.volume*=1.1")
    let volume = try #require(tree.object?["d"]?.object?["volume"])
    #expect(volume.adjustments.map(\.operation) == [.multiply])
    #expect(volume.adjustments.map { $0.applied(to: 100) } == [100 * 1.1])
    let agents = try #require(try edited(text, "agents-=2").object?["agents"])
    #expect(agents.adjustments.map { $0.applied(to: 10) } == [8])
    #expect(agents.string == "erlang-c")
  }

  @Test(
    "An edit that matches nothing or does not apply is an error with a suggestion",
    arguments: [
      ("a.trunk.x=1", DiagnosticCode.editMatchesNothing, "did you mean \"trunks\"?"),
      ("a.trunk+=1", .editMatchesNothing, "did you mean \"trunks\"?"),
      ("b.x=1", .editMatchesNothing, "did you mean \"a\"?"), ("a.name*=2", .editDoesNotApply, nil),
      ("a.within+=10", .editDoesNotApply, "write a duration, as in 20s"),
      ("a.trunks+=10s", .editDoesNotApply, nil), ("a*=2", .editDoesNotApply, nil),
      ("a.huge*=1e300", .editDoesNotApply, nil), ("a.trunks*=x", .malformedEdit, nil),
      ("a.trunks/=0", .malformedEdit, nil), ("a.trunks", .malformedEdit, nil),
      ("a.trunks=", .malformedEdit, nil), ("=1", .malformedEdit, nil),
      ("a..b=1", .malformedEdit, nil),
      ("a.t*x=1", .malformedEdit, nil), ("extends=b.jsonc", .malformedEdit, nil),
      ("\"a.b=1", .malformedEdit, nil),
      ("a.b={\"x\": }", .malformedEdit, nil), ("", .malformedEdit, nil),
    ] as [(String, DiagnosticCode, String?)])
  func failures(argument: String, code: DiagnosticCode, hint: String?) throws {
    let text = #"{"a":{"trunks":4,"name":"n","within":"20s","huge":1e300}}"#
    let diagnostic = try #require(failure(text, argument))
    #expect(diagnostic.code == code)
    if let hint { #expect(diagnostic.hint == hint) }
  }

  @Test("An edited value has its place in the argument")
  func origin() throws {
    let node = try edited(#"{"a":{"b":1}}"#, #"a.b={"x": 7}"#)
    let x = try #require(node.object?["a"]?.object?["b"]?.object?["x"])
    #expect(x.origin.file.path == "--set #1")
    #expect(x.origin.position == TextPosition(line: 1, column: 11))
    #expect(String(decoding: x.origin.file.bytes, as: UTF8.self) == #"a.b={"x": 7}"#)
  }
}

@Suite("Durations and rates as text")
struct DurationTextTests {
  @Test(
    "Durations carry their unit",
    arguments: [
      ("20s", 20), ("4m", 240), ("1h30m", 5_400), ("2d", 172_800), ("1.5h", 5_400), ("0s", 0),
      ("1d2h3m4.5s", 93_784.5),
    ])
  func durations(text: String, seconds: Double) throws {
    #expect(try DurationText.seconds(text) == seconds)
    #expect(try DurationText.seconds(DurationText.text(seconds: seconds)) == seconds)
  }

  @Test(
    "Anything else is no duration, and says why",
    arguments: [
      ("20", DurationText.Failure.noUnit), ("", .malformed), ("s", .malformed), ("-5s", .malformed),
      ("30m1h", .malformed), ("1m1m", .malformed), ("1.s", .malformed),
      ("1e3s", .unknownUnit("e", meant: nil)),
      ("20 sec", .unknownUnit("sec", meant: "20s")), ("4min", .unknownUnit("min", meant: "4m")),
      ("2y", .unknownUnit("y", meant: nil)), ("20 s", .unknownUnit("s", meant: "20s")),
    ])
  func refused(text: String, failure: DurationText.Failure) {
    #expect(throws: failure) { try DurationText.seconds(text) }
  }

  @Test("Rates may be in percent")
  func rates() {
    #expect(RateText.rate("31%") == 0.31)
    #expect(RateText.rate("12.5 %") == 0.125)
    #expect(RateText.rate("31") == nil)
    #expect(RateText.rate("-3%") == nil)
    #expect(RateText.rate("nan%") == nil)
  }
}
