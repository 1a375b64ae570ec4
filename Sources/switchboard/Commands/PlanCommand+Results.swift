import Arguments
import Center
import CenterSimulation
import Experiments
import Reports

extension PlanCommand {
  /// How the requirement is found.
  static func requirement(_ arguments: ParsedArguments) -> YearRequirement {
    switch arguments[requirement] ?? .formula(.offeredLoad) {
    case .simulation: .simulation(replications: arguments[searchReplications] ?? 40)
    case let other: other
    }
  }

  /// The designs' years, with what each week requires.
  static func results(
    of scenarios: [ScenarioFile], weeks: Int, _ arguments: ParsedArguments, _ session: Session
  ) async throws -> [YearResult] {
    let seed = arguments[SimulationOptions.seed] ?? 1
    let required = ProgressMeter(
      total: scenarios.count * weeks, unit: "weeks", console: session.console)
    var plans: [YearPlan] = []
    do {
      defer { required.finish() }
      for (index, scenario) in scenarios.enumerated() {
        plans.append(
          try await plan(scenario, weeks: weeks, seed: seed, arguments) {
            required.update(done: index * weeks + $0)
          })
      }
    }
    let replications = arguments[replications] ?? 200
    let meter = ProgressMeter(
      total: scenarios.count * replications, unit: "random years", console: session.console)
    defer { meter.finish() }
    return try plans.enumerated().map { index, plan in
      do {
        return try plan.run(seed: seed, replications: replications) {
          meter.update(done: index * replications + $0)
        }
      } catch let error as YearPlanError {
        throw Failure(error, scenarios[index])
      }
    }
  }

  /// A design's year with its requirement.
  private static func plan(
    _ scenario: ScenarioFile, weeks: Int, seed: UInt64, _ arguments: ParsedArguments,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> YearPlan {
    do {
      let required = try await requirement(arguments).fullTimeEquivalents(
        of: scenario.center, weeks: weeks, seed: seed,
        workers: arguments[SimulationOptions.jobs] ?? Processors.allowed, progress: progress)
      return try YearPlan(scenario.center, weeks: weeks, requiredFTE: required)
    } catch let error as YearPlanError {
      throw Failure(error, scenario)
    } catch let error as StaffingError {
      throw Failure(.badData, "\(scenario.path): \(Answer.reason(error)).")
    } catch let unsound as UnsoundCenter {
      let first = unsound.problems.first.map {
        "\($0.path.joined(separator: ".")): \($0.message)"
      }
      throw Failure(
        .badData,
        "\(scenario.path): choose another --requirement: a week cannot be simulated by itself, "
          + "\(first ?? "")")
    } catch let limit as SimulationLimit {
      throw Failure(
        .badData, "\(scenario.path): lower the demand or add agents: \(limit.description).")
    }
  }

  static let requirementKind: ValueKind<YearRequirement> = {
    let words = RequirementMethod.allCases.map(\.rawValue) + ["schedule", "simulation"]
    return ValueKind("METHOD", completion: .choices(words)) { text throws(ValueProblem) in
      if let method = RequirementMethod(rawValue: text) { return .formula(method) }
      switch text {
      case "schedule": return .schedule
      case "simulation": return .simulation(replications: 0)
      default: throw .notAChoice(choices: words, nearest: nearest(to: text, among: words))
      }
    }
  }()
}
