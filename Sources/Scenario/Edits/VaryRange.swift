/// The range of a `--vary` argument: `60s..180s:20s`, `30%..70%:10%`, `100..140`.
struct VaryRange: Sendable, Equatable {
  let kind: VariedValue.Kind
  /// From and to, in seconds, in percent or as they are; from is less.
  let from: Double
  let to: Double
  /// Above 0; `nil` without one.
  let step: Double?

  /// Reads a range.
  ///
  /// - Returns: `nil` for a text that is none.
  /// - Throws: `malformedEdit` for one that cannot be followed.
  init?(_ text: String, at origin: Origin) throws(Diagnostic) {
    let bytes = Array(text.utf8)
    guard !bytes.contains(where: { [0x22, 0x5B, 0x7B, 0x2C].contains($0) }),
      let dots = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E
      }),
      dots > 0
    else { return nil }
    func value(_ part: some Sequence<UInt8>) -> VariedValue {
      var piece = Array(part)
      while piece.last == 0x20 { piece.removeLast() }
      return VariedValue(String(decoding: piece.drop { $0 == 0x20 }, as: UTF8.self))
    }
    let rest = bytes[(dots + 2)...]
    let colon = rest.firstIndex(of: 0x3A)
    let first = value(bytes[..<dots])
    let last = value(rest[..<(colon ?? rest.endIndex)])
    let width = colon.map { value(rest[($0 + 1)...]) }
    func problem(_ message: String, hint: String? = nil) -> Diagnostic {
      Diagnostic(.malformedEdit, at: origin, message, hint: hint)
    }
    for part in [first, last] + (width.map { [$0] } ?? []) where part.amount == nil {
      throw problem(
        "\(DisplayText.quoted(part.text)) is no number, duration or rate",
        hint: "write ranges as 100..140:20, 60s..180s:20s or 30%..70%:10%")
    }
    for part in [last] + (width.map { [$0] } ?? []) where part.kind != first.kind {
      throw problem(
        "\(DisplayText.quoted(first.text)) is \(first.kind.rawValue), "
          + "\(DisplayText.quoted(part.text)) \(part.kind.rawValue)",
        hint: "write all parts of a range the same way")
    }
    guard let from = first.steps, let to = last.steps else { return nil }
    guard from < to else {
      throw problem(
        "the range ends where it begins, or before",
        hint: from > to ? "write \(last.text)..\(first.text)" : "write \(first.text) alone")
    }
    kind = first.kind
    self.from = from
    self.to = to
    step = width?.steps
    if let step, !(step > 0) { throw problem("a step is above 0") }
    guard (to - from).isFinite else { throw problem("the range is too wide") }
  }

  /// How many values the steps give, the end included where a step meets it; as a number that may be
  /// larger than any integer.
  var stepCount: Double? {
    step.map { ((to - from) / $0 + 1e-9).rounded(.down) + 1 }
  }

  /// The value after so many steps.
  func value(afterSteps count: Int) -> VariedValue {
    let step = step ?? 0
    // Whole multiples of a power of ten, so that 0.1 and two steps of 0.1 are 0.3.
    var scale = 1.0
    while scale < 1e12, !(Self.isWhole(from * scale) && Self.isWhole(step * scale)) { scale *= 10 }
    let scaled = (from * scale).rounded() + Double(count) * (step * scale).rounded()
    let isExact = scale < 1e12 && scaled.magnitude < 0x1p53
    return VariedValue(
      steps: isExact ? scaled / scale : from + Double(count) * step, kind: kind)
  }

  /// A value of a stratum when the range is cut into `count` equal ones: with a step the one that the
  /// stratum falls on, else one of few digits within it.
  ///
  /// - Parameters:
  ///   - stratum: In `0..<count`.
  ///   - position: Where in the stratum, in the open interval (0, 1).
  func value(inStratum stratum: Int, of count: Int, at position: Double) -> VariedValue {
    if let steps = stepCount {
      let share = (Double(stratum) + position) / Double(count)
      return value(afterSteps: min(Int(steps) - 1, Int(share * steps)))
    }
    let width = (to - from) / Double(count)
    let low = from + width * Double(stratum)
    // Powers of ten of which some 100 to 1,000 lie in the stratum.
    var scale = 1.0
    while width * scale < 100, scale < 1e15 { scale *= 10 }
    while width * scale >= 1000, scale > 1e-15 { scale /= 10 }
    let first = (low * scale).rounded(.down) + 1
    let places = ((low + width) * scale).rounded(.up) - first
    let chosen = (first + (position * places).rounded(.down)) / scale
    let isInside = chosen > low && chosen < low + width
    return VariedValue(steps: isInside ? chosen : low + width * position, kind: kind)
  }

  /// Where a value lies between the ends, in `0...1`.
  func coordinate(of value: VariedValue) -> Double {
    value.steps.map { ($0 - from) / (to - from) } ?? 0
  }

  private static func isWhole(_ value: Double) -> Bool {
    (value - value.rounded()).magnitude <= 1e-9 * max(1, value.magnitude)
  }
}
