/// What is wrong with a command line.
///
/// An error is data; ``message`` finds the words.
public struct ArgumentError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The command needs one of its subcommands.
    case missingCommand(known: [String])
    /// There is no such command; the nearest one, if one is near.
    case unknownCommand(String, nearest: String?, known: [String])
    /// There is no such option; the nearest one, if one is near.
    case unknownOption(String, nearest: String?)
    /// The option needs a value and none follows.
    case missingValue(option: String, placeholder: String)
    /// The flag takes no value but was given one.
    case unexpectedValue(option: String, value: String)
    /// The value of the option cannot be read.
    case invalidValue(option: String, value: String, ValueProblem)
    /// The option may be given once only.
    case repeatedOption(String)
    /// An operand is missing.
    case missingOperand(placeholder: String, needed: Int, given: Int)
    /// There is one operand too many.
    case unexpectedOperand(String)
    /// None of these options is given, and one is needed.
    case missingOption(oneOf: [String])
    /// These options exclude each other.
    case conflict(String, String)
    /// The first option means nothing without the second.
    case dependency(option: String, needs: String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The command in which it is wrong, from the program's name on.
  public let path: [String]

  /// Makes an error of the command at `path`.
  public init(_ problem: Problem, in path: [String]) {
    self.problem = problem
    self.path = path
  }
}
