import Dispatch
import Synchronization

/// A line on standard error about long work: on a terminal it is redrawn in its place, elsewhere it
/// is written now and then.
///
/// Drawing happens on a thread of its own, so that the line stands there at once and moves while
/// every worker computes.
final class LiveLine: Sendable {
  /// What the line says after so many seconds; on a terminal there is room for a bar.
  typealias Text = @Sendable (_ elapsed: Double, _ hasBar: Bool) -> String

  private struct State {
    var text: Text
    var drawn = ""
    var written = 0.0
    var isFinished = false
  }

  private let console: Console
  private let start = ContinuousClock.now
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "progress", qos: .userInteractive)

  /// How often the line is drawn [ms].
  private static let period = 100
  /// How long work must last before anything is written where no terminal is [s].
  private static let silence = 2.0

  /// Begins to show a line.
  init(_ console: Console, text: @escaping Text) {
    self.console = console
    state = Mutex(State(text: text))
    if console.isTerminal { queue.async { [self] in drawRepeatedly() } }
  }

  /// Says something else. May be called from any thread.
  ///
  /// - Parameters:
  ///   - pause: How long after the last line another is written where no terminal is [s].
  ///   - text: What is said.
  func update(after pause: Double, text: @escaping Text) {
    let elapsed = elapsed
    let line = state.withLock { state -> String? in
      state.text = text
      guard !console.isTerminal, elapsed > LiveLine.silence, elapsed - state.written >= pause
      else { return nil }
      state.written = elapsed
      return text(elapsed, false)
    }
    if let line { console.message(line) }
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
    let elapsed = elapsed
    let line = state.withLock { state -> String? in
      guard !state.isFinished else { return nil }
      let line = state.text(elapsed, true)
      defer { state.drawn = line }
      return state.drawn == line ? "" : line
    }
    guard let line else { return }
    if !line.isEmpty { console.write("\r\u{1B}[K" + line) }
    queue.asyncAfter(deadline: .now() + .milliseconds(LiveLine.period)) { [self] in
      drawRepeatedly()
    }
  }

  /// A time in words, rounded up.
  static func spoken(_ seconds: Double) -> String {
    guard seconds < 1e9 else { return "a long time" }
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    if whole < 7200 { return "\((whole + 30) / 60) min" }
    return "\((whole + 1800) / 3600) h"
  }
}
