import Experiments
import OutputAnalysis

/// Numbers in words for people: rounded, with their unit, and with what is uncertain about them.
enum Figure {
  /// A value with its unit: `80.3 %`, `12.9 s`.
  static func value(_ value: Double, of measure: Measure) -> String {
    "\(digits(value, measure))\(unit(measure, isDifference: false))"
  }

  /// An estimate and how far its interval reaches to the farther side: `80.3 % ±0.4`. An asterisk
  /// marks an interval that is not to be relied on.
  static func estimate(_ estimate: Estimate, of measure: Measure) -> String {
    let text = value(estimate.value, of: measure)
    // What is the same in every replication, such as scheduled staff, is certain.
    guard let interval = estimate.interval, interval.halfWidth > 0 else { return text }
    let reach = max(interval.upper - estimate.value, estimate.value - interval.lower)
    return "\(text) ±\(digits(reach, measure))\(estimate.isSkewed ? "*" : "")"
  }

  /// A difference with its sign and unit: `+1.2 points`.
  static func difference(_ value: Double, of measure: Measure) -> String {
    signed(value, measure) + unit(measure, isDifference: true)
  }

  /// A difference with its interval: `+1.2 points (0.8 to 1.6)`. An asterisk marks an interval that
  /// is not to be relied on.
  static func difference(_ estimate: Estimate, of measure: Measure) -> String {
    let text = difference(estimate.value, of: measure)
    guard let interval = estimate.interval else { return text }
    let (lower, upper) = (signed(interval.lower, measure), signed(interval.upper, measure))
    return interval.lower == interval.upper
      ? text : "\(text) (\(lower) to \(upper))\(estimate.isSkewed ? "*" : "")"
  }

  /// A number without its unit, as the measure is rounded.
  static func digits(_ value: Double, _ measure: Measure) -> String {
    let column = Column(measure)
    switch column.kind {
    case .share(let decimals): return rounded(value * 100, decimals)
    case .number(let decimals): return rounded(value, decimals)
    case .text, .figure, .instant, .moment, .integer: return rounded(value, 0)
    }
  }

  static func rounded(_ value: Double, _ decimals: Int) -> String {
    ByteSink.text { $0.append(value, decimals: decimals) }
  }

  private static func signed(_ value: Double, _ measure: Measure) -> String {
    let text = digits(value, measure)
    if text.hasPrefix("-") { return "−" + text.dropFirst() }
    return text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
  }

  private static func unit(_ measure: Measure, isDifference: Bool) -> String {
    switch measure.unit {
    case .share: isDifference ? " points" : " %"
    case .seconds: " s"
    case .hours: " h"
    case .count, .mean, .money, .ratio: ""
    }
  }
}

extension Answer {
  /// What the asterisks of figures mean, if there are any.
  static func notesOnAsterisks(in tables: [Table]) -> [String] {
    let isMarked = tables.contains { table in
      (0..<table.rowCount).contains { index in
        table.row(index).contains {
          if case .text(let text) = $0 { text.hasSuffix("*") } else { false }
        }
      }
    }
    return isMarked
      ? ["* So few and so skewed replications that the interval is not to be relied on."] : []
  }
}

extension Row {
  /// The part of the center in words.
  var label: String {
    let isForAll = demandClass == Row.everything
    switch level {
    case .all: return isForAll ? "whole center" : demandClass
    case .channel: return name
    case .queue: return "\(name) / \(demandClass)"
    case .team: return "team \(name)"
    case .tool: return isForAll ? "tool \(name)" : "tool \(name) / \(demandClass)"
    case .campaign: return "campaign \(name)"
    }
  }
}
