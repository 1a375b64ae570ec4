extension CommandDeclaration {
  /// What a command line asks for.
  public enum Request: Sendable {
    /// Run the command with these arguments.
    case run(ParsedArguments)
    /// Show the help of the command at this path.
    case help(CommandDeclaration, path: [String])
  }

  /// Reads a command line.
  ///
  /// `--option value` and `--option=value` are the same, as are `-o value` and `-ovalue`; `--`
  /// ends the options; `-` is an operand or a value; a negative number is a value, not an option.
  /// `--help` anywhere before `--` wins over every mistake on the line.
  ///
  /// - Parameter words: The command line without the program's name.
  /// - Throws: The first mistake, from left to right.
  public func parse(_ words: [String]) throws(ArgumentError) -> Request {
    var command = self
    var path = [name]
    var rest = words[...]
    while let word = rest.first, let next = command.subcommand(named: word) {
      command = next
      path.append(word)
      rest = rest.dropFirst()
    }
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .help(command, path: path)
    }
    if !command.subcommands.isEmpty {
      try command.refuseMissingSubcommand(rest, path: path)
    }
    var parser = Parser(command: command, path: path, rest: rest)
    return .run(try parser.parse())
  }

  private func refuseMissingSubcommand(
    _ rest: ArraySlice<String>, path: [String]
  ) throws(ArgumentError) {
    let known = subcommands.map(\.name)
    guard let word = rest.first else {
      throw ArgumentError(.missingCommand(known: known), in: path)
    }
    if !word.hasPrefix("-") {
      throw ArgumentError(
        .unknownCommand(word, nearest: nearest(to: word, among: known), known: known), in: path)
    }
  }
}

/// The state of reading one command line.
private struct Parser {
  let command: CommandDeclaration
  let path: [String]
  var rest: ArraySlice<String>
  var given: [String: [String]] = [:]
  var operands: [String] = []

  init(command: CommandDeclaration, path: [String], rest: ArraySlice<String>) {
    self.command = command
    self.path = path
    self.rest = rest
  }

  mutating func parse() throws(ArgumentError) -> ParsedArguments {
    while let word = rest.popFirst() {
      if word == "--" {
        for operand in rest { try take(operand: operand) }
        rest = []
      } else if word.hasPrefix("--") {
        try take(long: word)
      } else if word.hasPrefix("-"), word != "-", !isNegativeNumber(word) {
        try take(letters: word.dropFirst())
      } else {
        try take(operand: word)
      }
    }
    try refuseMissingOperands()
    return ParsedArguments(path: path, operands: operands, declaration: command, given: given)
  }

  private mutating func take(long word: String) throws(ArgumentError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].dropFirst(2)
    guard let option = command.allOptions.first(where: { $0.name == name }) else {
      let names = command.allOptions.map(\.name)
      throw failure(
        .unknownOption(
          "--\(name)", nearest: nearest(to: String(name), among: names).map { "--\($0)" }))
    }
    try take(option, attached: parts.count > 1 ? String(parts[1]) : nil)
  }

  private mutating func take(letters: Substring) throws(ArgumentError) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = command.allOptions.first(where: { $0.short == letter }) else {
        // `-load` is a long option with a dash missing more often than a row of letters.
        let name = nearest(to: "\(letter)\(letters)", among: command.allOptions.map(\.name))
        throw failure(.unknownOption("-\(letter)\(letters)", nearest: name.map { "--\($0)" }))
      }
      if option.isFlag {
        try take(option, attached: nil)
      } else {
        try take(option, attached: letters.isEmpty ? nil : String(letters))
        return
      }
    }
  }

  private mutating func take(
    _ option: OptionDeclaration, attached: String?
  ) throws(ArgumentError) {
    guard option.isRepeatable || given[option.name] == nil else {
      throw failure(.repeatedOption(option.spelling))
    }
    guard let placeholder = option.placeholder else {
      if let attached {
        throw failure(.unexpectedValue(option: option.spelling, value: attached))
      }
      given[option.name] = [""]
      return
    }
    guard let value = attached ?? popValue() else {
      throw failure(.missingValue(option: option.spelling, placeholder: placeholder))
    }
    if let problem = option.check(value) {
      throw failure(.invalidValue(option: option.spelling, value: value, problem))
    }
    given[option.name, default: []].append(value)
  }

  private mutating func popValue() -> String? {
    guard let word = rest.first else { return nil }
    let isOption = word.hasPrefix("-") && word != "-" && !isNegativeNumber(word)
    return isOption ? nil : rest.popFirst()
  }

  private mutating func take(operand: String) throws(ArgumentError) {
    let mayRepeat = if case .atLeast = command.operands.last?.count { true } else { false }
    guard mayRepeat || operands.count < command.operands.count else {
      throw failure(.unexpectedOperand(operand))
    }
    operands.append(operand)
  }

  private func refuseMissingOperands() throws(ArgumentError) {
    var needed = 0
    for operand in command.operands {
      switch operand.count {
      case .one: needed += 1
      case .optional: break
      case .atLeast(let count): needed += count
      }
      if operands.count < needed {
        throw failure(
          .missingOperand(
            placeholder: operand.placeholder, needed: needed, given: operands.count))
      }
    }
  }

  private func isNegativeNumber(_ word: String) -> Bool {
    guard let second = word.utf8.dropFirst().first else { return false }
    return word.hasPrefix("-") && (second == 0x2E || (0x30...0x39).contains(second))
  }

  private func failure(_ problem: ArgumentError.Problem) -> ArgumentError {
    ArgumentError(problem, in: path)
  }
}
