/// A command as it is declared once: parsing and help both come from here, so that they cannot
/// disagree.
public struct CommandDeclaration: Sendable {
  /// The word that calls the command.
  public let name: String
  /// What the command is for, in a sentence without its full stop.
  public let summary: String
  /// Command lines that work, the most useful first. Help begins with them.
  public let examples: [Example]
  /// What a user should know beyond the options, a paragraph each.
  public let discussion: [String]
  /// What stands on the command line without a name.
  public let operands: [OperandDeclaration]
  /// The options, in the order in which help shows them.
  public let options: [OptionDeclaration]
  /// Commands below this one. A command with subcommands does nothing by itself.
  public let subcommands: [CommandDeclaration]

  /// Declares a command.
  ///
  /// - Precondition: No two options share a name or a letter, only the last operand may be
  ///   repeated or left out, and a command has operands or subcommands, not both.
  public init(
    name: String, summary: String, examples: [Example] = [], discussion: [String] = [],
    operands: [OperandDeclaration] = [], options: [OptionDeclaration] = [],
    subcommands: [CommandDeclaration] = []
  ) {
    precondition(Set(options.map(\.name)).count == options.count, "\(name): two options alike")
    let letters = options.compactMap(\.short)
    precondition(Set(letters).count == letters.count, "\(name): two letters alike")
    precondition(operands.isEmpty || subcommands.isEmpty, "\(name): operands or subcommands")
    precondition(
      operands.dropLast().allSatisfy { $0.count == .one }, "\(name): only the last may vary")
    self.name = name
    self.summary = summary
    self.examples = examples
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.subcommands = subcommands
  }

  /// The command below this one with that name, if there is one.
  public func subcommand(named name: String) -> CommandDeclaration? {
    subcommands.first { $0.name == name }
  }

  /// The flag that every command understands without declaring it.
  public static let help = Flag("help", short: "h", help: "Show this help.")

  /// The declared options and `--help`.
  public var allOptions: [OptionDeclaration] { options + [CommandDeclaration.help.declaration] }
}

/// A command line that works, and what it answers.
public struct Example: Sendable {
  /// The whole line, beginning with the program's name.
  public let line: String
  /// What the line answers, in a few words.
  public let meaning: String

  /// Declares an example.
  public init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}

/// What stands on the command line without a name: a scenario file, a shell.
public struct OperandDeclaration: Sendable {
  /// How often an operand may be given.
  public enum Count: Equatable, Sendable {
    /// Exactly once.
    case one
    /// Once or not at all.
    case optional
    /// At least this often.
    case atLeast(Int)
  }

  /// What stands for it in help, in capitals.
  public let placeholder: String
  /// How often it may be given.
  public let count: Count
  /// What a shell may offer.
  public let completion: Completion
  /// What it is, in a sentence.
  public let help: String

  /// Declares an operand.
  public init(
    _ placeholder: String, count: Count = .one, completion: Completion = .none, help: String
  ) {
    self.placeholder = placeholder
    self.count = count
    self.completion = completion
    self.help = help
  }
}
