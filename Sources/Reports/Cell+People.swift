extension Cell {
  /// The cell as people read it in `column`: rounded, shares in percent, nothing for nothing.
  func shown(in column: Column) -> String {
    switch self {
    case .empty: return ""
    case .text(let text): return text.withoutControls
    case .integer(let value): return "\(value)"
    case .number(let value):
      guard value.isFinite else { return "" }
      switch column.kind {
      case .share(let decimals):
        return ByteSink.text { $0.append(value * 100, decimals: decimals) } + " %"
      case .number(let decimals):
        return ByteSink.text { $0.append(value, decimals: decimals) }
      case .text, .figure, .instant, .moment, .integer:
        return ByteSink.text { $0.append(value) }
      }
    }
  }
}

extension String {
  /// The text with every control character replaced, so that no name can move the cursor or
  /// change the colours of a terminal.
  package var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
