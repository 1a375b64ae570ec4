/// Something that must hold, and whether it does.
struct Check: Encodable {
  enum Outcome: String, Encodable {
    case passed, failed
    /// It could not be found out.
    case skipped
  }

  /// What is checked.
  let name: String
  let outcome: Outcome
  /// The numbers behind it.
  let detail: String

  init(_ name: String, _ passed: Bool, _ detail: String) {
    self.name = name
    outcome = passed ? .passed : .failed
    self.detail = detail
  }

  /// A check that could not be made.
  init(_ name: String, skipped reason: String) {
    self.name = name
    outcome = .skipped
    detail = reason
  }
}
