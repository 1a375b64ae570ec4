/// A value that `--vary` writes into a scenario: the text, and what it amounts to.
public struct VariedValue: Sendable, Equatable {
  /// What kind of value it is.
  public enum Kind: String, Sendable {
    /// A plain number.
    case number = "a number"
    /// A duration; its amount in seconds.
    case duration = "a duration"
    /// A rate in percent; its amount in 0…1.
    case rate = "a rate"
    /// Anything else: a name, a list, an object.
    case other = "a word"
  }

  /// The value as an edit writes it.
  public let text: String
  /// What kind of value it is.
  public let kind: Kind
  /// The number, the seconds or the rate; `nil` for anything else.
  public let amount: Double?

  /// A value as it is written.
  init(_ text: String) {
    self.text = text
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    if isPlain, let number = Double(text), number.isFinite {
      (kind, amount) = (.number, number)
    } else if let seconds = try? DurationText.seconds(text) {
      (kind, amount) = (.duration, seconds)
    } else if let rate = RateText.rate(text) {
      (kind, amount) = (.rate, rate)
    } else {
      (kind, amount) = (.other, nil)
    }
  }

  /// A value from its amount, in the units of `steps(of:)`.
  init(steps value: Double, kind: Kind) {
    switch kind {
    case .duration: self.init(DurationText.text(seconds: value))
    case .rate: self.init(DurationText.plain(value) + "%")
    case .number, .other: self.init(DurationText.plain(value))
    }
  }

  /// The amount in the units that people count in: a rate in percent.
  var steps: Double? {
    kind == .rate ? Double(text.dropLast().filter { $0 != " " }) : amount
  }
}
