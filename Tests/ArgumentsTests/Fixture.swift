import Arguments

enum Flavour: String, CaseIterable, Sendable {
  case plain, sweet, sour
}

/// A small program with one of everything.
enum Fixture {
  static let load = Option("load", .number("ERLANGS", in: .positive), help: "Offered load.")
  static let agents = Option("agents", short: "a", .integer(in: 0...1000), help: "Agents.")
  static let time = Option("talk-time", .duration(), help: "Mean talk time.")
  static let target = Option("target", .share(in: .openUnit), help: "Service level.")
  static let set = Option(
    "set", .text("PATH=VALUE"), repeatable: true, help: "Change a value of the scenario.")
  static let flavour =
    Option("flavour", .choice("WORD"), default: "plain", help: "The flavour.")
    as Option<Flavour>
  static let shift = Option("shift", .number(), help: "May be negative.")
  static let quiet = Flag("quiet", short: "q", help: "Say nothing.")

  static let brew = CommandDeclaration(
    name: "brew", summary: "Brew a pot",
    examples: [Example("tea brew --load 40 pot.jsonc", "a pot of forty")],
    discussion: [
      "A pot is brewed from what the file says, with whatever the options change in it, and "
        + "poured at once."
    ],
    operands: [
      OperandDeclaration("FILE", count: .atLeast(1), completion: .file(endings: []), help: "Pots.")
    ],
    options: [
      load.declaration, agents.declaration, time.declaration, target.declaration, set.declaration,
      flavour.declaration, shift.declaration, quiet.declaration,
    ])

  static let tea = CommandDeclaration(
    name: "tea", summary: "Make tea", examples: [Example("tea brew pot.jsonc", "a pot")],
    subcommands: [brew, CommandDeclaration(name: "pour", summary: "Pour a cup")])

  static func parse(_ words: String...) throws -> ParsedArguments? {
    guard case .run(let arguments) = try tea.parse(words) else { return nil }
    return arguments
  }

  static func problem(_ words: String...) -> ArgumentError.Problem? {
    do throws(ArgumentError) {
      _ = try tea.parse(words)
      return nil
    } catch {
      return error.problem
    }
  }

  static func message(_ words: String...) -> String? {
    do throws(ArgumentError) {
      _ = try tea.parse(words)
      return nil
    } catch {
      return error.message
    }
  }
}
