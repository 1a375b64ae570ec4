/// Durations as text: `20s`, `4m`, `1h30m`, `2d`, `1.5h`, `8w`.
enum DurationText {
  /// Why a text is not a duration.
  enum Failure: Error, Equatable {
    /// No unit, as in `20`.
    case noUnit
    /// A unit that is not s, m, h, d or w; with the one that was probably meant.
    case unknownUnit(String, meant: String?)
    /// Nothing a duration is written like.
    case malformed
  }

  private static let units: [(letter: Character, seconds: Double)] = [
    ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
  ]

  /// The duration of a text [s], finite and not negative.
  ///
  /// Units descend, each at most once: `1h30m`, never `30m1h`.
  static func seconds(_ text: String) throws(Failure) -> Double {
    guard text.utf8.count <= 64 else { throw .malformed }
    var rest = Substring(text)
    var total = 0.0
    var nextUnit = 0
    var parts = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0 == "." || ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      let spelled = rest.drop { $0 == " " }.prefix { $0.isLetter }
      guard let amount = plainNumber(digits) else { throw .malformed }
      guard !spelled.isEmpty else {
        if rest.isEmpty { throw .noUnit }
        throw .malformed
      }
      guard spelled.count == 1, let letter = spelled.first,
        let unit = units.firstIndex(where: { $0.letter == letter }), rest.first == letter
      else {
        throw .unknownUnit(String(spelled), meant: meant(spelled).map { "\(digits)\($0)" })
      }
      guard unit >= nextUnit else { throw .malformed }
      nextUnit = unit + 1
      total += amount * units[unit].seconds
      rest = rest.dropFirst()
      parts += 1
    }
    guard parts > 0, total.isFinite else { throw .malformed }
    return total
  }

  /// The unit that a word stands for in one of the usual spellings.
  private static func meant(_ word: Substring) -> Character? {
    switch word.lowercased() {
    case "s", "sec", "secs", "second", "seconds": "s"
    case "m", "min", "mins", "minute", "minutes": "m"
    case "h", "hr", "hrs", "hour", "hours": "h"
    case "d", "day", "days": "d"
    case "w", "wk", "wks", "week", "weeks": "w"
    default: nil
    }
  }

  private static func plainNumber(_ digits: Substring) -> Double? {
    guard digits.first != ".", digits.last != ".", digits.count(where: { $0 == "." }) <= 1 else {
      return nil
    }
    return Double(digits)
  }

  /// A duration as text: whole numbers of the largest units up to days, `1h30m`.
  static func text(seconds: Double) -> String {
    guard seconds >= 1, seconds == seconds.rounded(), seconds < 1e15 else {
      return plain(seconds) + "s"
    }
    var rest = seconds
    var text = ""
    for unit in units where unit.letter != "w" {
      let amount = (rest / unit.seconds).rounded(.down)
      if amount > 0 { text += plain(amount) + String(unit.letter) }
      rest -= amount * unit.seconds
    }
    return text
  }

  /// A number as text: the shortest that reads back, whole numbers without a point.
  static func plain(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(value) < 0x1p53 { return String(whole) }
    return "\(value)"
  }
}
