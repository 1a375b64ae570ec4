/// The bytes of one row, for reports of millions of rows: fields are appended without a text or a
/// cell in between, numbers rounded to a fixed number of decimals.
struct RowBytes {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(512) }

  mutating func comma() { bytes.append(UInt8(ascii: ",")) }

  mutating func append(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  /// A comma and bytes that need no quotes, or have them.
  mutating func field(_ text: [UInt8]) {
    comma()
    append(text)
  }

  /// A comma and a name; nothing for -1.
  mutating func field(_ names: [[UInt8]], _ index: Int32) {
    comma()
    if index >= 0 { append(names[Int(index)]) }
  }

  /// A comma and a whole number that is not negative; nothing for none.
  mutating func integer(_ value: Int?) {
    comma()
    if let value { digits(UInt64(value)) }
  }

  /// A comma and a number that is not negative, rounded, without zeros at the end; nothing for
  /// none.
  ///
  /// - Parameters:
  ///   - value: Below 10⁹.
  ///   - decimals: `0...9`.
  mutating func number(_ value: Double?, decimals: Int) {
    comma()
    guard let value else { return }
    let scale: UInt64 = Self.powers[decimals]
    let scaled = UInt64((value * Double(scale)).rounded())
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: scale)
    digits(whole)
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var rest = fraction
    var length = decimals
    while rest % 10 == 0 {
      rest /= 10
      length -= 1
    }
    digits(rest, atLeast: length)
  }

  /// Two digits.
  mutating func two(_ value: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  /// Decimal digits, with zeros before them up to a length.
  mutating func digits(_ value: UInt64, atLeast length: Int = 1) {
    var room = InlineArray<20, UInt8>(repeating: 0)
    var rest = value
    var count = 0
    repeat {
      room[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    for _ in 0..<max(0, length - count) { bytes.append(UInt8(ascii: "0")) }
    while count > 0 {
      count -= 1
      bytes.append(room[count])
    }
  }

  private static let powers: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
