/// Why a command ends without its result: a code for programs and a message for people, which
/// begins with what to do.
struct Failure: Error, Equatable {
  let code: ExitCode
  /// `nil` where nobody is left to read it.
  let message: String?

  init(_ code: ExitCode, _ message: String?) {
    self.code = code
    self.message = message
  }

  /// The reader of a pipe has gone: it has what it wanted, and this is no mistake of anybody's.
  static let readerGone = Failure(.ok, nil)
}

extension Failure {
  /// A file named on the command line cannot be read.
  init(reading path: String, _ error: SystemError) {
    switch error.kind {
    case .missing: self.init(.missingInput, "Check the path \(path): there is no such file.")
    case .permission: self.init(.permission, "Allow reading \(path): permission was refused.")
    case .notAFile:
      let kind = FileSystem.isFolder(path) ? "a folder" : "none"
      self.init(.missingInput, "Name a file: \(path) is \(kind).")
    default: self.init(.inputOutput, "Check \(path): \(error.reason).")
    }
  }

  /// A file cannot be made or written.
  ///
  /// - Parameter option: The option that named it.
  init(writing path: String, _ error: SystemError, option: String = "--out") {
    switch error.kind {
    case .permission:
      self.init(.permission, "Allow writing \(path), or choose another \(option): \(error.reason).")
    case .full, .other:
      self.init(.inputOutput, "Make room or check the disk: writing \(path): \(error.reason).")
    case .missing, .notAFile, .cannotCreate, .brokenPipe:
      self.init(
        .cannotCreate, "Choose another \(option): \(path) cannot be made: \(error.reason).")
    }
  }

  /// Standard output does not take what is written to it.
  init(standardOutput error: SystemError) {
    if error.kind == .brokenPipe {
      self = .readerGone
    } else {
      self.init(
        .inputOutput, "Check where the output goes: writing standard output: \(error.reason).")
    }
  }
}
