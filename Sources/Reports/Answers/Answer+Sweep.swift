public import Experiments
import OutputAnalysis

extension Answer {
  /// What `sweep` answers: what matters most, the points as given with the ones worth a choice
  /// marked, and the shares of variance.
  ///
  /// - Parameters:
  ///   - result: What the sweep found.
  ///   - varied: The varied paths, in order.
  ///   - measures: The columns of measures that are wanted; `nil` for the customary ones on a
  ///     terminal and all headline measures in files.
  public static func sweep(
    _ result: SweepResult, varied: [VariedColumn], measures: Set<String>? = nil
  ) -> Answer {
    let service = result.serviceMeasure
    let marks = result.pareto
    let shown =
      result.points.count > mostPointsShown
      ? result.points.indices.filter { marks[$0] == true } : Array(result.points.indices)
    let places = Sweep.measures.indices.filter { place in
      let column = Measure.catalogue[Sweep.measures[place]].column
      let isWanted = measures?.contains(column) ?? (customary + [service]).contains(column)
      return isWanted && result.points.contains { ($0.estimates[place]?.value ?? 0) != 0 }
    }
    var table = Table(
      name: "points", title: "Points",
      columns: varied.map { path in
        Column(path.name, path.name, .figure, isKey: true, meaning: "The value at the point.")
      }
        + places.map { place in
          let column = Column(Measure.catalogue[Sweep.measures[place]])
          return Column(column.name, column.title, .figure, meaning: column.meaning)
        } + [Column("pareto", "Pareto", .text, meaning: "Worth a choice.")])
    for index in shown {
      table.append(
        varied.map { .text($0.texts[index]) }
          + places.map { place in
            let measure = Measure.catalogue[Sweep.measures[place]]
            return result.points[index].estimates[place].map {
              .text(Figure.estimate($0, of: measure))
            } ?? .empty
          } + [marks[index] == true ? .text("•") : .empty])
    }
    var answer = Answer(
      sentences: sentences(result, varied: varied, measures: measures), tables: [table],
      reports: [
        .sweep(result, varied: varied, measures: measures),
        .factors(result, varied: varied, measures: measures),
      ])
    if varied.count > 1, let shares = shareTable(result, varied: varied, measures: measures) {
      answer.tables.append(shares)
    }
    answer.notes = notes(result, shown: shown.count) + notesOnAsterisks(in: answer.tables)
    return answer
  }

  /// Beyond so many points people see only those that are worth a choice.
  private static let mostPointsShown = 200

  private static let customary = [
    "service_level", "abandonment_rate", "occupancy", "fte", "cost_total",
  ]

  private static func notes(_ result: SweepResult, shown: Int) -> [String] {
    let count = result.points.count
    var notes: [String] = []
    if shown < count {
      notes.append("\(shown) of \(count) points are shown, those of the Pareto set.")
    }
    notes.append(
      "• Pareto: no other point is shown to be at least as good in both total cost and "
        + "\(lowercased(Column.title(of: result.serviceMeasure))) and better in one.")
    notes.append(
      "\(count) points, \(result.replications) "
        + "\(result.replications == 1 ? "replication" : "replications") each, seed \(result.seed). "
        + "All points met the same customers. ± is the reach of the 95 % interval.")
    return notes
  }

  private static func shareTable(
    _ result: SweepResult, varied: [VariedColumn], measures: Set<String>?
  ) -> Table? {
    var table = Table(
      name: "factors", title: "Shares of the variance over the points",
      columns: [Column("measure", "Measure", .text, isKey: true, meaning: "The measure.")]
        + varied.map { Column($0.name, $0.name, .share(decimals: 1), meaning: "Its share.") }
        + [
          Column(SweepColumns.rest, "Together", .share(decimals: 1), meaning: "Beyond each alone."),
          Column(SweepColumns.noise, "Noise", .share(decimals: 1), meaning: "By chance."),
        ])
    for position in Sweep.measures {
      let column = Measure.catalogue[position].column
      guard measures?.contains(column) ?? true, let shares = result.factorShares(of: column)
      else { continue }
      table.append(
        [.text(Column.title(of: column))] + shares.main.map { .number($0) }
          + [.number(shares.rest), .optional(shares.noise)])
    }
    return table.rowCount == 0 ? nil : table
  }
}

extension Answer {
  /// What matters most, as a planner would say it.
  private static func sentences(
    _ result: SweepResult, varied: [VariedColumn], measures: Set<String>?
  ) -> [String] {
    let wanted = measures.map { measures in
      Sweep.columns.filter(measures.contains).prefix(2)
    }
    let columns = wanted.map(Array.init) ?? [result.serviceMeasure, SweepResult.costMeasure]
    if varied.count == 1 {
      let parts = columns.compactMap { span($0, result) }
      return parts.isEmpty
        ? [] : ["\(varied[0].name) moves " + parts.joined(separator: ", and ") + "."]
    }
    let parts = columns.compactMap { column in
      result.factorShares(of: column).map { (lowercased(Column.title(of: column)), $0) }
    }
    let leading = parts.map { leader($0.1, varied) }
    if let first = leading.first, parts.count == 2, let factor = first, leading[1] == factor {
      return [
        "What matters most is \(factor): for the \(parts[0].0) (\(percent(parts[0].1))) and for the "
          + "\(parts[1].0) (\(percent(parts[1].1)))."
      ]
    }
    let words = zip(parts, leading).map { part, factor in
      "for the \(part.0) "
        + (factor.map { "\($0) (\(percent(part.1)))" }
          ?? (part.1.rest > (part.1.noise ?? 0)
            ? "what the paths do together" : "nothing beyond chance"))
    }
    return words.isEmpty
      ? ["No path changes cost or service."]
      : ["What matters most: " + words.joined(separator: ", ") + "."]
  }

  /// The path with the largest share, if that is larger than those of no path.
  private static func leader(_ shares: FactorShares, _ varied: [VariedColumn]) -> String? {
    guard let most = shares.main.indices.max(by: { shares.main[$0] < shares.main[$1] }),
      shares.main[most] > max(shares.rest, shares.noise ?? 0)
    else { return nil }
    return varied[most].name
  }

  private static func percent(_ shares: FactorShares) -> String {
    "\(Figure.rounded((shares.main.max() ?? 0) * 100, 0)) % of the variance over the points"
  }

  /// The smallest and the largest value of a measure over the points.
  private static func span(_ column: String, _ result: SweepResult) -> String? {
    guard let measure = Measure.named(column) else { return nil }
    let values = result.points.indices.compactMap {
      result.estimate(of: column, atPoint: $0)?.value
    }
    guard let least = values.min(), let most = values.max(), least < most else { return nil }
    return
      "the \(lowercased(Column.title(of: column))) between \(Figure.value(least, of: measure)) "
      + "and \(Figure.value(most, of: measure))"
  }

  private static func lowercased(_ title: String) -> String {
    title.prefix(1).lowercased() + title.dropFirst()
  }
}
