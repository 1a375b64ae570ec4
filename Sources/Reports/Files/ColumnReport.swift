extension Report {
  /// Every report that a folder of results can hold, without rows.
  static var empty: [Report] {
    [
      .summary([]), .intervals([]), .agents([]), .agentLoad([]), .waits([]), .replications([]),
      .comparison(nil), .sweep(nil, varied: []), .factors(nil, varied: []),
      .variance(nil), .staffing([]), .patience([]), .fits(nil), .quantiles(nil), .survival(nil),
      .volume(nil), .profile(nil), .actuals(nil), .attribution(nil), .year([]), .hiring([]),
    ]
  }

  /// The contract of all files: each column with its unit and meaning.
  public static var columnDescriptions: Report {
    let columns = [
      Column("file", "File", .text, isKey: true, meaning: "The file that has the column."),
      Column("column", "Column", .text, isKey: true, meaning: "The name of the column."),
      Column("key", "Key", .text, meaning: "Whether the column belongs to the key: yes or empty."),
      Column("type", "Type", .text, meaning: "text, instant, integer, number or share."),
      Column("unit", "Unit", .text, meaning: "The unit; empty for a pure number."),
      Column("meaning", "Meaning", .text, meaning: "What a cell says."),
    ]
    return Report(name: "columns", title: "Columns of all reports", columns: columns) { emit in
      let files =
        empty.map { ($0.name, $0.columns) } + [(ContactReport.name, ContactReport.columns)]
      for (name, columns) in files {
        for column in columns {
          let isAlive = emit([
            .text("\(name).csv"), .text(column.name), column.isKey ? .text("yes") : .empty,
            .text(column.kind.word), column.unit.isEmpty ? .empty : .text(column.unit),
            .text(column.meaning),
          ])
          guard isAlive else { return }
        }
      }
    }
  }
}

extension Column.Kind {
  fileprivate var word: String {
    switch self {
    case .text, .figure: "text"
    case .instant, .moment: "instant"
    case .integer: "integer"
    case .number: "number"
    case .share: "share"
    }
  }
}
