import Foundation
import Testing

/// What a hand may do to a scenario: refused with its place and the right code, and soon.
@Suite("Hostile scenarios on the command line")
struct HostileScenarioTests {
  /// A change of the small scenario, and what the message must hold.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let old: String
    let new: String
    let expected: String

    init(_ name: String, _ old: String, _ new: String, _ expected: String) {
      testDescription = name
      self.old = old
      self.new = new
      self.expected = expected
    }
  }

  static let cases = [
    Case("wrong type", #""agents": 3"#, #""agents": true"#, "teams.phones.agents"),
    Case("unknown key", #""wage": 25"#, #""wages": 25"#, #"did you mean "wage""#),
    Case("duplicate key", #""wage": 25"#, #""wage": 25, "wage": 26"#, "wage"),
    Case("1e400", #""perInterval": 20"#, #""perInterval": 1e400"#, "1e400"),
    Case("NaN", #""perInterval": 20"#, #""perInterval": NaN"#, "NaN"),
    Case("negative volume", #""perInterval": 20"#, #""perInterval": -1"#, "perInterval"),
    Case("no agent in any interval", #""agents": 3"#, #""agents": 0"#, "no agent present"),
    Case("a billion agents", #""agents": 3"#, #""agents": 1000000000"#, "1,000,000"),
    Case(
      "misspelt channel in a share", #""voice": { "share": 1"#, #""voise": { "share": 1"#,
      #"did you mean "voice""#),
    Case("missing table", #""agents": 3"#, #""agents": { "file": "gone.csv" }"#, "gone.csv"),
    Case("table with a missing row", #""agents": 3"#, #""agents": { "file": "gap.csv" }"#, "12:00"),
    Case("cycle of extends", #""name": "Small""#, #""extends": "s.jsonc""#, "extends"),
    Case(
      "a loop without time", #""channels": { "voice": { "share""#,
      #""resolutionRate": 0, "repeatContactAfter": "0.001s", "channels": { "voice": { "share""#,
      "repeatContactAfter"),
    Case(
      "more intervals than fit", #""days": 1, "interval": "60m""#,
      #""days": 3000, "interval": "1m""#,
      "calendar"),
  ]

  @Test("Are refused with file, line and column, within a second", arguments: cases)
  func refused(one: Case) throws {
    let folder = try TemporaryFolder()
    let scenario = SimulateCommandTests.scenario
    let changed = scenario.replacingOccurrences(of: one.old, with: one.new)
    #expect(changed != scenario)
    let rows = (0..<24).filter { $0 != 12 }.map { ($0 < 10 ? "0" : "") + "\($0):00,3\n" }
    try write("interval_start,agents\n" + rows.joined(), to: folder.path + "/gap.csv")
    try expectRefusal(of: changed, in: folder, holding: one.expected)
  }

  @Test("Cut short anywhere, a scenario is refused where it ends", arguments: [0, 1, 20, 200, 400])
  func truncated(length: Int) throws {
    let text = String(SimulateCommandTests.scenario.prefix(length))
    try expectRefusal(of: text, in: try TemporaryFolder(), holding: "")
  }

  private func expectRefusal(
    of text: String, in folder: borrowing TemporaryFolder, holding expected: String
  ) throws {
    let path = folder.path + "/s.jsonc"
    try write(text, to: path)
    let outcome = try CommandLineTool.shell(
      "TIMEFORMAT='%U %S'; time $S simulate \(path) --out \(folder.path)/out")
    let errors = outcome.errors
    #expect(outcome.code == 65, "\(errors)")
    #expect(errors.contains(/\.(jsonc|csv):\d+:\d+: error\[E\d+\]/), "\(errors)")
    #expect(expected.isEmpty || errors.contains(expected), "\(errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/summary.csv"))
    // Processor time, in debug, which takes ten times as long as release: the clock of the wall
    // counts what other tests do beside.
    let times = try #require(errors.split(separator: "\n").last).split(separator: " ")
    #expect(times.compactMap { Double($0) }.reduce(0, +) < 10, "\(times)")
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
