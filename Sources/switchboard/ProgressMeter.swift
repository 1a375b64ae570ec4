import Synchronization

/// Shows on standard error how far work has come whose length is known: a bar on a terminal; a line
/// for each tenth elsewhere, and at least one in half a minute.
final class ProgressMeter: Sendable {
  private let total: Int
  private let unit: String
  private let line: LiveLine
  private let done = Mutex(0)

  /// Begins to show progress.
  ///
  /// - Parameters:
  ///   - total: How many steps there are, `≥ 1`.
  ///   - unit: What the steps are, in the plural.
  ///   - console: Where it is shown.
  init(total: Int, unit: String, console: Console) {
    self.total = max(1, total)
    self.unit = unit
    line = LiveLine(console, text: Self.text(done: 0, total: self.total, unit: unit))
  }

  /// Says how many steps are done. May be called from any thread.
  func update(done now: Int) {
    let before = done.withLock { done in
      defer { done = max(done, now) }
      return done
    }
    guard now > before else { return }
    let isTenth = now * 10 / total > before * 10 / total
    line.update(
      after: now >= total ? .infinity : isTenth ? 0 : 30,
      text: Self.text(done: now, total: total, unit: unit))
  }

  /// Ends the show and clears the line.
  func finish() { line.finish() }

  private static func text(done: Int, total: Int, unit: String) -> LiveLine.Text {
    { elapsed, hasBar in
      ProgressMeter.line(
        done: done, total: total, unit: unit, elapsed: elapsed, bar: hasBar ? 24 : 0)
    }
  }

  /// One state of progress in words.
  ///
  /// - Parameter bar: How many characters the bar has; 0 for none.
  static func line(done: Int, total: Int, unit: String, elapsed: Double, bar: Int) -> String {
    let share = Double(done) / Double(total)
    let filled = Int(share * Double(bar))
    var text = ""
    if bar > 0 {
      text += String(repeating: "█", count: filled)
      text += String(repeating: "░", count: bar - filled) + " "
    }
    text += "\(Int(share * 100)) %, \(done) of \(total) \(unit)"
    guard done > 0, elapsed > 0 else { return text }
    let rate = Double(done) / elapsed
    text += ", \(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))")/s"
    return text + ", \(LiveLine.spoken(Double(total - done) / rate)) left"
  }
}
