import Testing

@testable import Scenario

@Suite("Files that extend one another")
struct MergeTests {
  private func merge(_ base: String, _ patch: String, whole: Set<String> = []) throws -> String {
    let merged = try parsed(base).merged(with: parsed(patch)) {
      whole.contains($0.keys.last ?? "")
    }
    return json(merged)
  }

  @Test(
    "Merging is RFC 7396, by the examples of its appendix A",
    arguments: [
      (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
      (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
      (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
      (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
      (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
      (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
      (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
      (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
      (#"{"a":"foo"}"#, #"null"#, #"null"#),
      (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
      (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
      (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
      (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
  func appendix(base: String, patch: String, expected: String) throws {
    #expect(try merge(base, patch) == expected)
  }

  @Test("One of several alternatives is replaced whole")
  func alternatives() throws {
    #expect(
      try merge(
        #"{"patience":{"weibull":{"mean":"3m"}},"b":1}"#,
        #"{"patience":{"exponential":{"mean":"90s"}}}"#, whole: ["patience"])
        == #"{"patience":{"exponential":{"mean":"90s"}},"b":1}"#)
  }

  private func chain(
    _ files: [String: String], _ main: String, allowOutside: Bool = false
  ) -> (chain: ScenarioChain?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    var scenarioFiles = ScenarioFiles(
      root: FilePath.folder(of: main), allowOutside: allowOutside, read: reader(files))
    let chain = ScenarioChain.read(
      source(files[main] ?? "", path: main), files: &scenarioFiles, diagnostics: &diagnostics,
      isReplacedWhole: { _ in false })
    return (chain, diagnostics)
  }

  @Test("Each value of a chain remembers the file that wrote it")
  func origins() throws {
    let files = [
      "s/base.jsonc": "{\"a\": {\"x\": 1, \"y\": 2}}",
      "s/middle.jsonc": "{\"extends\": \"base.jsonc\", \"a\": {\"y\": 3}}",
      "s/top.jsonc": "{\"extends\": \"./middle.jsonc\", \"b\": 4}",
    ]
    let (chain, diagnostics) = chain(files, "s/top.jsonc")
    #expect(diagnostics.kept.isEmpty)
    let stages = try #require(chain).stages
    #expect(stages.map(\.file.path) == ["s/base.jsonc", "s/middle.jsonc", "s/top.jsonc"])
    let tree = try #require(stages.last).tree
    let a = try #require(tree.object?["a"]?.object)
    #expect(a["x"]?.origin.file.path == "s/base.jsonc")
    #expect(a["y"]?.origin.file.path == "s/middle.jsonc")
    #expect(a["y"]?.number?.integer == 3)
    #expect(tree.object?["b"]?.origin.file.path == "s/top.jsonc")
    #expect(stages[0].tree.object?["a"]?.object?["y"]?.number?.integer == 2)
  }

  @Test("A circle, a missing file, a file outside and a wrong kind are told where they are named")
  func failures() {
    let circle = chain(
      ["a.jsonc": "{\"extends\": \"b.jsonc\"}", "b.jsonc": "{\"extends\": \"./a.jsonc\"}"],
      "a.jsonc")
    #expect(circle.chain == nil)
    #expect(circle.diagnostics.kept.map(\.code) == [.extendsCycle])
    #expect(circle.diagnostics.kept[0].message.contains("a.jsonc → b.jsonc → a.jsonc"))
    #expect(
      chain(["a.jsonc": "{\"extends\": \"a.jsonc\"}"], "a.jsonc").diagnostics.kept.map(\.code)
        == [.extendsCycle])
    let missing = chain(["s/a.jsonc": "{\n \"extends\": \"b.jsonc\"}"], "s/a.jsonc").diagnostics
    #expect(
      missing.rendered().hasPrefix(
        "s/a.jsonc:2:13: error[E201]: extends: there is no file \"b.jsonc\"\n"))
    let outside = ["s/a.jsonc": "{\"extends\": \"../b.jsonc\"}", "b.jsonc": "{}"]
    #expect(chain(outside, "s/a.jsonc").diagnostics.kept.map(\.code) == [.fileOutside])
    #expect(chain(outside, "s/a.jsonc", allowOutside: true).diagnostics.kept.isEmpty)
    #expect(
      chain(["a.jsonc": "{\"extends\": 3}"], "a.jsonc").diagnostics.kept.map(\.code)
        == [.wrongKind])
    #expect(chain(["a.jsonc": "[]"], "a.jsonc").diagnostics.kept.map(\.code) == [.wrongKind])
  }

  @Test("A chain is limited in length")
  func length() {
    var files: [String: String] = [:]
    for number in 0..<40 { files["\(number).jsonc"] = "{\"extends\": \"\(number + 1).jsonc\"}" }
    #expect(chain(files, "0.jsonc").diagnostics.kept.map(\.code) == [.chainTooLong])
  }

  @Test("Files that cannot be read say why")
  func unreadable() throws {
    for (failure, code) in [
      (FileFailure.notPermitted, DiagnosticCode.unreadableFile), (.notRegular, .unreadableFile),
      (.tooLarge, .fileTooLarge), (.failed("I/O"), .unreadableFile),
    ] {
      var files = ScenarioFiles(root: "", allowOutside: false) { _ in .failure(failure) }
      let origin = Origin(file: source("x"), offset: 0)
      #expect {
        try files.file(named: "b.csv", at: origin, path: SyntaxPath())
      } throws: {
        ($0 as? Diagnostic)?.code == code
      }
    }
  }

  @Test(
    "A path is inside its folder by its text",
    arguments: [
      ("a/b.csv", "a", true), ("a/../b.csv", "a", false), ("b.csv", "", true), ("../b", "", false),
      ("/x/b", "", false), ("/s/b", "/s", true), ("/sb", "/s", false), ("../s/b", "../s", true),
      ("../../s/b", "..", false), ("../b", "..", true), ("/b", "/", true),
      ("../\u{301}b", "", false), ("a/\u{301}b/../../../c", "", false), ("/\u{200D}b", "", false),
      ("/s/\u{301}b", "/s", true), ("/s/../\u{301}b", "/s", false),
    ])
  func inside(path: String, folder: String, expected: Bool) {
    #expect(FilePath.isInside(path, folder: folder) == expected)
  }
}
