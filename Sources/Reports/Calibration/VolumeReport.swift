import Center
public import OutputAnalysis

extension Report {
  /// `volume.csv`: what days tell of a volume.
  ///
  /// - Parameters:
  ///   - calibration: What was found; `nil` for the columns alone.
  ///   - handleTime: The mean handle time [s], where the export has it.
  public static func volume(
    _ calibration: VolumeCalibration?, handleTime: Double? = nil
  ) -> Report {
    Report(name: "volume", title: "Volume a day", columns: volumeColumns) { emit in
      guard let calibration else { return }
      let analysis = calibration.analysis
      func row(
        _ quantity: String, _ weekday: String, _ value: Double?, _ interval: Interval? = nil
      ) -> Bool {
        emit([
          .text(quantity), .text(weekday), .optional(value), .optional(interval?.lower),
          .optional(interval?.upper),
        ])
      }
      guard row("days", "all", Double(calibration.days.count)),
        row("per_day", "all", analysis.perDay)
      else { return }
      for weekday in Weekday.allCases {
        guard let factor = analysis.weekdayFactors[weekday.rawValue] else { continue }
        guard row("day_of_week", weekday.abbreviation, factor) else { return }
      }
      guard
        row(
          "day_variation_cv", "all", analysis.dayVariation?.value, analysis.dayVariation?.interval),
        row("growth", "all", analysis.growth?.value, analysis.growth?.interval)
      else { return }
      if let handleTime { _ = row("handle_time_s", "all", handleTime) }
    }
  }

  private static let volumeColumns = [
    Column(
      "quantity", "Quantity", .text, isKey: true,
      meaning:
        "days with contacts, per_day (mean of the weekdays' means), day_of_week (a weekday's "
        + "mean over per_day), day_variation_cv, growth (a year), handle_time_s."),
    Column(
      "weekday", "Weekday", .text, isKey: true, meaning: "Mon to Sun, or all."),
    Column(
      "value", "Value", .number(decimals: 3),
      meaning: "The value; empty where there are too few days for it."),
    Column(
      "value_lo95", "low", .number(decimals: 3), meaning: "Lower bound of its 95 % interval."),
    Column(
      "value_hi95", "high", .number(decimals: 3), meaning: "Upper bound of its 95 % interval."),
  ]

  /// `profile.csv`: mean volume by weekday and interval.
  public static func profile(_ calibration: VolumeCalibration?) -> Report {
    Report(name: "profile", title: "Volume by weekday and interval", columns: profileColumns) {
      emit in
      for cell in calibration?.cells ?? [] {
        let isAlive = emit([
          .text(Weekday(rawValue: cell.weekday)?.abbreviation ?? ""),
          .text(clock(cell.minute)), .number(cell.volume), .number(cell.share),
        ])
        guard isAlive else { return }
      }
    }
  }

  private static let profileColumns = [
    Column("weekday", "Weekday", .text, isKey: true, meaning: "Mon to Sun."),
    Column(
      "interval_start", "From", .text, isKey: true,
      meaning: "The time of day at which the interval begins."),
    Column("volume", "Volume", .number(decimals: 1), meaning: "Mean volume of the interval."),
    Column(
      "share", "Share", .share(decimals: 2), meaning: "Its share of the weekday's mean volume."),
  ]

  /// A minute of the day as `08:30`.
  static func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}

