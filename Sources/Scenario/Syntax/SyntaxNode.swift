/// A value of a scenario as it was written, with the place it was written at.
///
/// A node is what the parser makes, what files that extend one another merge, and what `--set`
/// edits; only then is it read as a center.
public struct SyntaxNode: Sendable {
  /// What a JSON value can be.
  public enum Value: Sendable {
    /// `null`: removes what another file wrote.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number, with its text.
    case number(NumberLiteral)
    /// A string, its escapes resolved.
    case string(String)
    /// A list.
    case array([SyntaxNode])
    /// Named members, in the order they were written in.
    case object(SyntaxObject)
  }

  /// The value.
  public var value: Value
  /// Where the value begins.
  public var origin: Origin
  /// Relative edits of a value that is not one number: to be applied by whoever reads it.
  public var adjustments: [Adjustment]

  /// Makes a node.
  public init(_ value: Value, at origin: Origin, adjustments: [Adjustment] = []) {
    self.value = value
    self.origin = origin
    self.adjustments = adjustments
  }

  /// What the value is, in words for a message: "a number", "an object".
  public var kindInWords: String {
    switch value {
    case .null: "null"
    case .boolean: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The members, when the value is an object.
  public var object: SyntaxObject? {
    if case .object(let object) = value { object } else { nil }
  }

  /// The elements, when the value is a list.
  public var array: [SyntaxNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The text, when the value is a string.
  public var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The number, when the value is one.
  public var number: NumberLiteral? {
    if case .number(let number) = value { number } else { nil }
  }

  /// Whether the value is `null`.
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }
}

/// A number as it was written.
public struct NumberLiteral: Sendable, Equatable {
  /// The text, as in the file.
  public let text: String
  /// The nearest double, finite.
  public let value: Double

  /// The exact integer, when the number is one that fits: `30`, `3e1` and `30.0` are all 30.
  public var integer: Int? {
    Int(text) ?? (abs(value) < 0x1p53 ? Int(exactly: value) : nil)
  }

  /// A number with its text.
  init(text: String, value: Double) {
    self.text = text
    self.value = value
  }

  /// A number that was computed; its text is the shortest that reads back.
  init(_ value: Double) {
    self.value = value
    text = DurationText.plain(value)
  }
}

/// A relative edit that could not be made on the text, since the value is not one number:
/// a volume from a file, a list of agents, a distribution.
public struct Adjustment: Sendable {
  /// What is done to each number that the value stands for.
  public enum Operation: Sendable, Equatable {
    /// Adds the operand, which is negative for `-=`.
    case add
    /// Multiplies by the operand.
    case multiply
    /// Divides by the operand, which is not 0.
    case divide
  }

  /// What is done.
  public let operation: Operation
  /// By how much; a duration in seconds.
  public let operand: Double
  /// Where the edit was written.
  public let origin: Origin

  /// The value after the edit.
  public func applied(to value: Double) -> Double {
    switch operation {
    case .add: value + operand
    case .multiply: value * operand
    case .divide: value / operand
    }
  }
}
