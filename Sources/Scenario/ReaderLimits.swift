/// Everything that the reader counts, so that hostile or mistaken input stays within memory and
/// time. Beyond them only the declaration limits values, each with its own range.
enum ReaderLimit: Int, CaseIterable, Sendable {
  /// A file [bytes].
  case fileSize
  /// All files of a scenario together [bytes].
  case totalSize
  /// How deep values may be nested.
  case depth
  /// The values that a scenario's files hold together.
  case values
  /// A number as it is written [characters].
  case numberLength
  /// A name of a channel, class, tool or team [bytes].
  case nameLength
  /// Files that extend one another.
  case chainLength
  /// Steps of the path of an edit.
  case editSteps
  /// Channels × classes.
  case queues
  /// Simulated intervals × (classes + teams): 8 bytes each.
  case intervals
  /// Queues × skills of all teams.
  case queueSkills
  /// Different gamma, Erlang and hyperexponential distributions, each with a table of its own.
  case tabulated
  /// The loads that formulas staff, each different one once, together [Erlang]: how long it takes.
  case staffedLoad
  /// Fields of a table: 8 bytes each.
  case tableFields
  /// Rows read from all tables, once for each value that names one; and the steps of the days
  /// that are looked up in tables with dates.
  case tableRows

  /// The limit that holds for users.
  var standard: Int {
    switch self {
    case .fileSize: 16 << 20
    case .totalSize: 64 << 20
    case .depth, .editSteps: 64
    case .values: 1_000_000
    case .numberLength, .tabulated: 1_000
    case .nameLength: 200
    case .chainLength: 32
    case .queues: 10_000
    case .intervals, .queueSkills, .tableRows: 20_000_000
    case .staffedLoad: 100_000_000
    case .tableFields: 4_000_000
    }
  }
}

/// The limits of one reading. Tests lower them, to reach each with small input.
struct ReaderLimits: Sendable {
  private var lowered: [ReaderLimit: Int] = [:]

  /// The limits that hold for users.
  static let standard = ReaderLimits()

  private init() {}

  /// The standard limits, but for one.
  init(_ limit: ReaderLimit, _ value: Int) { lowered[limit] = value }

  /// The most that is read.
  subscript(limit: ReaderLimit) -> Int { lowered[limit] ?? limit.standard }

  /// A limit as messages name it: `1,000,000`; sizes as `16 MB`.
  func inWords(_ limit: ReaderLimit) -> String {
    let value = self[limit]
    switch limit {
    case .fileSize, .totalSize:
      return value % (1 << 20) == 0 ? "\(value >> 20) MB" : "\(Self.grouped(value)) bytes"
    default: return Self.grouped(value)
    }
  }

  private static func grouped(_ value: Int) -> String {
    var digits = String(value)
    var text = ""
    while digits.utf8.count > 3 {
      text = "," + digits.suffix(3) + text
      digits.removeLast(3)
    }
    return digits + text
  }
}
