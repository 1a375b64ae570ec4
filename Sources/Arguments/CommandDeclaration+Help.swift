extension CommandDeclaration {
  /// The help of the command: examples first, because they are what a reader copies.
  ///
  /// - Parameters:
  ///   - path: How the command is called, from the program's name on.
  ///   - width: How many columns a line may have. An example is never broken.
  /// - Returns: Lines that end with a line feed.
  public func helpText(path: [String], width: Int = 80) -> String {
    var text = ""
    text += examples.count > 1 ? "Examples:\n" : "Example:\n"
    for example in examples {
      text += "  \(example.line)\n"
      text += wrapped(example.meaning, indent: 6, width: width)
    }
    text += "\n" + wrapped(summary + ".", indent: 0, width: width)
    for paragraph in discussion {
      text += "\n" + wrapped(paragraph, indent: 0, width: width)
    }
    text += "\nUsage:\n" + wrapped(usage(path: path), indent: 2, hanging: 6, width: width)
    text += section("Commands", subcommands.map { ($0.name, $0.summary + ".") }, width: width)
    text += section("Operands", operands.map { ($0.placeholder, $0.help) }, width: width)
    text += section("Options", allOptions.map { ($0.heading, $0.helpWithDefault) }, width: width)
    return text
  }

  /// The one-line form of the command: name, operands, whether there are options.
  public func usage(path: [String]) -> String {
    var words = path
    if !subcommands.isEmpty { words.append("COMMAND") }
    for operand in operands {
      switch operand.count {
      case .one: words.append(operand.placeholder)
      case .optional: words.append("[\(operand.placeholder)]")
      case .atLeast(let count):
        words += Array(repeating: operand.placeholder, count: max(1, count))
        words[words.count - 1] += "…"
        if count == 0 { words[words.count - 1] = "[\(words[words.count - 1])]" }
      }
    }
    if !options.isEmpty { words.append("[OPTIONS]") }
    return words.joined(separator: " ")
  }

  private func section(_ title: String, _ entries: [(String, String)], width: Int) -> String {
    guard !entries.isEmpty else { return "" }
    let column = min(30, 4 + (entries.map(\.0.count).max() ?? 0))
    var text = "\n\(title):\n"
    for (heading, help) in entries {
      let body = wrapped(help, indent: column, width: width)
      if heading.count + 4 <= column {
        text += "  " + heading + body.dropFirst(heading.count + 2)
      } else {
        text += "  \(heading)\n" + body
      }
    }
    return text
  }
}

extension OptionDeclaration {
  /// The option with its letter and placeholder: `-o, --out DIR`.
  public var heading: String {
    let letter = short.map { "-\($0), " } ?? ""
    return letter + spelling + (placeholder.map { " \($0)" } ?? "")
  }

  fileprivate var helpWithDefault: String {
    var text = help
    if case .choices(let choices) = completion {
      text += " One of \(choices.joined(separator: ", "))."
    }
    if let defaultValue { text += " Default: \(defaultValue)." }
    if isRepeatable { text += " May be repeated." }
    return text
  }
}

/// Breaks a text between words into lines of at most `width` columns, each indented. A word that
/// is longer than a line stays whole.
func wrapped(_ text: String, indent: Int, hanging: Int? = nil, width: Int) -> String {
  var lines = ""
  var line = String(repeating: " ", count: indent)
  var isEmpty = true
  for word in text.split(separator: " ") {
    if !isEmpty, line.count + 1 + word.count > width {
      lines += line + "\n"
      line = String(repeating: " ", count: hanging ?? indent)
      isEmpty = true
    }
    line += isEmpty ? "\(word)" : " \(word)"
    isEmpty = false
  }
  return isEmpty ? lines : lines + line + "\n"
}
