#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, by the number that the system knows it by. The one place where bytes pass
/// between the program and the system.
struct FileDescriptor: Sendable {
  let number: Int32

  static let standardInput = FileDescriptor(number: 0)
  static let standardOutput = FileDescriptor(number: 1)
  static let standardError = FileDescriptor(number: 2)

  /// Opens a file for reading, without waiting for the other end of a pipe.
  init(reading path: String) throws(SystemError) {
    number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .last }
  }

  /// Makes a file for writing that does not exist yet.
  init(creating path: String) throws(SystemError) {
    number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard number >= 0 else { throw .last }
  }

  /// Opens a file, to write behind what it has.
  init(appendingTo path: String) throws(SystemError) {
    number = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard number >= 0 else { throw .last }
  }

  private init(number: Int32) {
    self.number = number
  }

  /// Writes all bytes, however many calls it takes.
  func write(_ bytes: borrowing [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(number, buffer.baseAddress! + written, buffer.count - written)
      }
      if result > 0 {
        written += result
      } else if result < 0, errno != EINTR {
        guard errno == EAGAIN || errno == EWOULDBLOCK else { throw .last }
        waitUntilWritable()
      }
    }
  }

  /// All bytes up to the end of the file, at most `limit + 1`: one more than allowed shows the
  /// caller that there is too much, without holding all of it.
  func readToEnd(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = min(piece.count, limit + 1 - bytes.count)
      let result = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe systemRead(number, buffer.baseAddress!, count)
      }
      if result > 0 {
        bytes.append(contentsOf: piece[..<result])
      } else if result == 0 {
        break
      } else if errno != EINTR {
        throw .last
      }
    }
    return bytes
  }

  /// Waits until the bytes are on the disk.
  func synchronize() throws(SystemError) {
    // Some file systems cannot synchronise a folder; there is nothing to wait for then.
    guard fsync(number) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last }
  }

  /// Closes the file, which can report a write that failed late.
  func close() throws(SystemError) {
    guard systemClose(number) == 0 || errno == EINTR else { throw .last }
  }

  /// Whether the other side is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// How many columns the terminal has, if it is one and says so.
  var terminalWidth: Int? {
    var size = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether the file is one with contents: no folder, device or pipe.
  var isRegular: Bool {
    var status = stat()
    return unsafe fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}

/// The names of these calls are also names of methods here.
@unsafe private func systemWrite(
  _ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int
) -> Int {
  unsafe write(file, bytes, count)
}

@unsafe private func systemRead(
  _ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int
) -> Int {
  unsafe read(file, bytes, count)
}

private func systemClose(_ file: Int32) -> Int32 { close(file) }
