import Center
public import Experiments
import OutputAnalysis

extension Report {
  /// `actuals.csv`: planned, actual and simulated, by interval and for the day.
  public static func actuals(_ result: DayReplayResult?) -> Report {
    Report(
      name: "actuals", title: "Planned, actual and simulated by interval", columns: actualsColumns
    ) { emit in
      guard let result else { return }
      let calendar = result.replay.center.calendar
      let intervals = (0..<result.intervalCount).map(Optional.some) + [nil]
      for interval in intervals {
        let start = calendar.instant(ofCountedInterval: interval ?? 0)
        let end = calendar.instant(
          ofCountedInterval: interval.map { $0 + 1 } ?? result.intervalCount)
        for (index, row) in result.rows.enumerated() {
          for measure in DayReplayResult.Measure.allCases {
            let line = result.comparison(measure, row: index, interval: interval)
            // Where nothing is open there is nothing to say.
            let isEmpty = (line.planned ?? 0) == 0 && (line.actual ?? 0) == 0
            if interval != nil, isEmpty, (line.simulated?.value ?? 0) == 0 { continue }
            let isAlive = emit([
              .text(result.replay.center.name), .text(start), .text(end), .text(row.name),
              .text(row.demandClass), .text(measure.rawValue), .optional(line.planned),
              .optional(line.plannedDays?.lower), .optional(line.plannedDays?.upper),
              .optional(line.actual), .optional(line.simulated?.value),
              .optional(line.simulated?.lower), .optional(line.simulated?.upper),
              band(line).map { .text($0) } ?? .empty,
            ])
            guard isAlive else { return }
          }
        }
      }
    }
  }

  /// Where the actual value lies among days as planned.
  private static func band(_ line: DayReplayResult.Comparison) -> String? {
    guard let days = line.plannedDays, let actual = line.actual else { return nil }
    return actual < days.lower ? "below" : actual > days.upper ? "above" : "within"
  }

  private static let actualsColumns = [
    KeyColumns.scenario, KeyColumns.intervalStart,
    Column(
      "interval_end", "To", .instant, isKey: true,
      meaning: "The end of the interval; the whole day has a row from midnight to midnight."),
    KeyColumns.channel, KeyColumns.demandClass,
    Column(
      "measure", "Measure", .text, isKey: true,
      meaning: "offered, service_level, abandonment_rate, handle_time_s or agents_present (of the "
        + "teams that serve the part first)."),
    Column("planned", "Planned", .number(decimals: 3), meaning: "Mean over days as planned."),
    Column(
      "planned_day_p05", "Planned, quiet day", .number(decimals: 3),
      meaning: "Value that 5 % of days as planned do not exceed."),
    Column(
      "planned_day_p95", "Planned, extreme day", .number(decimals: 3),
      meaning: "Value that 95 % of days as planned do not exceed."),
    Column(
      "actual", "Actual", .number(decimals: 3),
      meaning: "What the export counted; empty where it does not say."),
    Column(
      "simulated", "Simulated", .number(decimals: 3),
      meaning: "Mean with volume, handle time and staffing as they really were."),
    Column(
      "simulated_lo95", "Simulated, low", .number(decimals: 3),
      meaning: "Lower bound of the 95 % interval of the average."),
    Column(
      "simulated_hi95", "Simulated, high", .number(decimals: 3),
      meaning: "Upper bound of the 95 % interval of the average."),
    Column(
      "actual_among_days", "Among days", .text,
      meaning: "Whether the actual value lies below, within or above what 90 % of days as planned "
        + "do."),
  ]

  /// `attribution.csv`: what each cause did to the service level.
  public static func attribution(_ result: DayReplayResult?) -> Report {
    Report(
      name: "attribution", title: "What moved the service level", columns: attributionColumns
    ) { emit in
      guard let result else { return }
      for (index, row) in result.rows.enumerated() {
        guard let attribution = result.attribution(row: index) else { continue }
        func line(
          _ step: String, _ kind: String, _ value: Double, _ interval: Interval?,
          isSkewed: Bool = false
        ) -> Bool {
          emit([
            .text(result.replay.center.name), .text(row.name), .text(row.demandClass), .text(step),
            .text(kind), .number(value), .optional(interval?.lower), .optional(interval?.upper),
            isSkewed ? .text("skewed") : .empty,
          ])
        }
        guard line("forecast", "level", attribution.forecast, nil) else { return }
        for (factor, share) in zip(result.factors, attribution.shares) {
          guard
            line(
              factor.rawValue, "change", share.value, share.interval, isSkewed: share.isSkewed)
          else { return }
        }
        let simulated = attribution.simulated
        guard
          line(
            "simulated", "level", simulated.value, simulated.interval, isSkewed: simulated.isSkewed)
        else { return }
        guard let actual = attribution.actual else { continue }
        guard line("unexplained", "change", actual - simulated.value, nil),
          line("actual", "level", actual, nil)
        else { return }
      }
    }
  }

  private static let attributionColumns = [
    KeyColumns.scenario, KeyColumns.channel, KeyColumns.demandClass,
    Column(
      "step", "Step", .text, isKey: true,
      meaning: "forecast, then what each of volume, handle_time and staffing added, simulated, "
        + "unexplained, actual: every level is the one before and the changes between."),
    Column("kind", "Kind", .text, meaning: "level or change."),
    Column(
      "service_level", "Service level", .number(decimals: 4),
      meaning: "The service level, or by how much it changes; 0.01 is a point."),
    Column(
      "service_level_lo95", "low", .number(decimals: 4),
      meaning: "Lower bound of the 95 % interval; empty where nothing was simulated for it."),
    Column(
      "service_level_hi95", "high", .number(decimals: 4),
      meaning: "Upper bound of the 95 % interval."),
    Column(
      "remark", "Remark", .text,
      meaning: "skewed: the replications are so few and so skewed that the interval is not to be "
        + "relied on; else empty."),
  ]
}
