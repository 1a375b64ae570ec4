/// An object of the format: its keys, what each is for, and what else holds for them.
struct ObjectDeclaration: Sendable {
  /// A key of an object.
  struct Field: Sendable {
    /// The key.
    let key: String
    /// What its value can be.
    let kind: ValueKind
    /// What happens when it is missing.
    let presence: Presence
    /// What it is for, in a sentence.
    let summary: String
    /// Whether this version simulates it.
    let isSupported: Bool

    /// A key that this version reads.
    init(_ key: String, _ kind: ValueKind, _ presence: Presence, _ summary: String) {
      self.key = key
      self.kind = kind
      self.presence = presence
      self.summary = summary
      isSupported = true
    }

    /// A key that may be missing.
    init(_ key: String, _ kind: ValueKind, _ summary: String) {
      self.init(key, kind, .optional, summary)
    }

    private init(later key: String, _ summary: String) {
      self.key = key
      kind = .text
      presence = .optional
      self.summary = summary
      isSupported = false
    }

    /// A key that the format has and this version refuses by name.
    static func later(_ key: String, _ summary: String) -> Field {
      Field(later: key, summary)
    }
  }

  /// What happens when a key is missing.
  enum Presence: Sendable {
    /// It is an error.
    case required
    /// It means that there is nothing of the kind.
    case optional
    /// This value is taken, written as JSON.
    case defaults(String)
  }

  /// Keys that are not fixed.
  enum OpenKeys: Sendable {
    /// Names of things, by the rules for names.
    case names
    /// Weekdays: `Mon`, `Mon-Fri`, `Sat,Sun`.
    case weekdays
    /// Weeks of the year: `7`, `48-52`.
    case weeks
    /// A channel or `channel/class`, with `*`.
    case skills
    /// Names of classes, and `*` for the others.
    case classes
    /// Any text.
    case free
  }

  /// A word for the object in messages and in the schema's definitions: `channel`.
  let name: String
  /// What it is for, in a sentence.
  let summary: String
  /// The fixed keys.
  let fields: [Field]
  /// What other keys there may be, and what their values are.
  let others: (keys: OpenKeys, kind: ValueKind)?
  /// Keys of which exactly one is given; empty when that is no matter.
  let exactlyOne: [String]
  /// Whether the object is one of several alternatives, which another file replaces whole.
  let isReplacedWhole: Bool
  /// How many members there may be.
  let mostMembers: Int

  /// Declares an object.
  init(
    _ name: String, _ summary: String, _ fields: [Field],
    others: (keys: OpenKeys, kind: ValueKind)? = nil, exactlyOne: [String] = [],
    isReplacedWhole: Bool = false, mostMembers: Int = 10_000
  ) {
    self.name = name
    self.summary = summary
    self.fields = fields
    self.others = others
    self.exactlyOne = exactlyOne
    self.isReplacedWhole = isReplacedWhole
    self.mostMembers = mostMembers
  }

  /// The declaration of a key.
  func field(_ key: String) -> Field? { fields.first { $0.key == key } }

  /// The object in words: "an object", with its keys when they are few.
  var inWords: String {
    let keys = fields.filter(\.isSupported).map { "\"\($0.key)\"" }
    guard (1...3).contains(keys.count) else { return "an object" }
    return "an object with " + keys.joined(separator: ", ")
  }
}

extension ObjectDeclaration.Field {
  /// What the key is for, to end a message with.
  var hint: String { "\(summary.prefix(1).lowercased())\(summary.dropFirst().dropLast())" }
}
