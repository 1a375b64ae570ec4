import Foundation
import Reports
import Testing

@Suite("A table takes its forms")
struct FormatTests {
  private func text(_ format: OutputFormat, _ table: Table = TableFixture.table()) -> String {
    ByteSink.text { format.write([table], version: "1.2.3", command: "test", to: &$0) }
  }

  @Test("CSV: CRLF, quotes where needed, empty cells for nothing")
  func csv() {
    #expect(
      text(.csv)
        == "name,count,wait_s,service_level\r\nvoice,0,0,\r\n\"chat, \"\"live\"\"\",1,0.125,0.5\r\n"
        + "日本語,2,0.25,0.5\r\n*né|w*,3,0.375,0.5\r\n")
  }

  @Test("CSV: no cell begins a formula", arguments: ["=1+1", "+1", "-1", "@a", "\tx", "\rx"])
  func formula(name: String) {
    let rows = text(.csv, TableFixture.table([name])).split(separator: "\r\n")
    #expect(rows.last?.hasPrefix("\"'") == true)
  }

  @Test("JSON: one object, the CSV's names, null for nothing, every text escaped")
  func json() throws {
    let written = text(.json, TableFixture.table(["a\"\\\n\u{1}\u{7F}é", "b"]))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
    #expect(object["version"] as? String == "1.2.3")
    #expect(object["command"] as? String == "test")
    let rows = try #require(object["facts"] as? [[String: Any]])
    #expect(rows[0]["name"] as? String == "a\"\\\n\u{1}\u{7F}é")
    #expect(rows[0]["service_level"] is NSNull)
    #expect(rows[1]["wait_s"] as? Double == 0.125)
  }

  @Test("JSON: a table without rows is an empty array")
  func emptyJSON() {
    #expect(text(.json, TableFixture.table([])).hasSuffix("\"facts\": []\n}\n"))
  }

  @Test("A number that is not finite is an empty cell and null")
  func notFinite() {
    var table = Table(name: "t", title: "", columns: [TableFixture.columns[2]])
    table.append([.number(.nan)])
    table.append([.number(.infinity)])
    #expect(text(.csv, table) == "wait_s\r\n\r\n\r\n")
    #expect(text(.json, table).contains("{\"wait_s\": null}"))
  }

  @Test("Terminal: aligned by display width, rounded, units in the heading")
  func terminal() {
    #expect(
      text(.table) == """
        Name          Count  Wait [s]  Service level
        ────────────  ─────  ────────  ─────────────
        voice             0       0.0
        chat, "live"      1       0.1         50.0 %
        日本語            2       0.2         50.0 %
        *né|w*            3       0.4         50.0 %

        """)
  }

  @Test("Terminal: one row is a list, and so is a table too wide for the terminal")
  func list() {
    #expect(
      text(.table, TableFixture.table(["voice"])) == """
        Name           voice
        Count            0
        Wait           0.0 s
        Service level    –

        """)
    let narrow = ByteSink.text {
      TerminalTable.write(
        TableFixture.table(["a", "b"]), style: TerminalTable.Style(width: 20), to: &$0)
    }
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 24 })
  }

  @Test("Terminal: no name can move the cursor")
  func controls() {
    #expect(!text(.table, TableFixture.table(["\u{1B}[2J", "b"])).contains("\u{1B}"))
  }

  @Test("Markdown: aligned, marks of the notation escaped")
  func markdown() {
    #expect(
      text(.markdown, TableFixture.table(["*né|w*", "<b>"])) == """
        | Name | Count | Wait \\[s\\] | Service level |
        | --- | ---: | ---: | ---: |
        | \\*né\\|w\\* | 0 | 0.0 |  |
        | &lt;b> | 1 | 0.1 | 50.0 % |

        """)
  }

  @Test("A receiver that refuses shuts the sink, and rows stop")
  func refusal() {
    var pieces = 0
    let names = (0..<100_000).map { "row \($0)" }
    var sink = ByteSink { _ in
      pieces += 1
      return false
    }
    CSVWriter.write(TableFixture.table(names), to: &sink)
    sink.flush()
    #expect(pieces == 1)
    #expect(!sink.isOpen)
  }
}
