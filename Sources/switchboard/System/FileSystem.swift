#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the program does with names of files, and nothing more.
enum FileSystem {
  /// Reads a whole regular file; `-` is standard input. Whatever could have no end or make the
  /// program wait is refused.
  ///
  /// - Parameter limit: The most bytes that are returned, plus one if there are more [bytes].
  static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    if path == "-" { return try FileDescriptor.standardInput.readToEnd(limit: limit) }
    let file = try FileDescriptor(reading: path)
    defer { try? file.close() }
    guard file.isRegular else { throw SystemError(number: EISDIR) }
    return try file.readToEnd(limit: limit)
  }

  /// Makes a folder; `false` if there is one already.
  static func makeFolder(_ path: String) throws(SystemError) -> Bool {
    if unsafe mkdir(path, 0o777) == 0 { return true }
    let error = SystemError.last
    // Through a link or a mount point the error differs: what counts is whether a folder is there.
    if isFolder(path) { return false }
    throw error
  }

  /// The folder that a path names a file in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The name of a file or folder without links and without `..`, from the root on.
  static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Whether there is a folder of that name.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Checks that a file can be made under a name, or take the place of the file that has it; a
  /// folder or a device is not replaced.
  static func checkReplaceable(_ path: String) throws(SystemError) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw SystemError(number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EEXIST)
    }
    try checkWritable(folder(of: path))
  }

  /// Whether files may be made in the folder.
  static func checkWritable(_ path: String) throws(SystemError) {
    guard unsafe access(path, W_OK | X_OK) == 0 else { throw .last }
  }

  /// Gives a file another name, in one step, in place of what had that name.
  static func rename(_ old: String, to new: String) throws(SystemError) {
    guard systemRename(old, new) == 0 else { throw .last }
  }

  /// Removes a file; that there is none is no error.
  static func remove(_ path: String) throws(SystemError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .last }
  }

  /// Removes a folder if it is empty.
  static func removeFolder(_ path: String) {
    _ = unsafe rmdir(path)
  }

  /// Waits until the names in a folder are on the disk.
  static func synchronizeFolder(_ path: String) throws(SystemError) {
    let folder = try FileDescriptor(reading: path)
    defer { try? folder.close() }
    try folder.synchronize()
  }
}

private func systemRename(_ old: String, _ new: String) -> Int32 {
  unsafe rename(old, new)
}
