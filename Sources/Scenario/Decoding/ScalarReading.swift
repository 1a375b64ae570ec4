/// Single values of the format, read from nodes. Each either is what it has to be or throws what
/// is wrong with it, at its place.
enum ScalarReading {
  /// The value is not of the kind.
  static func wrongKind(
    _ node: SyntaxNode, _ path: SyntaxPath, expected kind: ValueKind
  ) -> Diagnostic {
    var code = DiagnosticCode.wrongKind
    var found = node.kindInWords
    var hint: String?
    if let number = node.number {
      found = "the number \(number.text.prefix(40))"
      if case .duration = kind { code = .malformedDuration }
      if case .distribution = kind { code = .malformedDuration }
      if code == .malformedDuration {
        hint = "durations carry their unit: \"\(number.text.prefix(40))s\""
      }
    } else if let text = node.string {
      found = "the text \(DisplayText.quoted(text))"
      if case .integer = kind, Int(text) != nil { hint = "write it without quotes" }
      if case .number = kind, Double(text) != nil { hint = "write it without quotes" }
    } else if node.isNull {
      hint = "leave the key out"
    }
    return Diagnostic(
      code, at: node.origin, path: path, "expected \(kind.inWords), found \(found)", hint: hint)
  }

  private static func outOfRange(
    _ node: SyntaxNode, _ path: SyntaxPath, _ what: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.outOfRange, at: node.origin, path: path, what, hint: hint)
  }

  /// A number within a range.
  static func number(
    _ node: SyntaxNode, _ path: SyntaxPath, in range: ClosedRange<Double>
  ) throws(Diagnostic) -> Double {
    guard let number = node.number else {
      throw wrongKind(node, path, expected: .number(range))
    }
    guard range.contains(number.value) else {
      let limits =
        "\(DurationText.plain(range.lowerBound))…\(DurationText.plain(range.upperBound))"
      if range.upperBound == ObjectDeclaration.mostAgents, number.value > range.upperBound {
        throw Diagnostic(
          .limitExceeded, at: node.origin, path: path,
          "\(number.text.prefix(40)) agents are more than 1,000,000, the limit for a team")
      }
      throw outOfRange(
        node, path, "\(number.text.prefix(40)) is outside \(limits)",
        hint: number.value < 0 && range.lowerBound == 0 ? "it cannot be negative" : nil)
    }
    return number.value
  }

  /// A whole number within a range.
  static func integer(
    _ node: SyntaxNode, _ path: SyntaxPath, in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    guard let number = node.number else {
      throw wrongKind(node, path, expected: .integer(range))
    }
    guard let integer = number.integer else {
      let isWhole = number.value == number.value.rounded()
      throw outOfRange(
        node, path,
        isWhole
          ? "\(number.text.prefix(40)) is outside \(range.lowerBound)…\(range.upperBound)"
          : "expected a whole number, found \(number.text.prefix(40))")
    }
    guard range.contains(integer) else {
      throw outOfRange(
        node, path, "\(integer) is outside \(range.lowerBound)…\(range.upperBound)")
    }
    return integer
  }

  /// A rate from 0 to 1, or a percentage.
  static func rate(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> Double {
    let rate: Double
    let shown: String
    var hint: String?
    if let number = node.number {
      rate = number.value
      shown = String(number.text.prefix(40))
      if rate > 1, rate <= 100 {
        hint = "did you mean \(DurationText.plain(rate / 100))?"
      }
    } else if let text = node.string {
      guard let percentage = RateText.rate(text) else {
        throw Diagnostic(
          .malformedRate, at: node.origin, path: path,
          "\(DisplayText.quoted(text)) is not a rate", hint: "write 0.31 or \"31%\"")
      }
      rate = percentage
      shown = text
    } else {
      throw wrongKind(node, path, expected: .rate)
    }
    guard rate >= 0, rate <= 1 else {
      throw Diagnostic(
        .malformedRate, at: node.origin, path: path, "a rate is from 0 to 1, not \(shown)",
        hint: hint)
    }
    return rate
  }

  /// A duration with its unit [s].
  static func duration(
    _ node: SyntaxNode, _ path: SyntaxPath, in range: ClosedRange<Double> = 0...ValueKind.longest
  ) throws(Diagnostic) -> Double {
    guard let text = node.string else {
      throw wrongKind(node, path, expected: .duration(range))
    }
    let seconds: Double
    do {
      seconds = try DurationText.seconds(text)
    } catch {
      throw malformedDuration(node, path, text, error)
    }
    guard range.contains(seconds) else {
      let low = DurationText.text(seconds: range.lowerBound)
      let high = DurationText.text(seconds: range.upperBound)
      throw outOfRange(node, path, "\(text) is outside \(low)…\(high)")
    }
    return seconds
  }

  private static func malformedDuration(
    _ node: SyntaxNode, _ path: SyntaxPath, _ text: String, _ failure: DurationText.Failure
  ) -> Diagnostic {
    let shown = DisplayText.quoted(text)
    let (message, hint): (String, String?) =
      switch failure {
      case .noUnit: ("\(shown) has no unit", "write \"\(text.prefix(40))s\" for seconds")
      case .unknownUnit(let unit, let meant):
        (
          "\(shown) has the unknown unit \(DisplayText.quoted(unit))",
          meant.map { "did you mean \"\($0)\"?" } ?? "units are s, m, h, d and w"
        )
      case .malformed:
        (
          "\(shown) is not a duration",
          text.hasPrefix("-") ? "it cannot be negative" : "write it as \"20s\" or \"1h30m\""
        )
      }
    return Diagnostic(.malformedDuration, at: node.origin, path: path, message, hint: hint)
  }

  /// A text that is not empty.
  static func text(
    _ node: SyntaxNode, _ path: SyntaxPath, as kind: ValueKind = .text
  ) throws(Diagnostic) -> String {
    guard let text = node.string else { throw wrongKind(node, path, expected: kind) }
    guard !text.isEmpty else { throw outOfRange(node, path, "the text is empty") }
    return text
  }

  /// A truth value.
  static func boolean(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> Bool {
    guard case .boolean(let value) = node.value else {
      throw wrongKind(node, path, expected: .boolean)
    }
    return value
  }

  /// One of some words.
  static func choice(
    _ node: SyntaxNode, _ path: SyntaxPath, among choices: [ValueKind.Choice]
  ) throws(Diagnostic) -> String {
    guard let word = node.string else { throw wrongKind(node, path, expected: .choice(choices)) }
    guard let choice = choices.first(where: { $0.word == word }) else {
      let supported = choices.filter(\.isSupported).map(\.word)
      throw Diagnostic(
        .unknownChoice, at: node.origin, path: path,
        "expected \(ValueKind.choice(choices).inWords), found \(DisplayText.quoted(word))",
        hint: Suggestion.hint(for: word, among: supported))
    }
    guard choice.isSupported else {
      throw Diagnostic(
        .notSupportedYet, at: node.origin, path: path, "\"\(word)\" is not supported yet",
        hint: "write \(ValueKind.choice(choices).inWords)")
    }
    return word
  }

  /// The version of the format.
  static func version(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) {
    guard node.number?.integer == 1 else {
      let shown = node.number.map { String($0.text.prefix(40)) } ?? node.kindInWords
      throw Diagnostic(
        .formatVersion, at: node.origin, path: path,
        "this program reads version 1 of the format, not \(shown)")
    }
  }
}
