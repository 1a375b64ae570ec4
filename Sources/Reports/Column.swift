/// A column of a report: its name is a contract, its unit and meaning are described with it.
public struct Column: Equatable, Sendable {
  /// What the cells hold.
  public enum Kind: Equatable, Sendable {
    /// A name or a word.
    case text
    /// A number already in words for people, with its unit; aligned like a number.
    case figure
    /// An instant as `2026-11-23 08:30:00`.
    case instant
    /// An instant to the millisecond, as `2026-11-23 08:30:12.250`.
    case moment
    /// A whole number.
    case integer
    /// A number, shown to people with so many decimals.
    case number(decimals: Int)
    /// A share from 0 to 1, shown to people in percent with so many decimals.
    case share(decimals: Int)
  }

  /// The name in files: `snake_case`, the unit as suffix.
  public let name: String
  /// The heading for people.
  public let title: String
  /// The unit, such as `s`, `h` or `Erlang`; empty for a pure number or a text.
  public let unit: String
  /// What the cells hold.
  public let kind: Kind
  /// What a cell says, in a sentence.
  public let meaning: String
  /// Whether the column belongs to the key of the table: together they are unique and not empty.
  public let isKey: Bool

  /// Describes a column.
  public init(
    _ name: String, _ title: String, _ kind: Kind, unit: String = "", isKey: Bool = false,
    meaning: String
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.kind = kind
    self.meaning = meaning
    self.isKey = isKey
  }

  /// Whether people read the column better aligned to the right.
  var isNumeric: Bool { kind != .text && kind != .instant && kind != .moment }

  /// The heading with its unit.
  var heading: String { unit.isEmpty ? title : "\(title) [\(unit)]" }
}
