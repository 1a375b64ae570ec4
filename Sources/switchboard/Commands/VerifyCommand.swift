import Arguments
import CenterSimulation
import Experiments
import Reports

/// `switchboard verify`: what is known exactly, simulated.
enum VerifyCommand {
  static let replications = Option(
    "replications", short: "r", .integer(in: 2...100_000), default: "48",
    help: "How often each model is simulated; more make the comparison sharper.")
  static let scenario = Option(
    "scenario", modelName, help: "Print the scenario of this model, and simulate nothing.")

  static let declaration = CommandDeclaration(
    name: "verify", summary: "Simulate what is known exactly, and compare",
    examples: [
      Example("switchboard verify", "exact and simulated values, and how far they are apart"),
      Example("switchboard verify --seed 2", "the same with other random numbers"),
      Example(
        "switchboard verify erlang-a-50 --replications 1000", "one model, more sharply"),
      Example(
        "switchboard verify --scenario erlang-c-20 > queue.jsonc",
        "what is simulated, to look at and to run"),
    ],
    discussion: [
      "Queues that theory solves (Erlang B, C and A, Pollaczek-Khinchine, chat, self-service) go "
        + "through the whole program, from the text of a scenario to the summary.",
      "z is how many standard errors a simulated value lies from the exact one. A seed that was "
        + "never tried before makes any z go beyond the limit in at most one run of 10,000; then, "
        + "or if the program is wrong, the code is 70.",
    ],
    operands: [
      OperandDeclaration(
        "MODEL", count: .atLeast(0), completion: .choices(ExactModel.names),
        help: "Only these models; all unless named.")
    ],
    options: [
      replications.declaration, SimulationOptions.seed.declaration,
      SimulationOptions.jobs.declaration, scenario.declaration,
      SimulationOptions.format.declaration,
    ])

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    if let name = arguments[scenario] {
      for model in try ExactModel.catalogue() where model.name == name {
        try session.output.write { $0.append(model.scenario) }
      }
      return .ok
    }
    let models = try models(arguments)
    let seed = arguments[SimulationOptions.seed] ?? 1
    let replications = arguments[replications] ?? 48
    let meter = ProgressMeter(
      total: models.count * replications, unit: "replications", console: session.console)
    let verification: Verification
    do {
      defer { meter.finish() }
      verification = try await verify(
        models, seed: seed, replications: replications,
        workers: arguments[SimulationOptions.jobs] ?? Processors.allowed
      ) { meter.update(done: $0) }
    }
    try session.write(
      .verification(verification, seed: seed, replications: replications),
      as: arguments[SimulationOptions.format], command: "verify")
    if let failure = failure(verification, seed: seed, replications: replications) {
      throw failure
    }
    return .ok
  }

  /// The models that the operands name, in the order of the catalogue; all where they name none.
  private static func models(_ arguments: ParsedArguments) throws -> [ExactModel] {
    for name in arguments.operands where !ExactModel.names.contains(name) {
      let nearest = nearest(to: name, among: ExactModel.names)
      throw arguments.error(
        .invalidValue(
          option: nearest == nil ? "a model" : "verify", value: name,
          nearest == nil
            ? .notAChoice(choices: ExactModel.names, nearest: nil)
            : .unknownName(name, nearest: nearest)))
    }
    return try ExactModel.catalogue().filter {
      arguments.operands.isEmpty || arguments.operands.contains($0.name)
    }
  }

  /// Simulates models and compares.
  ///
  /// - Parameter progress: Told how many replications of all models are done.
  static func verify(
    _ models: [ExactModel], seed: UInt64, replications: Int, workers: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Verification {
    var comparisons: [ExactComparison] = []
    for (index, model) in models.enumerated() {
      do {
        let experiment = try Experiment(
          designs: [Design(try model.simulation())], seed: seed, replications: replications)
        let results = try await experiment.run(workers: workers) {
          progress(index * replications + $0.replications)
        }
        for value in model.values {
          guard
            let comparison = ExactComparison(
              model: model.name, measure: value.measure, exact: value.value, result: results[0])
          else {
            throw Failure(
              .internalError,
              "Please report this: \(value.measure) of \(model.name) has no value.")
          }
          comparisons.append(comparison)
        }
      } catch let breach as BreachedInvariant {
        throw Failure(
          .internalError,
          "Please report this: \(breach.description)\nRepeat it with: switchboard verify "
            + "\(model.name) --seed \(seed) --replications \(replications)")
      }
    }
    return Verification(comparisons)
  }

  /// What there is to say where simulation and theory differ by more than chance; `nil` otherwise.
  static func failure(
    _ verification: Verification, seed: UInt64, replications: Int
  ) -> Failure? {
    let failures = verification.failures
    guard let worst = failures.max(by: { $0.score.magnitude < $1.score.magnitude }) else {
      return nil
    }
    return Failure(
      .internalError,
      "Please report this: \(failures.count) of \(verification.comparisons.count) simulated values "
        + "differ from theory by more than chance does in one run of 10,000, first of all "
        + "\(worst.measure) of \(worst.model).\nRepeat it with: switchboard verify "
        + "\(worst.model) --seed \(seed) --replications \(replications)")
  }

  private static let modelName = ValueKind(
    "MODEL", completion: .choices(ExactModel.names)
  ) { text throws(ValueProblem) -> String in
    guard ExactModel.names.contains(text) else {
      throw .notAChoice(
        choices: ExactModel.names, nearest: nearest(to: text, among: ExactModel.names))
    }
    return text
  }
}
