import Arguments
import Experiments
import Reports
import Scenario

extension SweepRun {
  /// Runs the sweep, writes the reports into the folder if one is named, and the answer to standard
  /// output.
  func answer() async throws -> ExitCode {
    guard arguments[SimulationOptions.resume] else { return try await write(result) }
    var kept: ShardWriter?
    let code = try await write {
      let (result, file) = try await resumedResult()
      kept = file
      return result
    }
    try kept?.remove()
    return code
  }

  /// Gets the result and writes everything that there is to say about it.
  ///
  /// - Parameter result: Makes it, after the folder has been found writable.
  func write(_ result: () async throws -> SweepResult) async throws -> ExitCode {
    let measures = arguments[SimulationOptions.measures].map { Set($0) }
    if let other = measures?.sorted().first(where: { !Sweep.columns.contains($0) }) {
      throw Failure(.misuse, "Leave out \(other): a sweep is about headline measures.")
    }
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let result = try await result()
      let answer = Answer.sweep(
        result, varied: points.names.indices.map(column), measures: measures)
      try Task.checkCancellation()
      for report in answer.reports { try set?.write(report) }
      try set?.commit(
        DataPackage.Origin(
          command: "sweep", version: Version.program, randomStreams: Version.randomStreams,
          seed: seed, replications: result.replications, scenarios: [(name, hash)]))
      let format = arguments[SimulationOptions.format] ?? (set == nil ? nil : .table)
      try session.write(answer, as: format, command: "sweep")
      return .ok
    } catch {
      set?.discard()
      throw error
    }
  }

  private func result() async throws -> SweepResult {
    let sweep = try sweep()
    let meter = ProgressMeter(
      total: sweep.replications(before: sweep.blockCount), unit: "replications",
      console: session.console)
    defer { meter.finish() }
    do {
      return try await sweep.run(workers: workers) { meter.update(done: $0) }
    } catch {
      throw explained(error)
    }
  }

  /// A varied path for reports: numbers where all of its values are of one kind.
  private func column(_ path: Int) -> VariedColumn {
    let values = points.values.map { $0[path] }
    let isDuration = values.allSatisfy { $0.kind == .duration }
    let isNumber = values.allSatisfy { $0.kind == .number || $0.kind == .rate }
    return VariedColumn(
      name: points.names[path], unit: isDuration ? "s" : "",
      cells: values.map { value in
        if isDuration || isNumber, let amount = value.amount { return .number(amount) }
        return .text(value.text)
      }, texts: values.map(\.text))
  }
}
