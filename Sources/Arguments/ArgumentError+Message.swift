extension ArgumentError {
  /// The error in words: what to do first, then what was found.
  public var message: String {
    let command = path.joined(separator: " ")
    switch problem {
    case .missingCommand(let known):
      return "Name what to do: \(command) \(list(known))."
    case .unknownCommand(let word, let nearest, let known):
      let advice =
        nearest.map { "Did you mean \"\(command) \($0)\"?" }
        ?? "Use one of the commands \(list(known))."
      return "\(advice) There is no command \"\(word)\"."
    case .unknownOption(let option, let nearest):
      let advice = nearest.map { "Did you mean \($0)?" } ?? "Leave out \(option)."
      return "\(advice) \"\(command)\" has no option \(option)."
    case .missingValue(let option, let placeholder):
      return "Write \(option) \(placeholder): its value is missing."
    case .unexpectedValue(let option, let value):
      return "Write \(option) alone: it takes no value, and \"\(value)\" was given."
    case .invalidValue(let option, let value, let problem):
      return problem.message(of: value, for: option)
    case .repeatedOption(let option):
      return "Give \(option) once: it stands on the line twice."
    case .missingOperand(let placeholder, let needed, let given):
      return "Name \(placeholder): \"\(command)\" needs \(needed) and got \(given)."
    case .unexpectedOperand(let operand):
      return "Leave out \"\(operand)\": \"\(command)\" takes no further operand."
    case .missingOption(let options):
      return "Give \(list(options)): \"\(command)\" cannot do without."
    case .conflict(let first, let second):
      return "Give \(first) or \(second), not both."
    case .dependency(let option, let needs):
      return "Give \(needs) as well: \(option) means nothing without it."
    }
  }

  private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension ValueProblem {
  fileprivate func message(of value: String, for option: String) -> String {
    switch self {
    case .notANumber:
      return "Write \(option) as a number, such as 40 or 0.5: \"\(value)\" is none."
    case .notAWholeNumber:
      return "Write \(option) as a whole number, such as 40: \"\(value)\" is none."
    case .outside(let domain):
      return "Write \(option) \(domain.words): \"\(value)\" is outside."
    case .notADuration(bare: true):
      return "Write \(option) with its unit, \(value)s or \(value)m: a bare number has none."
    case .notADuration(bare: false):
      return "Write \(option) as a duration, such as 20s, 4m or 1h30m: \"\(value)\" is none."
    case .notAShare(let likely?):
      return "Did you mean \(option) \(likely)? A share is 0 to 1 or has a percent sign."
    case .notAShare(nil):
      return "Write \(option) as a share, such as 0.8 or 80%: \"\(value)\" is none."
    case .notAChoice(let choices, let nearest):
      let known = choices.joined(separator: ", ")
      let advice = nearest.map { "Did you mean \(option) \($0)?" } ?? "Choose \(option) from"
      return nearest == nil
        ? "\(advice) \(known): \"\(value)\" is none of them."
        : "\(advice) \"\(value)\" is none of \(known)."
    case .unknownName(let name, let nearest?):
      return "Did you mean \(nearest)? \(option) knows no \"\(name)\"."
    case .unknownName(let name, nil):
      return "Leave out \"\(name)\": \(option) does not know it."
    case .empty:
      return "Write something after \(option): its value is empty."
    case .notOfForm(let form, let example):
      return "Write \(option) as \(form), such as \(example): \"\(value)\" is not."
    }
  }
}

extension NumberDomain {
  fileprivate var words: String {
    switch self {
    case .any: "as a finite number"
    case .positive: "above 0"
    case .nonNegative: "as 0 or more"
    case .between(let lower, let upper): "from \(plain(lower)) to \(plain(upper))"
    case .openUnit: "between 0 and 1, both excluded"
    }
  }

  private func plain(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }
}
