/// How the text after an option becomes a value: what help calls it, what a shell may complete,
/// and how it is read.
public struct ValueKind<Value: Sendable>: Sendable {
  /// What stands for the value in help, in capitals: `DURATION`.
  public let placeholder: String
  /// What a shell may offer in its place.
  public let completion: Completion
  let read: @Sendable (String) throws(ValueProblem) -> Value

  /// Declares a kind of value of a command's own.
  ///
  /// - Parameters:
  ///   - placeholder: What stands for the value in help.
  ///   - completion: What a shell may offer.
  ///   - read: Turns the text into the value, or says why it cannot.
  public init(
    _ placeholder: String, completion: Completion = .none,
    read: @escaping @Sendable (String) throws(ValueProblem) -> Value
  ) {
    self.placeholder = placeholder
    self.completion = completion
    self.read = read
  }

  /// The same kind under another placeholder.
  public func named(_ placeholder: String) -> ValueKind {
    ValueKind(placeholder, completion: completion, read: read)
  }
}

/// What a shell can offer where a value is expected.
public enum Completion: Equatable, Sendable {
  /// Nothing: the value is free.
  case none
  /// One of these words.
  case choices([String])
  /// A file whose name ends with one of these, or any file if there are none.
  case file(endings: [String])
  /// A folder.
  case folder
}

extension ValueKind where Value == String {
  /// Any text that is not empty.
  public static func text(_ placeholder: String) -> ValueKind {
    ValueKind(placeholder) { text throws(ValueProblem) in try nonEmpty(text) }
  }

  /// The path of a file.
  public static func file(_ placeholder: String = "FILE", endings: [String] = []) -> ValueKind {
    ValueKind(placeholder, completion: .file(endings: endings)) { text throws(ValueProblem) in
      try nonEmpty(text)
    }
  }

  /// The path of a folder.
  public static func folder(_ placeholder: String = "DIR") -> ValueKind {
    ValueKind(placeholder, completion: .folder) { text throws(ValueProblem) in
      try nonEmpty(text)
    }
  }

  private static func nonEmpty(_ text: String) throws(ValueProblem) -> String {
    guard !text.isEmpty else { throw .empty }
    return text
  }
}

extension ValueKind where Value == Int {
  /// A whole number inside `range`.
  public static func integer(
    _ placeholder: String = "N", in range: ClosedRange<Int> = Int.min...Int.max
  ) -> ValueKind {
    ValueKind(placeholder) { text throws(ValueProblem) in
      guard let value = Decimal.wholeNumber(text) else { throw .notAWholeNumber }
      guard range.contains(value) else {
        throw .outside(.between(Double(range.lowerBound), Double(range.upperBound)))
      }
      return value
    }
  }
}

extension ValueKind where Value == UInt64 {
  /// A whole number from 0 to 2⁶⁴ − 1: the seed of a run.
  public static func unsigned(_ placeholder: String = "N") -> ValueKind {
    ValueKind(placeholder) { text throws(ValueProblem) in
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = UInt64(text) else {
        throw .notAWholeNumber
      }
      return value
    }
  }
}

extension ValueKind where Value == Double {
  /// A plain decimal number inside `domain`. Never hexadecimal, never `nan` or `inf`.
  public static func number(_ placeholder: String = "X", in domain: NumberDomain = .any)
    -> ValueKind
  {
    ValueKind(placeholder) { text throws(ValueProblem) in
      guard let value = Decimal.number(text) else { throw .notANumber }
      guard domain.contains(value) else { throw .outside(domain) }
      return value
    }
  }

  /// A duration with its unit, such as `20s`, `4m` or `1h30m` [s].
  public static func duration(
    _ placeholder: String = "DURATION", in domain: NumberDomain = .nonNegative
  ) -> ValueKind {
    ValueKind(placeholder) { text throws(ValueProblem) in
      guard let seconds = Decimal.duration(text) else {
        throw .notADuration(bare: Decimal.number(text) != nil)
      }
      guard domain.contains(seconds) else { throw .outside(domain) }
      return seconds
    }
  }

  /// A share: a fraction such as `0.8`, or a percentage such as `80%`.
  public static func share(
    _ placeholder: String = "SHARE", in domain: NumberDomain = .between(0, 1)
  ) -> ValueKind {
    ValueKind(placeholder) { text throws(ValueProblem) in
      if text.last == "%" {
        guard let percent = Decimal.number(String(text.dropLast())) else {
          throw .notAShare(likely: nil)
        }
        guard domain.contains(percent / 100) else { throw .outside(domain) }
        return percent / 100
      }
      guard let share = Decimal.number(text) else { throw .notAShare(likely: nil) }
      guard domain.contains(share) else {
        if share > 1, share <= 100 { throw .notAShare(likely: "\(text)%") }
        throw .outside(domain)
      }
      return share
    }
  }
}

extension ValueKind
where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the words of an enumeration.
  public static func choice(_ placeholder: String) -> ValueKind {
    let choices = Value.allCases.map(\.rawValue)
    return ValueKind(placeholder, completion: .choices(choices)) { text throws(ValueProblem) in
      guard let value = Value(rawValue: text) else {
        throw .notAChoice(choices: choices, nearest: nearest(to: text, among: choices))
      }
      return value
    }
  }
}
