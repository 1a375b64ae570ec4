import Arguments
import Erlang

/// What the agents of a queue with abandonment must reach, as the options give it.
struct ErlangTargets {
  static let abandonment = Option(
    "target-abandonment", .share(in: .openUnit),
    help: "Find the agents that keep the share of contacts who hang up within this.")
  static let patience = Option(
    "patience", .duration(in: .positive),
    help: "Mean patience, such as 2m; exponential.")

  static let declarations = [
    ErlangOptions.agents.declaration, ErlangOptions.within.declaration,
    ErlangOptions.target.declaration, ErlangOptions.targetWait.declaration,
    abandonment.declaration, ErlangOptions.targetProbability.declaration,
    ErlangOptions.targetOccupancy.declaration,
  ]

  private let targets: [(option: String, value: QueueTarget)]

  /// Reads the targets from the options.
  init(_ arguments: ParsedArguments, within threshold: Double) {
    var targets: [(option: String, value: QueueTarget)] = []
    if let level = arguments[ErlangOptions.target] {
      targets.append(("--target", .serviceLevel(level, within: threshold)))
    }
    if let wait = arguments[ErlangOptions.targetWait] {
      targets.append(("--target-asa", .averageSpeedOfAnswer(wait)))
    }
    if let share = arguments[Self.abandonment] {
      targets.append(("--target-abandonment", .abandonmentProbability(share)))
    }
    if let probability = arguments[ErlangOptions.targetProbability] {
      targets.append(("--target-wait-probability", .waitProbability(probability)))
    }
    if let occupancy = arguments[ErlangOptions.targetOccupancy] {
      targets.append(("--max-occupancy", .occupancy(max: occupancy)))
    }
    self.targets = targets
  }

  /// The numbers of agents that are asked about: given, or the smallest that meets every target.
  func agents(
    _ arguments: ParsedArguments, required: (QueueTarget) throws(ErlangError) -> Int
  ) throws -> ClosedRange<Int> {
    try ErlangRequirement.agents(arguments, targets: targets, required: required)
  }
}
