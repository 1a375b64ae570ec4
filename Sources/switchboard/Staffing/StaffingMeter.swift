import Center
import Experiments
import Reports

/// Shows on standard error how far a search for a staffing is. How many plans it will try is not
/// known; what it does, and what the cheapest plan costs so far, is.
final class StaffingMeter: Sendable {
  private let name: String
  private let currency: String
  private let line: LiveLine

  /// Begins to show progress.
  init(_ console: Console, of center: Center) {
    let name = center.name.withoutControls
    self.name = name
    currency = center.currency.withoutControls
    line = LiveLine(console) { elapsed, _ in
      "\(name): starting from the formulas, \(LiveLine.spoken(elapsed))"
    }
  }

  /// Says what the search has come to.
  func update(_ progress: StaffingSearch.Progress) {
    let (name, currency) = (name, currency)
    line.update(after: 10) { elapsed, _ in
      "\(name): " + Self.line(progress, currency: currency, elapsed: elapsed)
    }
  }

  /// Ends the show and clears the line.
  func finish() { line.finish() }

  /// One state of a search in words.
  static func line(
    _ progress: StaffingSearch.Progress, currency: String, elapsed: Double
  ) -> String {
    var text = "\(progress.evaluations) plans simulated in \(LiveLine.spoken(elapsed)), "
    switch progress.phase {
    case .scaling: text += "looking for a first that keeps the targets"
    case .reducing: text += "taking agents"
    case .proving: text += "proving that none can be taken"
    case .exchanging: text += "exchanging agents"
    case .bounding: text += "looking how many could perhaps go"
    }
    if progress.total > 1 { text += " (\(progress.done) of \(progress.total))" }
    if let cost = progress.cost {
      text += ", \(ByteSink.text { $0.append(cost.rounded()) }) \(currency) so far"
    }
    return text
  }
}
