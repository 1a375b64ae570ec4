#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the operating system answered to a call that failed.
struct SystemError: Error, Equatable {
  let number: Int32

  enum Kind {
    case missing, permission, notAFile, cannotCreate, full, brokenPipe, other
  }

  /// What the number means to us.
  var kind: Kind {
    switch number {
    case ENOENT: .missing
    case EACCES, EPERM: .permission
    case EISDIR: .notAFile
    case ENOTDIR, EEXIST, ENAMETOOLONG, ELOOP, EROFS, ENOTEMPTY, EINVAL: .cannotCreate
    case ENOSPC, EDQUOT, EFBIG: .full
    case EPIPE: .brokenPipe
    default: .other
    }
  }

  /// The system's own words, in English whatever the locale, because no locale is ever set.
  var reason: String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  /// What is there is not a file with contents.
  static let notAFile = SystemError(number: EISDIR)
  /// Another process has it.
  static let busy = SystemError(number: EBUSY)

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(number: errno) }
}
