import Arguments
import OutputAnalysis
import Reports
import Scenario

/// What the calibrations of times have in common: fits, tables, files.
enum CalibrationOutput {
  static let out = Option(
    "out", short: "o", .folder(), help: "Write all tables as CSV files into this folder as well.")
  static let declarations = [out.declaration, ErlangOptions.format.declaration]

  /// Names the times that were left out.
  static func report(_ times: MeasuredTimes, _ session: Session) {
    for message in times.leftOut { session.console.message(message) }
    let more = times.leftOutCount - times.leftOut.count
    if more > 0 { session.console.message("and \(more) more are left out") }
  }

  /// Fits all families to a sample and writes the answer.
  static func answer(
    _ sample: CensoredSample, key: String, sentences: [String], data: DataFile, command: String,
    _ arguments: ParsedArguments, _ session: Session
  ) throws -> ExitCode {
    guard sample.endedCount > 0 else {
      throw Failure(
        .badData,
        sample.censoredCount > 0
          ? "Give waits of callers who hung up: nobody did in \(data.path), so that their patience "
            + "has no upper bound."
          : "Give times above zero: \(data.path) has none.")
    }
    if let time = sample.onlyTime {
      throw Failure(
        .badData,
        "Write \"\(key)\": \"\(ScenarioLines.number(time, digits: 12))s\": all "
          + "\(sample.endedCount) times of \(data.path) that ended are the same, so that there is "
          + "nothing to fit.")
    }
    let calibration = try TimeCalibration(sample)
    try write(
      .calibration(calibration, key: key, sentences: sentences), data: data, command: command,
      arguments, session)
    return .ok
  }

  /// Writes an answer to standard output, and its reports into the folder if one is named.
  static func write(
    _ answer: Answer, data: DataFile, command: String, _ arguments: ParsedArguments,
    _ session: Session
  ) throws {
    var format = arguments[ErlangOptions.format]
    if let path = arguments[out] {
      format = format ?? .table
      var set = try ReportSet(path)
      do {
        for report in answer.reports { try set.write(report) }
        try set.commit(
          DataPackage.Origin(
            command: command.replacing(" ", with: "-"), version: Version.program,
            randomStreams: Version.randomStreams, seed: 0, replications: 0,
            scenarios: [(data.path, data.hash)]))
      } catch {
        set.discard()
        throw error
      }
    }
    try session.write(answer, as: format, command: command)
  }
}
