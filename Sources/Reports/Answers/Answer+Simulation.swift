import Center
public import Experiments
import OutputAnalysis

extension Answer {
  /// What `simulate` answers: the summary.
  ///
  /// - Parameters:
  ///   - result: What was found out about the design.
  ///   - measures: The columns of measures that are wanted; `nil` for the customary ones on a
  ///     terminal and all of them in files.
  public static func simulation(_ result: DesignResult, measures: Set<String>? = nil) -> Answer {
    let name = result.center.name
    let days = result.center.calendar.days
    var tables: [Table] = []
    if let measures {
      let positions = Measure.catalogue.indices.filter {
        measures.contains(Measure.catalogue[$0].column)
      }
      tables = [
        people("measures", "Measures", result, result.rows.indices.map { $0 }, positions)
      ]
    } else {
      tables = [
        people("contacts", "Contacts", result, rows(result, [.all, .channel, .queue]), contacts),
        people("agents", "Agents", result, rows(result, [.team]), agents),
        people("campaigns", "Outbound", result, rows(result, [.campaign]), campaigns),
        people("tools", "Self-service", result, rows(result, [.tool]), tools),
        people("issues", "Issues and cost", result, rows(result, [.all]), issues),
      ]
    }
    tables.removeAll { $0.rowCount == 0 || $0.columns.count == 1 }
    var notes = ["± is the reach of the 95 % interval of the average over replications."]
    notes += Answer.notesOnAsterisks(in: tables)
    return Answer(
      sentences: [
        "\(name): \(days) \(days == 1 ? "day" : "days"), \(result.replications) "
          + "\(result.replications == 1 ? "replication" : "replications"), seed \(result.seed)."
      ],
      tables: tables, reports: [.summary([result], measures: measures)], notes: notes)
  }

  /// A target that was missed, in words.
  public static func missed(_ outcome: TargetOutcome, in result: DesignResult) -> String {
    let measure = Measure.catalogue[outcome.measure]
    let value = outcome.value.map { Figure.value($0, of: measure) } ?? "no value"
    return "Target missed in \(result.center.name.withoutControls): \(outcome.row.label): "
      + "\(measure.column) is \(value), promised are \(Figure.value(outcome.target, of: measure))."
  }

  /// That a measure is not as precise as was asked for, in words.
  public static func imprecise(_ imprecision: Imprecision, after replications: Int) -> String {
    let known =
      imprecision.distance.map {
        let unit = imprecision.measure.unit == .share ? "points" : "%"
        return "is known to within \(Figure.rounded($0 * 100, 2)) \(unit)"
      } ?? "has no interval to rely on"
    return "Raise --replications: after \(replications) of them, \(imprecision.measure.column) in "
      + "\(imprecision.design.withoutControls) \(known)."
  }

  private static let contacts = [
    "offered", "service_level", "on_time_rate", "abandonment_rate", "blocking_rate", "asa_s",
    "handle_time_s",
  ].compactMap(Measure.position)
  private static let agents = [
    "fte", "agents_present", "occupancy", "concurrency_mean", "handled",
  ].compactMap(Measure.position)
  private static let campaigns = [
    "dials", "reached", "right_party", "nuisance_rate", "cost_outbound",
  ].compactMap(Measure.position)
  private static let tools = [
    "sessions", "containment_rate", "true_containment_rate",
  ].compactMap(Measure.position)
  private static let issues = [
    "issues_born", "first_contact_resolution", "contacts_per_issue", "time_to_resolution_s",
    "fte", "cost_total", "cost_per_resolved_issue",
  ].compactMap(Measure.position)

  private static func rows(_ result: DesignResult, _ levels: [Row.Level]) -> [Int] {
    let all = result.rows.indices.filter { levels.contains(result.rows[$0].level) }
    // With a single class every queue says what its channel says.
    let isSingle = result.center.demand.count == 1
    return all.filter { !(isSingle && result.rows[$0].level == .queue) }
  }

  /// A table with a line for each part that has any of the measures, and a column for each
  /// measure that any of the parts has.
  private static func people(
    _ name: String, _ title: String, _ result: DesignResult, _ rows: [Int], _ measures: [Int]
  ) -> Table {
    let estimates = rows.map { row in measures.map { result.estimate(of: $0, inRow: row) } }
    let shown = measures.indices.filter { index in
      // What never happens, such as blocking, is left out; that nobody is answered is told.
      let isAlwaysTold = Measure.catalogue[measures[index]].column == "service_level"
      return estimates.contains { row in
        row[index].map { isAlwaysTold || $0.value != 0 } ?? false
      }
    }
    let currency = result.center.currency
    let part = Column("part", "Part", .text, isKey: true, meaning: "The part of the center.")
    var table = Table(
      name: name, title: title,
      columns: [part]
        + shown.map { index in
          let measure = Measure.catalogue[measures[index]]
          let column = Column(measure)
          return Column(
            column.name, column.title, .figure, unit: measure.unit == .money ? currency : "",
            meaning: column.meaning)
        })
    for (row, values) in zip(rows, estimates) {
      guard shown.contains(where: { values[$0] != nil }) else { continue }
      table.append(
        [.text(result.rows[row].label)]
          + shown.map { index in
            let measure = Measure.catalogue[measures[index]]
            return values[index].map { .text(Figure.estimate($0, of: measure)) } ?? .empty
          })
    }
    return table
  }
}
