import Reports

/// The result of the experiment about intervals as a table in Markdown: the one in the
/// documentation.
enum CoverageTable {
  /// The lines of the table, headings included.
  static func text(_ lines: [Coverage.Line]) -> String {
    var table = Table(name: "coverage", title: "Coverage", columns: columns)
    for line in lines {
      let tally = line.tally
      table.append(
        key(line).map { .text($0) } + [
          .number(tally.studentCoverage), .number(tally.coverage), .number(tally.flaggedShare),
          .number(tally.unflaggedCoverage), .number(relative(tally.studentHalfWidth, line)),
          .number(relative(tally.halfWidth, line)),
        ])
    }
    return ByteSink.text { Markdown.write(table, to: &$0) }
  }

  /// What tells a line from the others.
  static func key(_ line: Coverage.Line) -> [String] {
    [line.queue, line.measure.rawValue, "\(line.replications)"]
  }

  /// A mean half-width as a share of the exact value.
  private static func relative(_ sum: Double, _ line: Coverage.Line) -> Double {
    sum / Double(line.tally.experiments) / line.exact
  }

  private static let columns = [
    Column("queue", "Queue", .text, isKey: true, meaning: "The queue and its load an agent."),
    Column("measure", "Measure", .text, isKey: true, meaning: "The measure."),
    Column("replications", "n", .figure, isKey: true, meaning: "Replications of an experiment."),
    Column(
      "student", "Student covers", .share(decimals: 1),
      meaning: "Student's plain intervals that hold the exact value."),
    Column(
      "coverage", "Ours cover", .share(decimals: 1),
      meaning: "Reported intervals that hold the exact value."),
    Column(
      "flagged", "Flagged", .share(decimals: 1),
      meaning: "Intervals reported as not to be relied on."),
    Column(
      "unflagged", "Not flagged, cover", .share(decimals: 1),
      meaning: "Of the intervals without a flag, those that hold the exact value."),
    Column(
      "student_half_width", "Student ±", .share(decimals: 1),
      meaning: "Mean half-width of Student's intervals over the exact value."),
    Column(
      "half_width", "Ours ±", .share(decimals: 1),
      meaning: "Mean half-width of the reported intervals over the exact value."),
  ]
}
