/// Collects problems under one prefix of keys; the checks that several parts share.
struct ProblemList {
  let prefix: [String]
  var problems: [Problem] = []

  init(prefix: [String]) {
    self.prefix = prefix
  }

  /// Adds a problem at `key`, a dotted tail of keys, or at the prefix itself.
  mutating func add(
    _ key: String?, _ kind: Problem.Kind, _ message: String, misspelt name: String? = nil,
    among names: [String] = []
  ) {
    let tail = key.map { $0.split(separator: ".").map(String.init) } ?? []
    add(path: tail, kind, message, misspelt: name, among: names)
  }

  mutating func add(
    path: [String], _ kind: Problem.Kind, _ message: String, misspelt name: String? = nil,
    among names: [String] = []
  ) {
    problems.append(
      Problem(
        path: prefix + path, kind: kind, message: message,
        misspelling: name.map { Problem.Misspelling(name: $0, known: names) }))
  }

  mutating func require(_ value: Int, in range: ClosedRange<Int>, at key: String, _ what: String) {
    if !range.contains(value) {
      add(key, .badValue, "\(value) \(what); expected \(range.lowerBound)…\(range.upperBound)")
    }
  }

  mutating func requireShare(_ value: Double, at path: String...) {
    if !(value >= 0 && value <= 1) {
      let keys = path.count == 1 ? path[0].split(separator: ".").map(String.init) : path
      add(path: keys, .badValue, "\(value) is not a share; expected 0…1")
    }
  }

  mutating func requireShare(_ value: Graded, at path: String...) {
    for end in [value.easy, value.hard] where !(end >= 0 && end <= 1) {
      add(path: path, .badValue, "\(end) is not a share; expected 0…1")
      return
    }
  }

  mutating func requireMoney(_ value: Double, at key: String) {
    if !(value >= 0 && value <= 1e9) {
      add(key, .badValue, "\(value) is not an amount; expected 0…10^9")
    }
  }

  mutating func requireTarget(_ target: Target?, medium: Medium, at key: String) {
    guard let target else { return }
    if !(target.serviceLevel > 0 && target.serviceLevel <= 1) {
      add(key + ".serviceLevel", .badValue, "\(target.serviceLevel); expected above 0, at most 1")
    }
    if !(target.within >= 0 && target.within <= 366 * 86_400) {
      add(key + ".within", .badValue, "expected 0s…366d")
    }
    if !(target.days > 0 && target.days <= 1) {
      add(key + ".days", .badValue, "\(target.days); expected above 0, at most 1")
    } else if target.days < 1, target.per == .horizon {
      add(key + ".days", .badValue, "a share of days goes with \"per\": \"day\" or \"interval\"")
    }
    if target.formula(on: medium) != .ofOffered, medium.isDeferred {
      add(
        key + ".formula", .badValue,
        "deferred contacts have one formula: answered by their due time")
    }
    if target.formula == .ofReplies, !medium.isInTurns, !medium.isDeferred {
      add(key + ".formula", .badValue, "only sms and messaging have replies in turns")
    }
    if target.clock == .opening, !medium.isDeferred, !medium.isInTurns {
      add(key + ".clock", .badValue, "live channels are open whenever somebody waits")
    }
  }

  /// Names hold none of `. / *`, are not `all`, do not begin with `= - @ |` or white space and
  /// hold no control characters: they stand in key paths, patterns and spreadsheets' cells.
  mutating func requireNames(_ names: [String], of key: String) {
    for name in names {
      let scalars = name.unicodeScalars
      let first = scalars.first
      var flaw: String?
      if name.isEmpty { flaw = "is empty" }
      if name == "all" { flaw = "stands for the sum over all; choose another" }
      if scalars.contains(where: { "./*".unicodeScalars.contains($0) }) {
        flaw = "holds one of . / *, which paths and patterns use"
      }
      if let first, "=-@|+".unicodeScalars.contains(first) || first.properties.isWhitespace {
        flaw = "begins with one of = + - @ | or white space, which a spreadsheet may execute"
      }
      if scalars.contains(where: \.isControl) {
        flaw = "holds a control character"
      }
      if let flaw { add(path: [key, name], .badName, "the name '\(name)' \(flaw)") }
    }
    for name in duplicates(in: names) {
      add(path: [key, name], .badName, "the name '\(name)' is used twice")
    }
  }

  mutating func requireDistinct(_ names: [String]) {
    for name in duplicates(in: names) { add(path: [name], .badName, "'\(name)' is used twice") }
  }

  private func duplicates(in names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}

extension Unicode.Scalar {
  /// Whether it moves a terminal's cursor, or turns the direction of text, instead of showing.
  var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isBidiControl
    default: false
    }
  }
}
