extension ByteSink {
  /// Appends an integer in decimal digits, without grouping.
  public mutating func append(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(value.magnitude))
  }

  /// Appends the shortest decimal digits that read back as `value`: no exponent, no grouping, no
  /// `-0`.
  ///
  /// Numbers with up to six decimals and fifteen digits, which most reported numbers are, take a
  /// path without a text in between. There, m/10ᵏ is the division of two exact numbers, so that
  /// equality with `value` proves that the digits read back; of at most fifteen digits no two
  /// decimals share a `Double`, so that the first k that fits is the shortest.
  ///
  /// - Precondition: `value` is finite.
  public mutating func append(_ value: Double) {
    precondition(value.isFinite, "a report holds no \(value)")
    let magnitude = value.magnitude
    if value < 0 { append(UInt8(ascii: "-")) }
    var scale: UInt64 = 1
    for decimals in 0...6 {
      let scaled = magnitude * Double(scale)
      guard scaled < 1e15 else { break }
      let rounded = scaled.rounded()
      if rounded / Double(scale) == magnitude {
        append(UInt64(rounded), over: scale, decimals: decimals)
        return
      }
      scale *= 10
    }
    append(unfolding: magnitude.description)
  }

  /// Appends `value` rounded to a number of decimals, for a reader rather than a program.
  ///
  /// - Parameter decimals: `0...9`.
  /// - Precondition: `value` is finite.
  mutating func append(_ value: Double, decimals: Int) {
    precondition(value.isFinite, "a report holds no \(value)")
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrEven)
    guard scaled < 1e15 else {
      append(value.rounded())
      return
    }
    if value < 0, scaled > 0 { append(UInt8(ascii: "-")) }
    append(UInt64(scaled), over: scale, decimals: decimals)
  }

  private mutating func append(_ scaled: UInt64, over scale: UInt64, decimals: Int) {
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: scale)
    append(digitsOf: whole)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    var unit = scale / 10
    while unit > fraction, unit > 1 {
      append(UInt8(ascii: "0"))
      unit /= 10
    }
    append(digitsOf: fraction)
  }

  private mutating func append(digitsOf value: UInt64) {
    var unit: UInt64 = 1
    while value / unit >= 10 { unit *= 10 }
    var rest = value
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Appends what the standard library writes for a positive number (the shortest digits that
  /// read back), with its exponent unfolded into zeros.
  private mutating func append(unfolding text: String) {
    var digits: [UInt8] = []
    var point = 0
    var exponent = 0
    var isFraction = false
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = bytes[bytes.endIndex...]
      default:
        digits.append(byte)
        if !isFraction { point += 1 }
      }
    }
    point += exponent
    while digits.count > max(1, point), digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if point <= 0 {
      append("0.")
      for _ in 0..<(-point) { append(UInt8(ascii: "0")) }
      for digit in digits { append(digit) }
      return
    }
    for index in 0..<max(point, digits.count) {
      if index == point { append(UInt8(ascii: ".")) }
      append(index < digits.count ? digits[index] : UInt8(ascii: "0"))
    }
  }
}
