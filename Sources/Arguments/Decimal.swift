/// Reads the numbers and durations of a command line, strictly.
///
/// The standard library's own conversions also take `0x1p3`, `nan` and `inf`, none of which
/// anybody means on a command line.
public enum Decimal {
  /// The number that `text` writes in plain decimal notation, with an optional sign, fraction and
  /// exponent; `nil` for anything else and for a number beyond the range of `Double`.
  public static func number(_ text: String) -> Double? {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2B, 0x2D, 0x2E, 0x45, 0x65: continue
      default: return nil
      }
    }
    guard digits > 0, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The whole number that `text` writes, or `nil`.
  public static func wholeNumber(_ text: String) -> Int? {
    Int(text)
  }

  /// The duration that `text` writes as numbers with the units `d`, `h`, `m`, `s` and `ms`, from
  /// the longest unit to the shortest and each at most once [s]; `nil` for anything else, a bare
  /// number included, because nobody can know what its unit is.
  ///
  ///     Decimal.duration("1h30m")  // 5400
  public static func duration(_ text: String) -> Double? {
    var rest = text[...]
    var total = 0.0
    var previous = Double.infinity
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let amount = Decimal.number(String(number)), let seconds = seconds(in: unit),
        seconds < previous
      else { return nil }
      previous = seconds
      total += unit == "ms" ? amount / 1000 : amount * seconds
    }
    return total
  }

  private static func seconds(in unit: Substring) -> Double? {
    switch unit {
    case "d": 86_400
    case "h": 3600
    case "m", "min": 60
    case "s": 1
    case "ms": 0.001
    default: nil
    }
  }
}
