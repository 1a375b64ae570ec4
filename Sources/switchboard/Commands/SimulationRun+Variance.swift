import Arguments
import CenterSimulation
import Experiments
import Reports

extension SimulationRun {
  /// Takes the variance between replications apart, writes `variance.csv` into the folder if one is
  /// named, and the answer to standard output.
  func decompose() async throws -> ExitCode {
    guard case .after(let sets) = stop, !arguments[SimulationOptions.trace],
      !arguments[SimulationOptions.requireTargets], arguments[ShardRequest.option] == nil,
      !arguments[SimulationOptions.resume]
    else {
      throw Failure(
        .misuse,
        "Leave out --precision, --trace, --require-targets, --shard and --resume: --decompose is about "
          + "differences between replications.")
    }
    let output = ResultOutput(
      command: "simulate", scenarios: scenarios, seed: seed, arguments: arguments,
      session: session)
    let measures = output.measures
    if let other = measures?.sorted().first(where: { !Sweep.columns.contains($0) }) {
      throw Failure(.misuse, "Leave out \(other): --decompose is about headline measures.")
    }
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let result = try await varianceResult(sets: sets)
      let answer = Answer.variance(result, measures: measures)
      try Task.checkCancellation()
      for report in answer.reports { try set?.write(report) }
      try set?.commit(output.origin(replications: sets))
      try session.write(answer, as: output.format, command: "simulate")
      return .ok
    } catch {
      set?.discard()
      throw error
    }
  }

  private func varianceResult(sets: Int) async throws -> VarianceResult {
    let decomposition = try VarianceDecomposition(
      design: Design(try Simulation(scenarios[0].center)), seed: seed, sets: sets)
    let meter = ProgressMeter(
      total: decomposition.runs, unit: "replications", console: session.console)
    defer { meter.finish() }
    do {
      return try await decomposition.run(workers: workers) { meter.update(done: $0) }
    } catch {
      throw explained(error)
    }
  }
}
