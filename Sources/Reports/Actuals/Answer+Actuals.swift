import Center
public import Experiments
import OutputAnalysis

extension Answer {
  /// What `actuals` answers: what each cause did to the service level, and the day by interval.
  ///
  /// - Parameters:
  ///   - result: The replayed day.
  ///   - remarks: What the export lacks, in sentences.
  public static func actuals(_ result: DayReplayResult, remarks: [String]) -> Answer {
    var answer = Answer(reports: [.actuals(result), .attribution(result)])
    let date = result.replay.day.date
    let rows = result.rows
    for (index, row) in rows.enumerated() {
      guard let attribution = result.attribution(row: index) else { continue }
      answer.sentences.append(
        sentence(attribution, result.factors, of: row, on: date, isOnly: rows.count == 1))
    }
    if answer.sentences.isEmpty {
      answer.sentences = [
        "\(date): no part of the export has contacts with a service level on this day."
      ]
    }
    answer.tables = rows.indices.flatMap { index in
      [causes(result, index), day(result, index)].compactMap(\.self)
    }
    answer.notes =
      [
        "Planned, with what 90 % of days as planned lie between; simulated with volume, handle time "
          + "and staffing as they really were. A cause has the mean of what it changes over all "
          + "orders in which the causes may come (Shapley), on the same customers.",
        "\(result.replay.replications) replications, seed \(result.replay.seed).",
      ] + notesOnAsterisks(in: answer.tables) + remarks
    answer.notes += missingRows(result)
    if result.unplanned > 0 {
      answer.notes.append(
        "\(Figure.rounded(result.unplanned, 0)) contacts came where the plan expects none; they are "
          + "not simulated.")
    }
    return answer
  }

  /// Intervals in which the plan expects contacts and the export says nothing.
  private static func missingRows(_ result: DayReplayResult) -> [String] {
    let minutes = result.replay.center.calendar.intervalLength / 60
    return result.replay.day.parts.enumerated().compactMap { index, part in
      let missing = part.intervals.indices.filter { interval in
        part.intervals[interval] == nil
          && result.comparison(.offered, row: index, interval: interval).planned ?? 0 >= 0.5
      }
      guard let first = missing.first else { return nil }
      return "The table has no row of \(part.row.label) for \(missing.count) "
        + "\(missing.count == 1 ? "interval" : "intervals"), the first at "
        + "\(Report.clock(first * minutes)): planned numbers stand there."
    }
  }

  /// `Mon 2026-11-23: service level 71.2 % instead of 80.4 %: volume −5.1 points (−5.6 to −4.6), …`
  private static func sentence(
    _ attribution: DayReplayResult.Attribution, _ factors: [ActualDay.Factor], of row: Row,
    on date: CivilDate, isOnly: Bool
  ) -> String {
    let level = attribution.actual ?? attribution.simulated.value
    var text = "\(date.weekday.abbreviation) \(date)"
    if !isOnly { text += ", \(words(row))" }
    text += attribution.actual == nil ? ": simulated service level " : ": service level "
    text += "\(percent(level)) instead of \(percent(attribution.forecast)): "
    var causes = zip(factors, attribution.shares).map { factor, share in
      "\(factor.words) \(points(share))"
    }
    if let actual = attribution.actual {
      causes.append("\(points(actual - attribution.simulated.value)) points unexplained")
    }
    return text + causes.joined(separator: ", ") + "."
  }

  private static func percent(_ share: Double) -> String { Figure.rounded(share * 100, 1) + " %" }

  private static func points(_ change: Double) -> String {
    let text = Figure.rounded(change.magnitude * 100, 1)
    return text.contains { $0 != "0" && $0 != "." } ? (change < 0 ? "−" : "+") + text : text
  }

  private static func points(_ share: Estimate) -> String {
    let text = points(share.value) + " points"
    guard let interval = share.interval, interval.lower < interval.upper else { return text }
    return "\(text) (\(points(interval.lower)) to \(points(interval.upper)))"
      + (share.isSkewed ? "*" : "")
  }

