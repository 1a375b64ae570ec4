public import OutputAnalysis

/// What was measured, as lines of a scenario.
public enum ScenarioLines {
  /// A law as the format writes distributions: `{ "weibull": { "mean": "183.2s", "shape": 0.81 } }`.
  ///
  /// Numbers have four significant digits, more than any measurement supports.
  public static func distribution(_ law: TimeLaw) -> String {
    var members = "\"mean\": \"\(number(law.mean))s\""
    if let form = law.family.form { members += ", \"\(form)\": \(number(law.form))" }
    return "{ \"\(law.family.rawValue)\": { \(members) } }"
  }

  /// A number with so many significant digits and no exponent, to the ninth decimal
  /// at most.
  ///
  /// - Parameters:
  ///   - value: Finite, not negative.
  ///   - digits: How many digits are kept; at least 1.
  public static func number(_ value: Double, digits: Int = 4) -> String {
    guard value > 0 else { return "0" }
    var decimals = digits - 1
    var scale = value
    while scale >= 10, decimals > 0 {
      scale /= 10
      decimals -= 1
    }
    while scale < 1, decimals < 9 {
      scale *= 10
      decimals += 1
    }
    let text = Figure.rounded(value, decimals)
    guard text.contains(".") else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }
    return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
  }
}
