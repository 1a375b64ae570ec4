@testable import Scenario

/// Walks through everything that the format declares, so that what is added is tested with it.
enum Declared {
  /// A place for a value, and a file with nothing but it and what has to be beside it.
  struct Place: Sendable {
    /// The way there; every name is `name`.
    let path: String
    /// What the value can be.
    let kind: ValueKind
    /// Whether another file's value is merged with it, so that `null` removes.
    let isMerged: Bool
    /// The file with a value there, as JSON.
    let document: @Sendable (String) -> String
  }

  /// Every place of the format, the keys of each object once. Alternatives follow each other
  /// under the same path.
  static let places: [Place] = {
    var walk = Walk()
    walk.visit(.object(.scenario), "", isMerged: true) { $0 }
    return walk.places
  }()

  private struct Walk {
    var places: [Place] = []
    private var visited: Set<String> = []

    mutating func visit(
      _ kind: ValueKind, _ path: String, isMerged: Bool,
      wrap: @escaping @Sendable (String) -> String
    ) {
      if case .either(let kinds) = kind {
        for kind in kinds { visit(kind, path, isMerged: isMerged, wrap: wrap) }
        return
      }
      places.append(Place(path: path, kind: kind, isMerged: isMerged, document: wrap))
      switch kind {
      case .distribution: members(of: .distribution, path, isMerged: false, wrap: wrap)
      case .list(let element, _):
        visit(element, path + ".0", isMerged: false) { wrap("[\($0)]") }
      case .object(let declaration):
        let isMerged = isMerged && !declaration.isReplacedWhole
        members(of: declaration, path, isMerged: isMerged, wrap: wrap)
      default: break
      }
    }

    private mutating func members(
      of declaration: ObjectDeclaration, _ path: String, isMerged: Bool,
      wrap: @escaping @Sendable (String) -> String
    ) {
      guard visited.insert("\(declaration.name) \(isMerged)").inserted else { return }
      let prefix = path.isEmpty ? "" : path + "."
      for field in declaration.fields where field.isSupported {
        visit(field.kind, prefix + field.key, isMerged: isMerged) {
          wrap(Declared.object(declaration, with: field.key, $0))
        }
      }
      guard let others = declaration.others else { return }
      let key =
        switch others.keys {
        case .weekdays: "Mon"
        case .weeks: "1"
        default: "name"
        }
      visit(others.kind, prefix + key, isMerged: isMerged) {
        wrap(Declared.object(declaration, with: key, $0))
      }
    }
  }

  /// An object with one member, and those that it cannot be without.
  static func object(
    _ declaration: ObjectDeclaration, with key: String?, _ value: String
  ) -> String {
    var members: [String] = []
    for field in declaration.fields where field.key != key {
      if case .required = field.presence { members.append(member(field.key, sample(field.kind))) }
    }
    let alternatives = declaration.exactlyOne
    if let first = alternatives.first, !alternatives.contains(key ?? "") {
      // Weights go with values, not with a table.
      let chosen = key == "weights" ? "values" : first
      if let field = declaration.field(chosen) {
        members.append(member(chosen, sample(field.kind)))
      }
    }
    if let key { members.append(member(key, value)) }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private static func member(_ key: String, _ value: String) -> String { "\"\(key)\": \(value)" }

  /// A value of a kind that is right, as JSON.
  static func sample(_ kind: ValueKind) -> String {
    switch kind {
    case .version, .rate: "1"
    case .text: "\"name\""
    case .fileName: "\"t.csv\""
    case .boolean: "true"
    case .date, .instant: "\"2026-11-23\""
    case .number(let range): range.contains(1) ? "1" : DurationText.plain(range.lowerBound)
    case .integer(let range): range.contains(1) ? "1" : "\(range.lowerBound)"
    case .duration(let range):
      "\"\(DurationText.text(seconds: range.contains(86_400) ? 86_400 : range.upperBound))\""
    case .openingHours: "\"always\""
    case .clock: "\"08:30\""
    case .choice(let choices): "\"\(choices.first { $0.isSupported }?.word ?? "")\""
    case .list(let element, let count):
      "[" + Array(repeating: sample(element), count: count.lowerBound).joined(separator: ",") + "]"
    case .object(let declaration): object(declaration, with: nil, "")
    case .distribution: "\"3m\""
    case .either(let kinds): kinds.first.map(sample) ?? ""
    }
  }

  /// A small sound scenario in which everything is called `name`, to lay the files on.
  static let base = """
    {
      "switchboard": 1,
      "calendar": { "start": "2026-11-23", "days": 1, "followUpDays": 0, "interval": "24h" },
      "demand": {
        "name": {
          "volume": { "perDay": 1, "counts": "issues" },
          "channels": { "name": { "share": 1, "talkTime": "3m" } },
        },
      },
      "channels": { "name": { "medium": "voice" } },
      "selfService": { "name": { "on": ["name"], "containment": 0.1 } },
      "outbound": { "name": { "list": 1, "reach": 0.1, "talkTime": "3m" } },
      "teams": { "name": { "agents": 1, "skills": { "name": 1, "outbound/name": 1 } } },
    }
    """

  /// A table with a row for each hour and every column that one can ask for.
  static let table =
    "time,agents,volume,name\n" + (0..<24).map { "\($0):00,1,1,1\n" }.joined()

  /// Reads a file on top of the small scenario.
  static func read(
    _ document: String, edits: [String] = [], table: String = table
  ) -> ScenarioReading {
    let differences = "{ \"extends\": \"base.jsonc\"," + document.dropFirst()
    let files = ["base.jsonc": base, "t.csv": table, "main.jsonc": differences]
    return ScenarioReader(read: reader(files)).read("main.jsonc", edits: edits)
  }
}
