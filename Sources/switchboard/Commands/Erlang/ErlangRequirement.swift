import Arguments
import Erlang

/// The numbers of agents that a calculator is asked about: given, or found.
enum ErlangRequirement {
  /// The agents given, or the smallest number that meets every target.
  ///
  /// - Parameters:
  ///   - targets: What is to be reached, and the options that say so.
  ///   - required: The smallest number of agents that meets one target.
  static func agents<Target>(
    _ arguments: ParsedArguments, targets: [(option: String, value: Target)],
    required: (Target) throws(ErlangError) -> Int
  ) throws -> ClosedRange<Int> {
    if let given = arguments[ErlangOptions.agents] {
      if let target = targets.first { throw arguments.error(.conflict("--agents", target.option)) }
      return given.values
    }
    guard !targets.isEmpty else {
      throw arguments.error(.missingOption(oneOf: ["--agents", "--target"]))
    }
    do throws(ErlangError) {
      var most = 1
      for target in targets { most = max(most, try required(target.value)) }
      return most...most
    } catch {
      throw Failure(error)
    }
  }
}
