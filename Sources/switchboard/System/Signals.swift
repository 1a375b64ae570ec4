import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Stops the program when the user or the system asks for it: the first signal cancels the work
/// and gives it part of half a second to come to an end, the second ends the program at once.
final class Signals {
  /// How long the work may take to notice [ms], so that the program ends within half a second.
  private static let patience = 350
  private static let codes: [(Int32, ExitCode)] = [(SIGINT, .interrupted), (SIGTERM, .terminated)]

  private let received = Received()
  /// Held, because a source that is let go of no longer listens.
  private let sources: [any DispatchSourceSignal]

  /// The code of the signal that has come, if one has.
  var code: ExitCode? { received.code }

  /// Begins to listen.
  ///
  /// - Parameter cancel: Tells the work to stop. Called once, on another thread.
  init(cancel: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "signals", qos: .userInteractive)
    let received = received
    sources = Signals.codes.map { number, code in
      // Blocked until the source listens: a signal that comes before waits, and is not lost.
      let listening = DispatchSemaphore(value: 0)
      Signals.change(SIG_BLOCK, number)
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard received.take(code) else {
          Temporaries.removeAllAtOnce()
          ProcessEnvironment.end(code)
        }
        cancel()
        queue.asyncAfter(deadline: .now() + .milliseconds(Signals.patience)) {
          Temporaries.removeAll()
          ProcessEnvironment.end(code)
        }
      }
      source.setRegistrationHandler { listening.signal() }
      source.activate()
      listening.wait()
      Signals.change(SIG_UNBLOCK, number)
      return source
    }
  }
}

extension Signals {
  /// Blocks or unblocks a signal for this thread.
  private static func change(_ how: Int32, _ number: Int32) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    unsafe pthread_sigmask(how, &set, nil)
  }
}

/// The first signal that came.
private final class Received: Sendable {
  private let first = Mutex<ExitCode?>(nil)

  var code: ExitCode? { first.withLock { $0 } }

  /// Takes a signal; `false` if it is not the first.
  func take(_ code: ExitCode) -> Bool {
    first.withLock { first in
      guard first == nil else { return false }
      first = code
      return true
    }
  }
}
