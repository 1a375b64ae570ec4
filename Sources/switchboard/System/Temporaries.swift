import Synchronization

/// Files that must not survive the program: whoever makes one enters it here, and whoever ends
/// the program removes what is left.
enum Temporaries {
  private static let paths = Mutex<[String]>([])

  static func enter(_ path: String) {
    paths.withLock { $0.append(path) }
  }

  /// Runs a step that turns temporaries into results. A signal waits until it is through, so that
  /// a set of files is old or new, never half of each.
  static func undisturbed<Result>(
    _ step: (inout [String]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try paths.withLock { (paths) throws(Failure) -> Result in try step(&paths) }
  }

  /// Removes what is left.
  static func removeAll() {
    paths.withLock { removeAll(&$0) }
  }

  /// Removes what is left unless that means waiting.
  static func removeAllAtOnce() {
    _ = paths.withLockIfAvailable { removeAll(&$0) }
  }

  private static func removeAll(_ paths: inout [String]) {
    for path in paths { try? FileSystem.remove(path) }
    paths = []
  }
}
