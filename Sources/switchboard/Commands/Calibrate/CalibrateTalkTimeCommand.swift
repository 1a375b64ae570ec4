import Arguments
import OutputAnalysis
import Reports
import Scenario

/// `switchboard calibrate talk-time`: the distribution of durations.
enum CalibrateTalkTimeCommand {
  static let declaration = CommandDeclaration(
    name: "talk-time", summary: "Fit the distribution of talk times, or of any duration",
    examples: [
      Example(
        "switchboard calibrate talk-time --data talks.csv --columns duration=Talk",
        "families by likelihood, goodness of fit, the line to paste")
    ],
    discussion: [
      "The table has a column duration: seconds, 4m or hh:mm:ss. The families of the scenario "
        + "format are fitted by maximum likelihood; times below a millisecond or beyond a day are "
        + "named and left out."
    ],
    options: DataFile.declarations + CalibrationOutput.declarations)

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let data = try DataFile(try arguments.required(DataFile.data), arguments)
    let times: MeasuredTimes
    do throws(TableFailure) {
      times = try .durations(data.file, data.mapping)
    } catch {
      throw Failure(error)
    }
    CalibrationOutput.report(times, session)
    let sentence =
      "\(times.ended.count) \(times.ended.count == 1 ? "time" : "times"), mean "
      + "\(ScenarioLines.number(mean(times.ended))) s."
    return try CalibrationOutput.answer(
      CensoredSample(ended: times.ended), key: "talkTime", sentences: [sentence], data: data,
      command: "calibrate talk-time", arguments, session)
  }

  private static func mean(_ times: [Double]) -> Double {
    times.isEmpty ? 0 : times.reduce(0, +) / Double(times.count)
  }
}
