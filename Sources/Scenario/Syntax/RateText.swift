/// Rates and shares as text: `31%`.
enum RateText {
  /// The rate of a text that ends with a percent sign, nil for anything else.
  static func rate(_ text: String) -> Double? {
    guard text.hasSuffix("%"), text.utf8.count <= 32 else { return nil }
    var digits = text.dropLast()
    while digits.last == " " { digits = digits.dropLast() }
    let allowed = digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    guard allowed, digits.first != ".", digits.last != ".", let percent = Double(digits) else {
      return nil
    }
    return percent / 100
  }
}
