import Dispatch
import Synchronization

/// Shows on standard error how far long work has come: a bar on a terminal, at most a line per
/// tenth elsewhere.
///
/// Drawing happens on a thread of its own, so that the bar stands there at once and moves while
/// every worker computes.
final class ProgressMeter: Sendable {
  private struct State {
    var done = 0
    var tenth = 0
    var isFinished = false
    var line = ""
  }

  private let total: Int
  private let unit: String
  private let console: Console
  private let start = ContinuousClock.now
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "progress", qos: .userInteractive)

  /// How often the bar is drawn [ms].
  private static let period = 100
  /// How long work must last before lines about it are written where no terminal is [s].
  private static let silence = 2.0

  /// Begins to show progress.
  ///
  /// - Parameters:
  ///   - total: How many steps there are, `≥ 1`.
  ///   - unit: What the steps are, in the plural.
  ///   - console: Where it is shown.
  init(total: Int, unit: String, console: Console) {
    self.total = max(1, total)
    self.unit = unit
    self.console = console
    if console.isTerminal { queue.async { [self] in drawRepeatedly() } }
  }

  /// Says how many steps are done. May be called from any thread.
  func update(done: Int) {
    let tenth = state.withLock { state -> Int? in
      state.done = max(state.done, done)
      let tenth = state.done * 10 / total
      guard tenth > state.tenth else { return nil }
      state.tenth = tenth
      return tenth
    }
    guard let tenth, tenth < 10, !console.isTerminal, elapsed > ProgressMeter.silence else {
      return
    }
    console.message(
      ProgressMeter.line(done: done, total: total, unit: unit, elapsed: elapsed, bar: 0))
  }

  /// Ends the show and clears the line.
  func finish() {
    state.withLock { $0.isFinished = true }
    if console.isTerminal { queue.sync { console.write("\r\u{1B}[K") } }
  }

  private var elapsed: Double {
    let duration = (ContinuousClock.now - start).components
    return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
  }

  private func drawRepeatedly() {
    let (done, isFinished) = state.withLock { ($0.done, $0.isFinished) }
    guard !isFinished else { return }
    let line = ProgressMeter.line(
      done: done, total: total, unit: unit, elapsed: elapsed, bar: 24)
    let isNew = state.withLock { state in
      defer { state.line = line }
      return state.line != line
    }
    if isNew { console.write("\r\u{1B}[K" + line) }
    queue.asyncAfter(deadline: .now() + .milliseconds(ProgressMeter.period)) { [self] in
      drawRepeatedly()
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
    return text + ", \(spoken(Double(total - done) / rate)) left"
  }

  private static func spoken(_ seconds: Double) -> String {
    guard seconds < 1e9 else { return "a long time" }
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    if whole < 7200 { return "\((whole + 30) / 60) min" }
    return "\((whole + 1800) / 3600) h"
  }
}
