/// One option of a command as parsing and help see it.
public struct OptionDeclaration: Sendable {
  /// The long name without its dashes: `talk-time`.
  public let name: String
  /// The single letter that means the same, if there is one.
  public let short: Character?
  /// What stands for the value in help; `nil` for a flag, which takes none.
  public let placeholder: String?
  /// What a shell may offer as the value.
  public let completion: Completion
  /// What is taken when the option is not given.
  public let defaultValue: String?
  /// Whether the option may be given more than once.
  public let isRepeatable: Bool
  /// What the option does, in a sentence.
  public let help: String

  let check: @Sendable (String) -> ValueProblem?

  /// Whether the option takes no value.
  public var isFlag: Bool { placeholder == nil }

  /// The name as it is written on the command line.
  public var spelling: String { "--\(name)" }
}

/// An option that takes a value, with the type of the value.
///
///     let talkTime = Option("talk-time", .duration(), help: "Mean talk time.")
///     let seconds = arguments[talkTime]  // Double?
public struct Option<Value: Sendable>: Sendable {
  /// The declaration without the type of the value.
  public let declaration: OptionDeclaration
  let kind: ValueKind<Value>

  /// Declares an option.
  ///
  /// - Parameters:
  ///   - name: The long name without its dashes.
  ///   - short: A single letter that means the same.
  ///   - kind: How the text becomes a value.
  ///   - defaultValue: What is taken when the option is not given, as it would be written.
  ///   - isRepeatable: Whether the option may be given more than once.
  ///   - help: What the option does, in a sentence.
  /// - Precondition: `defaultValue` can be read by `kind`.
  public init(
    _ name: String, short: Character? = nil, _ kind: ValueKind<Value>,
    default defaultValue: String? = nil, repeatable isRepeatable: Bool = false, help: String
  ) {
    let check: @Sendable (String) -> ValueProblem? = { text in
      do throws(ValueProblem) {
        _ = try kind.read(text)
        return nil
      } catch {
        return error
      }
    }
    if let defaultValue {
      precondition(check(defaultValue) == nil, "--\(name) has a default it would refuse")
    }
    self.kind = kind
    declaration = OptionDeclaration(
      name: name, short: short, placeholder: kind.placeholder, completion: kind.completion,
      defaultValue: defaultValue, isRepeatable: isRepeatable, help: help, check: check)
  }
}

/// An option that takes no value: given or not.
public struct Flag: Sendable {
  /// The declaration as parsing and help see it.
  public let declaration: OptionDeclaration

  /// Declares a flag.
  ///
  /// - Parameters:
  ///   - name: The long name without its dashes.
  ///   - short: A single letter that means the same.
  ///   - help: What the flag does, in a sentence.
  public init(_ name: String, short: Character? = nil, help: String) {
    declaration = OptionDeclaration(
      name: name, short: short, placeholder: nil, completion: .none, defaultValue: nil,
      isRepeatable: false, help: help, check: { _ in nil })
  }
}
