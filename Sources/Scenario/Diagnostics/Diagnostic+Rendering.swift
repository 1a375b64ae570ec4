extension Diagnostic {
  /// The diagnostic in words: file, line, column, code, path, message, hint; then the line with a
  /// caret under the place.
  ///
  ///     center.jsonc:31:7: error[E104]: channels.chat.patiense: unknown key; did you mean "patience"?
  ///        31 |       "patiense": { "exponential": { "mean": "90s" } },
  ///           |       ^
  ///
  /// Whatever could disturb a terminal is shown as an escape; a long line is cut to a window
  /// around the caret.
  public func rendered() -> String {
    var text = ""
    let position = origin?.position
    if let origin, let position {
      text += DisplayText.safe(origin.file.path) + ":\(position.line):\(position.column): "
    }
    text += "\(severity.rawValue)[\(code.rawValue)]: "
    if !path.keys.isEmpty { text += DisplayText.safe(path.description) + ": " }
    text += DisplayText.safe(message)
    if let hint { text += "; " + DisplayText.safe(hint) }
    text += "\n"
    if let origin, let position, !origin.file.bytes.isEmpty {
      text += excerpt(origin, line: position.line)
    }
    return text
  }

  private func excerpt(_ origin: Origin, line: Int) -> String {
    let number = String(line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.utf8.count)) + number + " |"
    let window = DisplayText.window(of: origin.file, around: origin.offset)
    let blank = String(repeating: " ", count: gutter.utf8.count - 1) + "|"
    let pad = String(repeating: " ", count: window.caret)
    return "\(gutter) \(window.text)\n\(blank) \(pad)^\n"
  }
}

extension Diagnostics {
  /// All diagnostics in words, and how many more there are.
  public func rendered() -> String {
    var text = kept.map { $0.rendered() }.joined()
    if omittedErrors > 0 { text += "and \(omittedErrors) more\n" }
    return text
  }
}
