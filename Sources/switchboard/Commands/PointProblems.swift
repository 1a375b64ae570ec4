import Scenario

/// What is wrong with the points of a sweep: each diagnostic once, with the points that have it.
struct PointProblems {
  private var found: [(diagnostic: Diagnostic, firstPoint: String, points: Int)] = []
  private var omitted = 0

  /// How many different diagnostics are told.
  private static let limit = 20

  /// Adds the errors of a point.
  mutating func add(_ diagnostics: Diagnostics, at point: String) {
    for diagnostic in diagnostics.errors {
      if let known = found.firstIndex(where: { Self.saySame($0.diagnostic, diagnostic) }) {
        found[known].points += 1
      } else if found.count < Self.limit {
        found.append((diagnostic, point, 1))
      } else {
        omitted += 1
      }
    }
    omitted += diagnostics.omittedErrors
  }

  /// Whether two diagnostics differ at most in the value that the point has.
  private static func saySame(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
    first.code == second.code && first.path.keys == second.path.keys
      && first.message == second.message && first.hint == second.hint
  }

  /// All of them in words; `nil` when nothing is wrong.
  ///
  /// - Parameter points: How many points there are. What is wrong at each of them has nothing to do
  ///   with what varies.
  func text(points: Int) -> String? {
    guard !found.isEmpty else { return nil }
    var lines: [String] = []
    for problem in found {
      if problem.points < points || points == 1 {
        let more = problem.points - 1
        lines.append(
          "At \(problem.firstPoint)"
            + (more == 0 ? "" : more == 1 ? " and one more point" : " and \(more) more points")
            + ":")
      }
      lines.append(String(problem.diagnostic.rendered().dropLast()))
    }
    if omitted > 0 { lines.append("and \(omitted) more") }
    return lines.joined(separator: "\n")
  }
}
