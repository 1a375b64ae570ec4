public import Experiments

extension Column {
  /// The column of a measure.
  public init(_ measure: Measure) {
    self.init(
      measure.column, Column.title(of: measure.column), measure.unit.kind,
      unit: measure.unit.suffix, meaning: measure.meaning)
  }

  /// The column of a measure and those of the bounds of its interval.
  static func estimate(_ measure: Measure) -> [Column] {
    let column = Column(measure)
    return [
      column,
      column.derived(
        suffix: "lo95", title: "low", meaning: "Lower bound of the 95 % interval of the average."),
      column.derived(
        suffix: "hi95", title: "high", meaning: "Upper bound of the 95 % interval of the average."),
    ]
  }

  /// The columns of how days differ in a measure.
  static func days(_ measure: Measure) -> [Column] {
    let column = Column(measure)
    return [
      column.derived(
        suffix: "day_p05", title: "quiet day", meaning: "Value that 5 % of days do not exceed."),
      column.derived(
        suffix: "day_p95", title: "extreme day", meaning: "Value that 95 % of days do not exceed."),
    ]
  }

  /// The same kind of column under a longer name.
  func derived(suffix: String, title: String, meaning: String) -> Column {
    Column("\(name)_\(suffix)", "\(self.title), \(title)", kind, unit: unit, meaning: meaning)
  }

  /// A column's name as a heading for people: no underscores, no unit, abbreviations spelt as the
  /// trade spells them.
  static func title(of name: String) -> String {
    var words = name.split(separator: "_").map(String.init)
    if words.count > 1, words.last == "s" || words.last == "h" { words.removeLast() }
    switch words.first {
    case "asa": words[0] = "Speed of answer"
    case "fte": words[0] = "FTE"
    case let first?: words[0] = first.prefix(1).uppercased() + first.dropFirst()
    case nil: break
    }
    return words.joined(separator: " ")
  }
}

extension Measure.Unit {
  fileprivate var kind: Column.Kind {
    switch self {
    case .share: .share(decimals: 1)
    case .seconds, .hours, .count: .number(decimals: 1)
    case .mean, .money: .number(decimals: 2)
    case .ratio: .number(decimals: 3)
    }
  }

  fileprivate var suffix: String {
    switch self {
    case .seconds: "s"
    case .hours: "h"
    case .share, .count, .mean, .money, .ratio: ""
    }
  }
}
