import Center
public import Experiments
import OutputAnalysis

extension Report {
  /// `replications.csv`: numerators and denominators of the headline measures of the whole center
  /// by replication, from which every average, interval and paired difference follows.
  public static func replications(_ results: [DesignResult]) -> Report {
    let positions = Measure.catalogue.indices.filter {
      let measure = Measure.catalogue[$0]
      return measure.isHeadline && measure.scopes.contains(.center)
    }
    var columns = [KeyColumns.scenario, KeyColumns.replication]
    for position in positions {
      let column = Column(Measure.catalogue[position])
      for part in ["numerator", "denominator"] {
        columns.append(
          Column(
            "\(column.name)_\(part)", "\(column.title), \(part)", .number(decimals: 1),
            meaning: "The \(part) of \(column.name) in the replication."))
      }
    }
    return Report(name: "replications", title: "Headline measures by replication", columns: columns)
    { emit in
      for result in results {
        let everything = Row(level: .all)
        guard let row = result.headlineRows.firstIndex(where: { result.rows[$0] == everything })
        else { continue }
        let series = positions.map { result.replications(of: $0, inHeadlineRow: row) }
        for replication in 0..<result.replications {
          var cells: [Cell] = [.text(result.center.name), .integer(replication)]
          for measure in series {
            cells += [
              .optional(measure?.numerators[replication]),
              .optional(measure?.denominators[replication]),
            ]
          }
          guard emit(cells) else { return }
        }
      }
    }
  }
}
