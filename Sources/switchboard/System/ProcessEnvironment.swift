#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What surrounds the process.
enum ProcessEnvironment {
  /// The value of an environment variable.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }

  /// Keeps the program alive when a pipe breaks or a file grows too large, and keeps the numbers of the standard files to
  /// themselves: a report that happened to be opened as file 1 would get every message to come.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      // Opened the wrong way round, so that using it fails as a closed file does.
      _ = unsafe open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Ends the process at once; nothing more is written.
  static func end(_ code: ExitCode) -> Never {
    _exit(code.rawValue)
  }
}
