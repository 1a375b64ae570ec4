/// What a command answers, for people and for programs.
public struct Answer: Sendable {
  /// Sentences that people read first.
  public var sentences: [String]
  /// Rounded tables for people.
  public var tables: [Table]
  /// The same in full, for programs. The first is what CSV shows.
  public var reports: [Report]
  /// What people should know about the tables.
  public var notes: [String]
  /// In what the customers of compared designs differ; nobody should overlook it.
  public var demandNotes: [String] = []

  /// Makes an answer.
  public init(
    sentences: [String] = [], tables: [Table] = [], reports: [Report], notes: [String] = []
  ) {
    self.sentences = sentences
    self.tables = tables
    self.reports = reports
    self.notes = notes
  }
}

extension OutputFormat {
  /// Writes an answer in this form: sentences and rounded tables for people, one report as CSV or
  /// all of them as one JSON object for programs.
  public func write(
    _ answer: Answer, version: String, command: String,
    style: TerminalTable.Style = TerminalTable.Style(), to sink: inout ByteSink
  ) {
    switch self {
    case .csv:
      if let report = answer.reports.first { report.writeCSV(to: &sink) }
    case .json:
      JSON.write(
        answer.reports.map { $0.table() }, version: version, command: command, to: &sink)
    case .table, .markdown:
      for sentence in answer.sentences { sink.append(sentence.withoutControls + "\n") }
      for (index, table) in answer.tables.enumerated() {
        if index > 0 || !answer.sentences.isEmpty { sink.append("\n") }
        if self == .table {
          sink.append(table.title.withoutControls + "\n\n")
          TerminalTable.write(table, style: style, to: &sink)
        } else {
          sink.append("## \(Markdown.escaped(table.title))\n\n")
          Markdown.write(table, to: &sink)
        }
      }
      let notes = answer.demandNotes + answer.notes
      if !notes.isEmpty { sink.append("\n") }
      for note in notes { sink.append(note.withoutControls + "\n") }
    }
  }
}
