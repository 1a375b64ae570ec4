/// What a value of the format can be. The reader checks by it, and the JSON Schema is written
/// from it, so that the two cannot differ.
indirect enum ValueKind: Sendable {
  /// The number of the format's version.
  case version
  /// Any text.
  case text
  /// The name of a file, relative to the file that names it.
  case fileName
  /// `true` or `false`.
  case boolean
  /// A day: `2026-11-23`.
  case date
  /// A day, or an instant of one: `2026-11-23 14:00`.
  case instant
  /// A number from 0 to 1, or a percentage as text.
  case rate
  /// A number within a range.
  case number(ClosedRange<Double>)
  /// A whole number within a range.
  case integer(ClosedRange<Int>)
  /// A duration with its unit, as text [s].
  case duration(ClosedRange<Double>)
  /// Opening hours of a day: `07:00-21:00`, or `closed`.
  case openingHours
  /// A time of day as text: `08:30`; `24:00` ends the day.
  case clock
  /// One of some words.
  case choice([Choice])
  /// A list.
  case list(of: ValueKind, count: ClosedRange<Int>)
  /// An object.
  case object(ObjectDeclaration)
  /// A distribution, or a bare duration that stands for one.
  case distribution(bare: CustomaryShape)
  /// The first of these that the value's JSON type fits.
  case either([ValueKind])

  /// A word among which one chooses.
  struct Choice: Sendable {
    /// The word.
    let word: String
    /// Whether this version simulates it.
    let isSupported: Bool

    /// A word that this version simulates.
    init(_ word: String) { (self.word, isSupported) = (word, true) }

    /// A word that the format has and this version refuses.
    static func later(_ word: String) -> Choice { Choice(word: word, isSupported: false) }

    private init(word: String, isSupported: Bool) {
      self.word = word
      self.isSupported = isSupported
    }
  }

  /// What a bare duration means where a distribution belongs.
  enum CustomaryShape: Sendable {
    /// Always as long: where no shape is customary.
    case constant
    /// Exponential with that mean: patience and wrap-up.
    case exponential
    /// Log-normal with that mean and cv 0.9: talk time (Brown et al. 2005 found it log-normal).
    case logNormal

    /// The shape in words, nil where it needs none.
    var inWords: String? {
      switch self {
      case .constant: nil
      case .exponential: "exponential"
      case .logNormal: "log-normal with cv 0.9"
      }
    }
  }

  /// Only these words.
  static func words(_ words: String...) -> ValueKind { .choice(words.map { Choice($0) }) }

  /// An amount of money that is not negative.
  static let money = ValueKind.number(0...1e9)

  /// A rate, or one that runs linearly from the easiest issue to the hardest.
  static let gradedRate = ValueKind.either([.rate, .object(.graded)])

  /// The longest duration that a scenario may write: ten years [s].
  static let longest = 3_660.0 * 86_400

  /// A duration that may be zero.
  static let anyDuration = ValueKind.duration(0...longest)

  /// What the value has to be, in words.
  var inWords: String {
    switch self {
    case .version: "the number 1"
    case .text: "a text"
    case .fileName: "the name of a file"
    case .boolean: "true or false"
    case .date: "a date as in \"2026-11-23\""
    case .instant: "a date, or a date and time as in \"2026-11-23 14:00\""
    case .rate: "a rate from 0 to 1, or as in \"31%\""
    case .number: "a number"
    case .integer: "a whole number"
    case .duration: "a duration as in \"20s\""
    case .openingHours: "opening hours as in \"07:00-21:00\""
    case .clock: "a time of day as in \"08:30\""
    case .choice(let choices):
      choices.filter(\.isSupported).map { "\"\($0.word)\"" }.joined(separator: " or ")
    case .list: "a list"
    case .object(let declaration): declaration.inWords
    case .distribution: "a distribution, or a duration as in \"90s\""
    case .either(let kinds): kinds.map(\.inWords).joined(separator: ", or ")
    }
  }

  /// Whether the value's JSON type is one that this kind is written with.
  func fits(_ node: SyntaxNode) -> Bool {
    switch (self, node.value) {
    case (.version, .number), (.number, .number), (.integer, .number), (.rate, .number),
      (.text, .string), (.fileName, .string), (.date, .string), (.rate, .string),
      (.instant, .string), (.duration, .string), (.openingHours, .string), (.clock, .string),
      (.choice, .string), (.boolean, .boolean),
      (.list, .array), (.object, .object), (.distribution, .string), (.distribution, .object):
      true
    case (.either(let kinds), _): kinds.contains { $0.fits(node) }
    default: false
    }
  }
}
