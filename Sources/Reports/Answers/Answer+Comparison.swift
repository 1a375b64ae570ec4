import Center
public import Experiments
import OutputAnalysis

extension Answer {
  /// What `compare` answers: a sentence for each design, the differences with their intervals and
  /// verdicts, and in what the customers differ.
  ///
  /// - Parameters:
  ///   - comparison: The designs compared.
  ///   - results: What was found out about each, in the same order.
  ///   - measures: The columns of measures that are wanted; `nil` for all.
  public static func comparison(
    _ comparison: Comparison, of results: [DesignResult], measures: Set<String>? = nil
  ) -> Answer {
    var answer = Answer(
      reports: [
        .comparison(comparison, measures: measures), .summary(results, measures: measures),
      ])
    for design in comparison.designs.indices.dropFirst() {
      let lines = comparison.lines.filter { $0.second == design }
      let wanted = lines.filter {
        measures?.contains(Measure.catalogue[$0.measure].column) ?? true
      }
      answer.sentences.append(
        ComparisonSentence.text(
          wanted, first: comparison.designs[0], second: comparison.designs[design],
          currency: results[0].center.currency))
      for (name, title, isWhole) in [
        ("whole", "Whole center", true), ("parts", "By channel and team", false),
      ] {
        let table = people(
          wanted.filter { ($0.row.level == .all) == isWhole }, name: "\(name)_\(design)",
          title: title, designs: [comparison.designs[0], comparison.designs[design]])
        if table.rowCount > 0 { answer.tables.append(table) }
      }
      answer.demandNotes += demandNotes(results[0], results[design])
      let currencies = [results[0], results[design]].map(\.center.currency)
      if currencies[0] != currencies[1] {
        answer.demandNotes.append(
          "Costs are not comparable: in \(currencies[0]) and in \(currencies[1]).")
      }
    }
    if let result = results.first {
      answer.notes.append(
        "\(result.replications) replications, seed \(result.seed). Differences are paired: all "
          + "designs met the same customers. In brackets the 95 % interval; verdicts hold for the "
          + "whole table at 5 % (Holm).")
    }
    answer.notes += notesOnAsterisks(in: answer.tables)
    return answer
  }

  /// Everything in which the customers of two designs differ, in words.
  static func demandNotes(_ first: DesignResult, _ second: DesignResult) -> [String] {
    DemandDifference.between(first.center, second.center).map { difference in
      let place = [difference.demandClass, difference.channel].compactMap(\.self)
      let values =
        difference.first == nil && difference.second == nil
        ? ""
        : ": \(plain(difference.first)) in \(first.center.name), "
          + "\(plain(difference.second)) in \(second.center.name)"
      return "The customers differ: \(place.joined(separator: ", on ")): "
        + "\(difference.aspect.rawValue)\(values)."
    }
  }

  /// A value of the scenario in words: a number in plain digits.
  private static func plain(_ value: String?) -> String {
    guard let value else { return "nothing" }
    guard let number = Double(value), number.isFinite else { return value }
    return ByteSink.text { $0.append(number) }
  }

  private static func people(
    _ lines: [Comparison.Line], name: String, title: String, designs: [String]
  ) -> Table {
    var table = Table(
      name: name, title: "\(designs[1]) compared with \(designs[0]): \(title)",
      columns: [
        Column("measure", "Measure", .text, isKey: true, meaning: "The measure."),
        Column("part", "Part", .text, isKey: true, meaning: "The part of the center."),
        Column("value_a", designs[0], .figure, meaning: "The first design."),
        Column("value_b", designs[1], .figure, meaning: "The second design."),
        Column("difference", "Difference", .figure, meaning: "Second minus first."),
        Column("verdict", "Verdict", .text, meaning: "What the second design is."),
      ])
    // What is 0 in both designs is a mechanism that neither has.
    for line in lines where line.pair.first != 0 || line.pair.second != 0 {
      let measure = Measure.catalogue[line.measure]
      table.append([
        .text(Column.title(of: measure.column)), .text(line.row.label),
        .text(Figure.value(line.pair.first, of: measure)),
        .text(Figure.value(line.pair.second, of: measure)),
        .text(Figure.difference(line.pair.difference, of: measure)),
        line.verdict.map { .text($0.rawValue) } ?? .empty,
      ])
    }
    return table
  }
}
