/// Why a text cannot be the value of an option or an operand.
///
/// A problem is data: ``ArgumentError/message`` finds the words, so that a test can compare
/// problems and the tone of all messages is set in one place.
public enum ValueProblem: Error, Equatable, Sendable {
  /// The text is not a plain decimal number.
  case notANumber
  /// The text is not a whole number, or one beyond what an integer holds.
  case notAWholeNumber
  /// The text is a number, outside the range in which it means something.
  case outside(NumberDomain)
  /// The text is not a duration; `bare` says that it is a number without its unit.
  case notADuration(bare: Bool)
  /// The text is neither a fraction from 0 to 1 nor a percentage. A bare number from 1 to 100
  /// comes with the fraction that was likely meant.
  case notAShare(likely: String?)
  /// The text is none of the words that are allowed; the nearest of them, if one is near.
  case notAChoice(choices: [String], nearest: String?)
  /// One of several names in the text is not known; the nearest that is, if one is near.
  case unknownName(String, nearest: String?)
  /// The text is empty.
  case empty
  /// The text does not have a form that a command defines itself.
  case notOfForm(String, example: String)
}

/// The range in which a number given on the command line means something.
public enum NumberDomain: Equatable, Sendable {
  /// Any finite number.
  case any
  /// `x > 0`.
  case positive
  /// `x ≥ 0`.
  case nonNegative
  /// `lower ≤ x ≤ upper`.
  case between(Double, Double)
  /// `0 < x < 1`.
  case openUnit

  /// Whether `value` lies inside the domain. NaN and infinities never do.
  public func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    switch self {
    case .any: return true
    case .positive: return value > 0
    case .nonNegative: return value >= 0
    case .between(let lower, let upper): return value >= lower && value <= upper
    case .openUnit: return value > 0 && value < 1
    }
  }
}
