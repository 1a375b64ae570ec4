/// What a command line said, checked against its declaration.
public struct ParsedArguments: Sendable {
  /// The command that was called, from the program's name on.
  public let path: [String]
  /// What stood on the line without a name, in order.
  public let operands: [String]

  let declaration: CommandDeclaration
  let given: [String: [String]]

  /// Whether the flag was given.
  public subscript(flag: Flag) -> Bool {
    given[declared(flag.declaration)] != nil
  }

  /// The value of the option, or its default; `nil` without either. Of a repeated option: the last.
  public subscript<Value>(option: Option<Value>) -> Value? {
    let texts = given[declared(option.declaration)] ?? []
    return (texts.last ?? option.declaration.defaultValue).map { value(of: $0, as: option.kind) }
  }

  /// All values of a repeatable option, in order.
  public func all<Value>(_ option: Option<Value>) -> [Value] {
    (given[declared(option.declaration)] ?? []).map { value(of: $0, as: option.kind) }
  }

  /// Whether the option stands on the line, whatever its default.
  public func gives<Value>(_ option: Option<Value>) -> Bool {
    given[declared(option.declaration)] != nil
  }

  /// The value of an option that the command cannot do without.
  public func required<Value>(_ option: Option<Value>) throws(ArgumentError) -> Value {
    guard let value = self[option] else {
      throw ArgumentError(.missingOption(oneOf: [option.declaration.spelling]), in: path)
    }
    return value
  }

  /// An error of this command line.
  public func error(_ problem: ArgumentError.Problem) -> ArgumentError {
    ArgumentError(problem, in: path)
  }

  private func declared(_ option: OptionDeclaration) -> String {
    precondition(
      declaration.allOptions.contains { $0.name == option.name },
      "\(path) asks for --\(option.name), which it does not declare")
    return option.name
  }

  private func value<Value>(of text: String, as kind: ValueKind<Value>) -> Value {
    do {
      return try kind.read(text)
    } catch {
      preconditionFailure("parsing let \(text) pass, which \(kind.placeholder) refuses")
    }
  }
}
