import Synchronization

/// Shows on standard error how far work has come whose length is known: a bar on a terminal; a line
/// for each tenth elsewhere, and in between after half a minute.
final class ProgressMeter: Sendable {
  private let total: Int
  private let unit: String
  private let begun: Int
  private let line: LiveLine
  private let done = Mutex(0)

  /// Begins to show progress.
  ///
  /// - Parameters:
  ///   - total: How many steps there are, `≥ 1`.
  ///   - unit: What the steps are, in the plural.
  ///   - begun: How many were done before, and say nothing of how fast it goes.
  ///   - console: Where it is shown.
  init(total: Int, unit: String, begun: Int = 0, console: Console) {
    let total = max(1, total)
    self.total = total
    self.unit = unit
    self.begun = begun
    line = LiveLine(console) { elapsed, hasBar in
      Self.line(
        done: begun, begun: begun, total: total, unit: unit, elapsed: elapsed,
        bar: hasBar ? 24 : 0)
    }
  }

  /// Says how many steps are done. May be called from any thread.
  func update(done now: Int) {
    let before = done.withLock { done in
      defer { done = max(done, now) }
      return done
    }
    guard now > before else { return }
    let isTenth = now * 10 / total > before * 10 / total
    let (total, unit, begun) = (total, unit, begun)
    line.update(after: now >= total ? .infinity : isTenth ? 0 : 30) { elapsed, hasBar in
      Self.line(
        done: now, begun: begun, total: total, unit: unit, elapsed: elapsed,
        bar: hasBar ? 24 : 0)
    }
  }

  /// Ends the show and clears the line.
  func finish() { line.finish() }

  /// One state of progress in words.
  ///
  /// - Parameter bar: How many characters the bar has; 0 for none.
  static func line(
    done: Int, begun: Int = 0, total: Int, unit: String, elapsed: Double, bar: Int
  ) -> String {
    let share = Double(done) / Double(total)
    let filled = Int(share * Double(bar))
    var text = ""
    if bar > 0 {
      text += String(repeating: "█", count: filled)
      text += String(repeating: "░", count: bar - filled) + " "
    }
    text += "\(Int(share * 100)) %, \(done) of \(total) \(unit)"
    guard done > begun, elapsed > 0 else { return text }
    let rate = Double(done - begun) / elapsed
    text +=
      rate < 0.1
      ? ", \(LiveLine.spoken(1 / rate)) each"
      : ", \(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))")/s"
    return text + ", \(LiveLine.spoken(Double(total - done) / rate)) left"
  }
}