  private static func causes(_ result: DayReplayResult, _ index: Int) -> Table? {
    guard let attribution = result.attribution(row: index) else { return nil }
    var table = Table(
      name: "causes_\(index)",
      title: "What moved the service level\(of(result.rows[index], result))",
      columns: [
        Column("step", "Step", .text, isKey: true, meaning: "Cause or level."),
        Column("level", "Service level", .figure, meaning: "Level."),
        Column("change", "Change", .figure, meaning: "Change."),
      ])
    func level(_ step: String, _ value: Double) {
      table.append([.text(step), .text(percent(value)), .empty])
    }
    func change(_ step: String, _ text: String) {
      table.append([.text(step), .empty, .text(text)])
    }
    level("Forecast", attribution.forecast)
    for (factor, share) in zip(result.factors, attribution.shares) {
      change(factor.words, points(share))
    }
    level("Simulated", attribution.simulated.value)
    if let actual = attribution.actual {
      change("unexplained", points(actual - attribution.simulated.value) + " points")
      level("Actual", actual)
    }
    return table
  }

  /// A part in words; what all parts of the export are together is not all of the center.
  private static func words(_ row: Row) -> String {
    row == Row(level: .all) ? "all queues of the export" : row.label
  }

  private static func of(_ row: Row, _ result: DayReplayResult) -> String {
    result.rows.count == 1 ? "" : ": \(words(row))"
  }

  /// The day by interval: contacts, service level, handle time and agents.
  private static func day(_ result: DayReplayResult, _ index: Int) -> Table? {
    // All parts together have been told in a sentence.
    guard index < result.replay.day.parts.count else { return nil }
    func figure(_ name: String, _ title: String) -> Column {
      Column(name, title, .figure, meaning: title)
    }
    var table = Table(
      name: "day_\(index)", title: "By interval\(of(result.rows[index], result))",
      columns: [
        Column("from", "From", .text, isKey: true, meaning: "Start of the interval."),
        figure("offered", "Offered"), figure("offered_actual", "actual"),
        figure("level", "Service level"), figure("band", "90 % of days"),
        figure("level_actual", "actual "), figure("level_simulated", "simulated"),
        figure("handle", "Handle time"), figure("handle_actual", "actual  "),
        figure("agents", "Agents"), figure("agents_actual", "actual   "),
      ])
    let minutes = result.replay.center.calendar.intervalLength / 60
    for interval in 0..<result.intervalCount {
      func compared(_ measure: DayReplayResult.Measure) -> DayReplayResult.Comparison {
        result.comparison(measure, row: index, interval: interval)
      }
      let (offered, level, work, agents) = (
        compared(.offered), compared(.serviceLevel), compared(.handleTime), compared(.agents)
      )
      guard (offered.planned ?? 0) > 0 || (offered.actual ?? 0) > 0 else { continue }
      func text(_ value: Double?, _ decimals: Int) -> Cell {
        value.map { .text(Figure.rounded($0, decimals)) } ?? .empty
      }
      func share(_ value: Double?) -> Cell { value.map { .text(percent($0)) } ?? .empty }
      table.append([
        .text(Report.clock(interval * minutes)), text(offered.planned, 1), text(offered.actual, 0),
        share(level.planned),
        level.plannedDays.map {
          .text("\(Figure.rounded($0.lower * 100, 0))–\(Figure.rounded($0.upper * 100, 0))")
        } ?? .empty,
        share(level.actual), share(level.simulated?.value), text(work.planned, 0),
        text(work.actual, 0), text(agents.planned, 1), text(agents.actual, 1),
      ])
    }
    return table
  }
}

extension ActualDay.Factor {
  /// The factor for people.
  fileprivate var words: String {
    switch self {
    case .volume: "volume"
    case .handleTime: "handle time"
    case .staffing: "staffing"
    }
  }
}
