import Center
import Stochastics
import Testing

@testable import Scenario

@Suite("Distributions are read")
struct DistributionReadingTests {
  private func families() throws -> [(String, Distribution)] {
    [
      (#"{ "constant": "45s" }"#, .constant(try Constant(mean: 45))),
      (#"{ "exponential": { "mean": "3m" } }"#, .exponential(try Exponential(mean: 180))),
      (#"{ "erlang": { "mean": "3m", "stages": 4 } }"#, .erlang(try Erlang(mean: 180, stages: 4))),
      (#"{ "gamma": { "mean": "3m", "cv": 0.7 } }"#, .gamma(try Gamma(mean: 180, cv: 0.7))),
      (
        #"{ "logNormal": { "mean": "3m", "cv": 0.7 } }"#,
        .logNormal(try LogNormal(mean: 180, cv: 0.7))
      ),
      (
        #"{ "weibull": { "mean": "3m", "shape": 0.7 } }"#,
        .weibull(try Weibull(mean: 180, shape: 0.7))
      ),
      (
        #"{ "hyperExponential": { "mean": "3m", "cv": 1.5 } }"#,
        .hyperExponential(try HyperExponential(mean: 180, cv: 1.5))
      ),
      (
        #"{ "uniform": { "from": "30s", "to": "90s" } }"#,
        .uniform(try Uniform(from: 30, to: 90))
      ),
      (
        #"{ "triangular": { "from": "30s", "mode": "1m", "to": "4m" } }"#,
        .triangular(try Triangular(from: 30, mode: 60, to: 240))
      ),
      (
        #"{ "empirical": { "values": ["30s", "1m"], "weights": [3, 1] } }"#,
        .empirical(try Empirical(values: [30, 60], weights: [3, 1]))
      ),
      (
        #"{ "empirical": { "file": "t.csv", "column": "seconds" } }"#,
        .empirical(try Empirical(values: [20, 60, 80]))
      ),
      (
        #"{ "empirical": { "file": "t.csv", "column": "seconds", "weights": [1, 2, 1] } }"#,
        .empirical(try Empirical(values: [20, 60, 80], weights: [1, 2, 1]))
      ),
    ]
  }

  private static let files = ["t.csv": "seconds\n20\n00:01:00\n80s\n"]

  /// Every place of the format that takes a distribution, around the value.
  private static let places:
    [(before: String, after: String, @Sendable (Center) -> Distribution?)] = [
      (
        #""channels": { "voice": { "patience": "#, "} }",
        { $0.channels.first?.patience ?? $0.demand.first?.channels.first?.patience }
      ),
      (
        #""demand": { "orders": { "channels": { "voice": { "talkTime": "#, "} } } }",
        { $0.demand.first?.channels.first?.talkTime }
      ),
      (
        #""demand": { "orders": { "channels": { "voice": { "wrapUp": "#, "} } } }",
        { $0.demand.first?.channels.first?.wrapUp }
      ),
      (
        #""demand": { "orders": { "repeatContactAfter": "#, "} }",
        { $0.demand.first?.repeatContactAfter }
      ),
      (
        #""channels": { "voice": { "redial": { "share": 0.5, "after": "#, "} } }",
        { $0.channels.first?.redial?.after }
      ),
      (
        #""selfService": { "ivr": { "on": ["voice"], "containment": 0.1, "time": "#, "} }",
        { $0.selfService.first?.time }
      ),
    ]

  @Test("Each family, everywhere a distribution belongs")
  func everywhere() throws {
    for (text, expected) in try families() {
      for (before, after, value) in Self.places {
        let reading = read(before + text + after, files: Self.files)
        #expect(value(try reading.sound()) == expected, "\(before)\(text)")
      }
    }
  }

  @Test("Edits scale times and leave shapes alone")
  func scaled() throws {
    func talkTime(_ text: String) throws -> Distribution? {
      try read(
        "\"demand\": { \"orders\": { \"channels\": { \"voice\": { \"talkTime\": \(text) } } } }",
        edits: ["demand.orders.channels.voice.talkTime*=2"]
      ).sound().demand[0].channels[0].talkTime
    }
    #expect(
      try talkTime(#"{ "erlang": { "mean": "3m", "stages": 4 } }"#)
        == .erlang(Erlang(mean: 360, stages: 4)))
    #expect(
      try talkTime(#"{ "hyperExponential": { "mean": "3m", "cv": 1.5 } }"#)
        == .hyperExponential(HyperExponential(mean: 360, cv: 1.5)))
    #expect(
      try talkTime(#"{ "triangular": { "from": "30s", "mode": "1m", "to": "4m" } }"#)
        == .triangular(Triangular(from: 60, mode: 120, to: 480)))
  }

  @Test(
    "What is wrong with a parameter is said in the words of the format",
    arguments: [
      (
        #"{ "hyperExponential": { "mean": "3m", "cv": 0.5 } }"#,
        "E105", ".hyperExponential.cv: 0.5 is outside 1…100"
      ),
      (
        #"{ "hyperExponential": { "mean": "0s", "cv": 2 } }"#,
        "E105", ": mean has to be above 0; write { \"constant\": \"0s\" } for no time"
      ),
      (
        #"{ "erlang": { "mean": "3m", "stages": 2.5 } }"#,
        "E105", ".erlang.stages: expected a whole number, found 2.5"
      ),
      (
        #"{ "erlang": { "mean": "3m", "stages": 0 } }"#,
        "E105", ".erlang.stages: 0 is outside 1…1000000"
      ),
      (
        #"{ "erlang": { "mean": "3m", "stages": "3" } }"#,
        "E102",
        ".erlang.stages: expected a whole number, found the text \"3\"; write it without quotes"
      ),
      (
        #"{ "erlang": { "mean": "3m" } }"#, "E103",
        ".erlang.stages: the key is missing; the number of stages: 1 is exponential, more vary less"
      ),
      (
        #"{ "triangular": { "from": "2m", "mode": "1m", "to": "4m" } }"#,
        "E105", ": mode 1m is outside 2m…4m; the mode is between \"from\" and \"to\""
      ),
      (
        #"{ "triangular": { "from": "2m", "mode": "5m", "to": "4m" } }"#,
        "E105", ": mode 5m is outside 2m…4m; the mode is between \"from\" and \"to\""
      ),
      (
        #"{ "triangular": { "from": "5m", "mode": "5m", "to": "4m" } }"#,
        "E105", ": \"to\" has to be above \"from\""
      ),
      (
        #"{ "triangular": { "from": 30, "mode": "5m", "to": "4m" } }"#,
        "E106",
        ".triangular.from: expected a duration as in \"20s\", found the number 30; "
          + "durations carry their unit: \"30s\""
      ),
      (
        #"{ "gamma": { "mean": "3m", "cv": 11 } }"#,
        "E105", ".gamma.cv: 11 is outside 0.001…10"
      ),
    ])
  func diagnostics(text: String, code: String, rest: String) {
    let line = read("\"channels\": { \"voice\": { \"patience\": \(text) } }").firstLine
    #expect(line.hasSuffix("error[\(code)]: channels.voice.patience\(rest)"), "\(line)")
  }
}
