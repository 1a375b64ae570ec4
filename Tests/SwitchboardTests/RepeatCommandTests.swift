import Testing

@testable import switchboard

@Suite("The command that repeats a breach can be pasted")
struct RepeatCommandTests {
  @Test(
    "Words are quoted where a shell would read more into them",
    arguments: [
      ("twin/call-center.jsonc", "twin/call-center.jsonc"), ("a b.jsonc", "'a b.jsonc'"),
      ("demand.*.volume*=1.1", "'demand.*.volume*=1.1'"), ("it's", #"'it'\''s'"#), ("", "''"),
    ])
  func quoting(word: String, expected: String) throws {
    #expect(word.shellWord == expected)
    let echoed = try CommandLineTool.shell("printf %s \(word.shellWord)")
    #expect(echoed.output == word)
  }
}
