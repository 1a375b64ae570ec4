/// What stands in one row of one column.
public enum Cell: Equatable, Sendable {
  /// Nothing: the value does not exist, as in 0/0.
  case empty
  /// A name, a word or an instant.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number. One that is not finite is written as an empty cell: no reader of these files agrees
  /// with another on what `inf` or `nan` would mean.
  case number(Double)

  /// A number, or an empty cell for none.
  public static func optional(_ value: Double?) -> Cell {
    value.map { .number($0) } ?? .empty
  }

  /// A whole number, or an empty cell for none.
  public static func optional(_ value: Int?) -> Cell {
    value.map { .integer($0) } ?? .empty
  }

  /// Whether nothing is written.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .number(let value): !value.isFinite
    case .text, .integer: false
    }
  }
}
