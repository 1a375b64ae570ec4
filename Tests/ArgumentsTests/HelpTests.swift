import Arguments
import Testing

@Suite("Help begins with an example and fits 80 columns")
struct HelpTests {
  @Test("The help of a command is pinned")
  func golden() {
    #expect(
      Fixture.brew.helpText(path: ["tea", "brew"]) == """
        Example:
          tea brew --load 40 pot.jsonc
              a pot of forty

        Brew a pot.

        A pot is brewed from what the file says, with whatever the options change in it,
        and poured at once.

        Usage:
          tea brew FILE… [OPTIONS]

        Operands:
          FILE  Pots.

        Options:
          --load ERLANGS        Offered load.
          -a, --agents N        Agents.
          --talk-time DURATION  Mean talk time.
          --target SHARE        Service level.
          --set PATH=VALUE      Change a value of the scenario. May be repeated.
          --flavour WORD        The flavour. One of plain, sweet, sour. Default: plain.
          --shift X             May be negative.
          -q, --quiet           Say nothing.
          -h, --help            Show this help.

        """)
  }

  @Test("The help of a group lists its commands")
  func group() {
    let text = Fixture.tea.helpText(path: ["tea"])
    #expect(text.contains("Commands:\n  brew  Brew a pot.\n  pour  Pour a cup.\n"))
    #expect(text.contains("  tea COMMAND\n"))
  }

  @Test("No line is longer than asked", arguments: [40, 60, 80])
  func width(columns: Int) {
    let text = Fixture.brew.helpText(path: ["tea", "brew"], width: columns)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= columns })
  }
}
