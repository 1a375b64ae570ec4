import Synchronization

/// Files and folders that must not survive the program without its result: whoever makes one
/// enters it here, and whoever ends the program removes what is left.
enum Temporaries {
  /// What is there for now.
  struct Entries {
    /// Files to remove.
    fileprivate(set) var files: [String] = []
    /// Folders to remove if they are empty, outer ones first.
    fileprivate(set) var folders: [String] = []

    /// Lets these stay for good.
    mutating func keep(_ kept: Entries) {
      files.removeAll { kept.files.contains($0) }
      folders.removeAll { kept.folders.contains($0) }
    }

    fileprivate mutating func remove(_ entries: Entries) {
      for file in entries.files { try? FileSystem.remove(file) }
      for folder in entries.folders.reversed() { FileSystem.removeFolder(folder) }
      keep(entries)
    }
  }

  private static let entries = Mutex(Entries())

  /// Enters a file, here and among those of its owner.
  static func enter(file: String, for owner: inout Entries) {
    owner.files.append(file)
    entries.withLock { $0.files.append(file) }
  }

  /// Enters a folder, here and among those of its owner.
  static func enter(folder: String, for owner: inout Entries) {
    owner.folders.append(folder)
    entries.withLock { $0.folders.append(folder) }
  }

  /// Removes what one owner has entered.
  static func remove(_ owned: Entries) {
    entries.withLock { $0.remove(owned) }
  }

  /// Runs a step that turns temporaries into results. A signal waits until it is through, so that
  /// a set of files is old or new, never half of each.
  static func undisturbed<Result>(
    _ step: (inout Entries) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try entries.withLock { (entries) throws(Failure) -> Result in try step(&entries) }
  }

  /// Removes what is left.
  static func removeAll() {
    entries.withLock { $0.remove($0) }
  }

  /// Removes what is left unless that means waiting.
  static func removeAllAtOnce() {
    _ = entries.withLockIfAvailable { $0.remove($0) }
  }
}