extension Answer {
  /// What `calibrate volume` answers.
  ///
  /// - Parameters:
  ///   - calibration: What was found.
  ///   - handleTime: The mean handle time [s], where the export has it.
  ///   - sentences: What is said before.
  public static func volume(
    _ calibration: VolumeCalibration, handleTime: Double?, sentences: [String]
  ) -> Answer {
    let analysis = calibration.analysis
    var answer = Answer(
      sentences: sentences,
      reports: [.volume(calibration, handleTime: handleTime), .profile(calibration)])
    if let variation = analysis.dayVariation {
      answer.sentences.append(
        "Days vary by \(percent(variation.value)) (\(percent(variation.interval.lower)) to "
          + "\(percent(variation.interval.upper))) beyond weekdays\(analysis.isGrowing ? ", growth" : "")"
          + " and Poisson arrivals.")
    } else {
      answer.sentences.append("Too few days to say how they vary.")
    }
    if let growth = analysis.growth {
      let interval = "\(percent(growth.interval.lower)) to \(percent(growth.interval.upper))"
      answer.sentences.append(
        analysis.isGrowing
          ? "Growth \(percent(growth.value)) a year (\(interval)), if it goes on as in these days; "
            + "perDay below is that of the last day."
          : "No certain growth: \(percent(growth.value)) a year (\(interval)).")
    } else {
      answer.sentences.append("Growth is not told: that takes half a year of days.")
    }
    for (day, expected) in calibration.unusualDays.prefix(5) {
      answer.sentences.append(
        "Unusual: \(CivilDate(daysSinceEpoch: day.number)) had \(ScenarioLines.number(day.count)), "
          + "\(ScenarioLines.number(expected)) were to be expected. If it was a holiday or an "
          + "outage, leave it out of the table and write it as a surge.")
    }
    if let handleTime {
      answer.sentences.append("Mean handle time \(ScenarioLines.number(handleTime)) s.")
    }
    answer.tables = [people(calibration)]
    answer.notes = paste(lines(calibration))
    return answer
  }

  private static func percent(_ share: Double) -> String {
    (share < 0 ? "−" : "") + Figure.rounded(share.magnitude * 100, 1) + " %"
  }

  private static func people(_ calibration: VolumeCalibration) -> Table {
    func text(_ name: String, _ title: String, _ kind: Column.Kind) -> Column {
      Column(name, title, kind, isKey: kind == .text, meaning: title)
    }
    var table = Table(
      name: "weekdays", title: "Weekdays",
      columns: [
        text("weekday", "Weekday", .text), text("days", "Days", .integer),
        text("volume", "Mean volume", .number(decimals: 1)),
        text("factor", "Of the mean", .number(decimals: 3)),
        text("busiest", "Busiest from", .figure),
      ])
    for weekday in Weekday.allCases {
      let number = weekday.rawValue
      guard let factor = calibration.analysis.weekdayFactors[number] else { continue }
      let busiest = calibration.cells.filter { $0.weekday == number }.max { $0.volume < $1.volume }
      table.append([
        .text(weekday.abbreviation), .integer(calibration.days.count { $0.weekday == number }),
        .number(factor * calibration.analysis.perDay), .number(factor),
        busiest.map { .text("\(Report.clock($0.minute)): \(Figure.rounded($0.volume, 1))") }
          ?? .empty,
      ])
    }
    return table
  }

  /// A volume as a scenario has it.
  private static func lines(_ calibration: VolumeCalibration) -> [String] {
    let analysis = calibration.analysis
    var members = [
      "\"perDay\": \(ScenarioLines.number(analysis.latestPerDay)), \"counts\": \"offered\""
    ]
    // Five digits each: eight intervals a line.
    let weights = calibration.profile.map { ScenarioLines.number($0, digits: 4) }
    let rows = stride(from: 0, to: weights.count, by: 8).map {
      "    " + weights[$0..<min($0 + 8, weights.count)].joined(separator: ", ")
    }
    members.append("\"profile\": [\n\(rows.joined(separator: ",\n"))\n  ]")
    let factors = Weekday.allCases.map {
      "\"\($0.abbreviation)\": "
        + ScenarioLines.number(analysis.weekdayFactors[$0.rawValue] ?? 0, digits: 4)
    }
    members.append("\"dayOfWeek\": { \(factors.joined(separator: ", ")) }")
    if let variation = analysis.dayVariation, variation.value >= 0.001 {
      members.append(
        "\"dayVariation\": { \"cv\": \(ScenarioLines.number(variation.value, digits: 2)) }")
    }
    if analysis.isGrowing, let growth = analysis.growth, growth.value > -0.9, growth.value < 10 {
      let sign = growth.value < 0 ? "-" : ""
      members.append(
        "\"growth\": \(sign)\(ScenarioLines.number(growth.value.magnitude, digits: 2))")
    }
    let text = "\"volume\": {\n  \(members.joined(separator: ",\n  "))\n}"
    return text.split(separator: "\n").map(String.init)
  }
}
