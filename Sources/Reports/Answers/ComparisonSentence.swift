import Experiments
import OutputAnalysis

/// The first sentence of a comparison: what a planner would say on the telephone.
enum ComparisonSentence {
  /// `B uses 6.4 FTE fewer than A (4.9 to 7.8); service level +1.2 points (+0.8 to +1.6).`
  ///
  /// - Parameters:
  ///   - lines: What is known of the two designs.
  ///   - first: The name of the design compared with.
  ///   - second: The name of the design compared.
  ///   - currency: What costs are in.
  static func text(
    _ lines: [Comparison.Line], first: String, second: String, currency: String
  ) -> String {
    let whole = lines.filter { $0.row == Row(level: .all) }
    func line(_ column: String) -> Comparison.Line? {
      whole.first { Measure.catalogue[$0.measure].column == column }
    }
    var parts = [staff(line("fte"), first: first, second: second)]
    if let service = line("service_level") { parts.append(part("service level", service)) }
    if let deferred = line("on_time_rate") { parts.append(part("answered on time", deferred)) }
    if let cost = line("cost_per_resolved_issue"), cost.pair.first != 0 || cost.pair.second != 0 {
      parts.append(part("cost per resolved issue", cost, unit: " " + currency))
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func staff(
    _ line: Comparison.Line?, first: String, second: String
  ) -> String {
    guard let line else { return "\(second) compared with \(first)" }
    let difference = line.pair.difference
    let fewer = difference.value < 0
    let amount = Figure.rounded(difference.value.magnitude, 1)
    if difference.value == 0 { return "\(second) uses as many FTE as \(first)" }
    if amount == "0.0" { return "\(second) uses about as many FTE as \(first)" }
    let text = "\(second) uses \(amount) FTE \(fewer ? "fewer" : "more") than \(first)"
    guard let interval = difference.interval else { return text }
    let bounds = fewer ? (-interval.upper, -interval.lower) : (interval.lower, interval.upper)
    let words = [bounds.0, bounds.1].map {
      Figure.rounded($0, 1).replacingMinus
    }
    return interval.lower == interval.upper ? text : "\(text) (\(words[0]) to \(words[1]))"
  }

  private static func part(_ name: String, _ line: Comparison.Line, unit: String = "") -> String {
    let measure = Measure.catalogue[line.measure]
    let difference = line.pair.difference
    if difference.value == 0, line.pair.pValue == nil { return "\(name) the same" }
    let text = "\(name) \(Figure.difference(difference, of: measure))\(unit)"
    return line.verdict == .cannotTell ? text + ", which may be chance" : text
  }
}

extension String {
  /// The text with a true minus sign for people.
  fileprivate var replacingMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
