/// Why a file could not be had.
public enum FileFailure: Error, Sendable, Equatable {
  /// There is no such file.
  case missing
  /// The user may not read it.
  case notPermitted
  /// It is not a regular file: a folder, a device, a pipe; or it leads out of its folder.
  case notRegular
  /// It is larger than 16 MB.
  case tooLarge
  /// Reading failed, with the system's reason.
  case failed(String)
}

/// How files are read: a path in, the bytes out. The caller opens files, the reader only names
/// them, so that a test, a browser or a sandbox can bring its own.
public typealias FileReader = (_ path: String) -> Result<[UInt8], FileFailure>

/// The files of one scenario: each read once, and only from where the scenario may read.
struct ScenarioFiles {
  private let read: FileReader
  private let root: String
  private let allowOutside: Bool
  private var known: [String: SourceFile] = [:]
  private var totalSize: Int
  /// How much is read.
  let limits: ReaderLimits

  /// Files below the folder of a scenario.
  ///
  /// - Parameter sizeSoFar: What of the scenario has been read already [bytes].
  init(
    root: String, allowOutside: Bool, sizeSoFar: Int = 0, limits: ReaderLimits = .standard,
    read: @escaping FileReader
  ) {
    self.read = read
    self.root = root
    self.allowOutside = allowOutside
    self.limits = limits
    totalSize = sizeSoFar
  }

  /// The file that a value names.
  ///
  /// - Throws: A diagnostic at the place of the name.
  mutating func file(
    named name: String, at origin: Origin, path: SyntaxPath
  ) throws(Diagnostic) -> SourceFile {
    let shown = DisplayText.quoted(name)
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw Diagnostic(.missingFile, at: origin, path: path, "\(shown) is not the name of a file")
    }
    let place = FilePath.join(origin.file.folder, name)
    guard allowOutside || FilePath.isInside(place, folder: root) else {
      throw Diagnostic(
        .fileOutside, at: origin, path: path, "the file \(shown) is outside the scenario's folder",
        hint: "move it there, or allow it with --allow-outside")
    }
    if let file = known[place] { return file }
    switch read(place) {
    case .success(let bytes):
      totalSize += bytes.count
      guard totalSize <= limits[.totalSize] else {
        throw Diagnostic(
          .limitExceeded, at: origin, path: path,
          "with \(shown) the scenario's files hold more than \(limits.inWords(.totalSize)), "
            + "the limit for all of them")
      }
      let file = SourceFile(path: place, bytes: bytes)
      known[place] = file
      return file
    case .failure(let failure):
      throw Self.diagnostic(failure, shown: shown, at: origin, path: path)
    }
  }

  /// A failure in words.
  static func diagnostic(
    _ failure: FileFailure, shown: String, at origin: Origin?, path: SyntaxPath
  ) -> Diagnostic {
    switch failure {
    case .missing:
      Diagnostic(.missingFile, at: origin, path: path, "there is no file \(shown)")
    case .notPermitted:
      Diagnostic(.unreadableFile, at: origin, path: path, "the file \(shown) may not be read")
    case .notRegular:
      Diagnostic(
        .unreadableFile, at: origin, path: path,
        "\(shown) is not a regular file of the scenario's folder")
    case .tooLarge:
      Diagnostic(
        .fileTooLarge, at: origin, path: path,
        "the file \(shown) is larger than \(ReaderLimits.standard.inWords(.fileSize)), "
          + "the limit for a file")
    case .failed(let reason):
      Diagnostic(
        .unreadableFile, at: origin, path: path, "the file \(shown) cannot be read: \(reason)")
    }
  }
}
