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

  /// Makes a folder and those above it, as far as they are not there.
  ///
  /// - Parameter made: Told of each that has been made, outer ones first.
  static func makeFolders(
    _ path: String, made: (String) -> Void
  ) throws(FolderError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix == "/" ? "\(part)" : "/\(part)"
      do throws(SystemError) {
        if try makeFolder(prefix) { made(prefix) }
      } catch {
        throw FolderError(path: prefix, error: error)
      }
    }
  }

  /// Which folder could not be made.
  struct FolderError: Error {
    let path: String
    let error: SystemError
  }

  /// The names of what is in a folder, in the order of their bytes.
  static func names(inFolder path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .last }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else { throw .last }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 1) {
            unsafe String(cString: $0)
          }
        })
    }
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

  /// Whether two paths name the same file, there or not.
  static func isSamePlace(_ first: String, _ second: String) -> Bool {
    func place(_ path: String) -> String {
      let name = path.split(separator: "/").last ?? ""
      return resolved(path) ?? "\(resolved(folder(of: path)) ?? folder(of: path))/\(name)"
    }
    return place(first) == place(second)
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

  /// Whether there is a file with contents of that name.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
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
