import Arguments
import Center
import OutputAnalysis
import Reports
import Scenario

/// `switchboard calibrate volume`: a volume from what a telephone system counted.
enum CalibrateVolumeCommand {
  static let declaration = CommandDeclaration(
    name: "volume", summary: "Find volume, weekdays, profile and how days vary from an ACD export",
    examples: [
      Example(
        "switchboard calibrate volume --data acd.csv --where Queue=Billing",
        "mean, weekdays, profile, variation of days, growth")
    ],
    discussion: [
      "The table has a date and an interval_start in one or two columns, and a volume (also "
        + "called offered); an aht is averaged. Queues are added unless --where chooses one.",
      "Days vary more than Poisson arrivals do; that surplus is the day variation of a scenario. "
        + "It is estimated without weekdays and growth, and with an interval.",
    ],
    options: DataFile.declarations + CalibrationOutput.declarations)

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let data = try DataFile(try arguments.required(DataFile.data), arguments)
    let table: ActivityTable
    do throws(TableFailure) {
      table = try ActivityTable(data.file, data.mapping)
    } catch {
      throw Failure(error)
    }
    let counts = table.records.map { record in
      VolumeCalibration.Count(
        day: record.date.daysSinceEpoch, weekday: record.date.weekday.rawValue,
        minute: record.minute, volume: record[.volume] ?? 0)
    }
    guard let calibration = VolumeCalibration(counts, intervalMinutes: table.rowMinutes) else {
      throw Failure(.badData, "Give days with contacts: \(data.path) counts none.")
    }
    try CalibrationOutput.write(
      .volume(calibration, handleTime: handleTime(table), sentences: sentences(table, calibration)),
      data: data, command: "calibrate volume", arguments, session)
    return .ok
  }

  private static func sentences(
    _ table: ActivityTable, _ calibration: VolumeCalibration
  ) -> [String] {
    let days = calibration.days.count
    var text =
      "\(days) \(days == 1 ? "day" : "days") of \(table.rowMinutes)-minute intervals, "
      + "\(ScenarioLines.number(calibration.analysis.perDay)) a day."
    let queues = Set(table.records.map(\.queue)).count
    if queues > 1 { text += " \(queues) queues are added; --where chooses one." }
    let empty = calibration.emptyDays.count
    if empty > 0 { text += " \(empty) without a contact \(empty == 1 ? "is" : "are") left out." }
    return [text]
  }

  /// The mean handle time of the answered, or of the offered where these are not counted.
  private static func handleTime(_ table: ActivityTable) -> Double? {
    var (time, contacts) = (0.0, 0.0)
    for record in table.records {
      guard let mean = record[.handleTime] else { continue }
      let count = record[.answered] ?? record[.volume] ?? 0
      time += mean * count
      contacts += count
    }
    return contacts > 0 ? time / contacts : nil
  }
}
