#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are read again before they are written on.
extension FileDescriptor {
  /// Opens a file for reading and writing, and makes it if there is none.
  init(updating path: String) throws(SystemError) {
    number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
    guard number >= 0 else { throw .last }
  }

  /// Opens a file with contents for this process alone, and makes it where there is none.
  ///
  /// - Throws: `.busy` where another process has it.
  static func exclusive(_ path: String) throws(SystemError) -> FileDescriptor {
    while true {
      let file = try FileDescriptor(updating: path)
      guard file.isRegular else {
        try file.close()
        throw SystemError.notAFile
      }
      guard try file.lock() else {
        try file.close()
        throw SystemError.busy
      }
      // The process that had it may just have finished and renamed or removed it.
      if file.isNamed(path) { return file }
      try file.close()
    }
  }

  /// Takes the file for this process until it is closed; `false` if another process has it.
  func lock() throws(SystemError) -> Bool {
    if flock(number, LOCK_EX | LOCK_NB) == 0 { return true }
    // Some file systems know no locks: there the user sees to it that one process writes.
    guard errno == EWOULDBLOCK || errno == ENOLCK || errno == ENOTSUP || errno == EINVAL else {
      throw .last
    }
    return errno != EWOULDBLOCK
  }

  /// The size of the file [bytes].
  var size: Int {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether the file is still the one of that name.
  func isNamed(_ path: String) -> Bool {
    var own = stat()
    var named = stat()
    return unsafe fstat(number, &own) == 0 && lstat(path, &named) == 0
      && own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  /// Cuts the file off after so many bytes, where writing goes on.
  func cut(after count: Int) throws(SystemError) {
    guard ftruncate(number, off_t(count)) == 0, lseek(number, off_t(count), SEEK_SET) >= 0 else {
      throw .last
    }
  }

  /// The next bytes: `count` of them, or as many as are left.
  func read(_ count: Int) throws(SystemError) -> [UInt8] {
    guard count > 0 else { return [] }
    return try readToEnd(limit: count - 1)
  }
}
