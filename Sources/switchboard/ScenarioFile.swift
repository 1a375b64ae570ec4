import Arguments
import Center
import Reports
import Scenario

/// A scenario as the command line names it.
struct ScenarioFile {
  /// The file, as the user named it.
  let path: String
  /// The center it describes.
  var center: Center
  /// SHA-256 of everything that was read for it, and of the edits.
  let hash: String
  /// All that was read for it, in order.
  let files: [Content]

  /// A file that was read.
  struct Content: Equatable {
    let path: String
    let bytes: [UInt8]
  }

  /// The largest file that is read [bytes].
  static let sizeLimit = 16 << 20

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: The file, as the user named it.
  ///   - edits: What `--set` says.
  ///   - allowOutside: Whether files outside the scenario's folder may be read.
  /// - Throws: A failure that holds all diagnostics.
  init(_ path: String, edits: [String], allowOutside: Bool) throws(Failure) {
    let (reading, hash, files) = ScenarioFile.read(
      path, edits: edits, allowOutside: allowOutside)
    guard let center = reading.center, !reading.diagnostics.hasErrors else {
      throw ScenarioFile.failure(reading, path)
    }
    self.path = path
    self.center = center
    self.hash = hash
    self.files = files
  }

  /// Reads a scenario once more from the files that it was read from before; `nil` where these
  /// are not all of them.
  init?(_ path: String, edits: [String], allowOutside: Bool, files: [Content]) {
    let (reading, hash, read) = ScenarioFile.read(
      path, edits: edits, allowOutside: allowOutside
    ) { file in
      files.first { $0.path == file }.map { .success($0.bytes) } ?? .failure(.missing)
    }
    guard let center = reading.center, !reading.diagnostics.hasErrors else { return nil }
    self.path = path
    self.center = center
    self.hash = hash
    self.files = read
  }

  /// Reads several scenarios, and gives those of one name different ones.
  ///
  /// - Throws: A failure with the diagnostics of all of them.
  static func all(
    _ paths: [String], edits: [String], allowOutside: Bool
  ) throws(Failure) -> [ScenarioFile] {
    var scenarios: [ScenarioFile] = []
    var failures: [Failure] = []
    for path in paths {
      do throws(Failure) {
        var scenario = try ScenarioFile(path, edits: edits, allowOutside: allowOutside)
        scenario.center.name = SimulationRun.unused(
          scenario.center.name, among: scenarios.map(\.center.name))
        scenarios.append(scenario)
      } catch {
        if !failures.contains(error) { failures.append(error) }
      }
    }
    if let first = failures.first {
      throw Failure(first.code, failures.compactMap(\.message).joined(separator: "\n"))
    }
    return scenarios
  }

  /// Reads a scenario, whatever is wrong with it.
  static func read(
    _ path: String, edits: [String], allowOutside: Bool
  ) -> (ScenarioReading, hash: String, files: [Content]) {
    read(path, edits: edits, allowOutside: allowOutside) { file in
      contents(of: file, of: path, allowOutside: allowOutside)
    }
  }

  /// Reads a scenario from wherever its files are.
  private static func read(
    _ path: String, edits: [String], allowOutside: Bool, from source: @escaping FileReader
  ) -> (ScenarioReading, hash: String, files: [Content]) {
    var hash = SHA256()
    var files: [Content] = []
    let reader = ScenarioReader(allowOutside: allowOutside) { file in
      let result = source(file)
      if case .success(let bytes) = result {
        files.append(Content(path: file, bytes: bytes))
        hash.update(Array("\(bytes.count) ".utf8))
        hash.update(bytes)
      }
      return result
    }
    let reading = reader.read(path, edits: edits)
    for edit in edits { hash.update(Array("\(edit.utf8.count) \(edit)".utf8)) }
    return (reading, hash.finish(), files)
  }

  /// What is wrong with a scenario, as a failure; notes about what was assumed are left to `check`.
  static func failure(_ reading: ScenarioReading, _ path: String) -> Failure {
    var text = reading.diagnostics.errors.map { $0.rendered() }.joined()
    if reading.diagnostics.omittedErrors > 0 {
      text += "and \(reading.diagnostics.omittedErrors) more\n"
    }
    text = String(text.dropLast())
    switch reading.failure {
    case nil: return Failure(.badData, text)
    case .missing: return Failure(.missingInput, "Check the path \(path): there is no such file.")
    case .notPermitted:
      return Failure(.permission, "Allow reading \(path): permission was refused.")
    case .tooLarge: return Failure(.badData, text)
    case .notRegular: return Failure(.missingInput, "Name a file: \(path) is none.")
    case .failed: return Failure(.inputOutput, text)
    }
  }

  /// The bytes of a file that a scenario names, or of the scenario itself.
  static func contents(
    of file: String, of path: String, allowOutside: Bool
  ) -> Result<[UInt8], FileFailure> {
    let folder = path == "-" ? "." : FileSystem.folder(of: path)
    let root = allowOutside ? nil : FileSystem.resolved(folder)
    // A link must not lead where a name may not.
    let mayBeRead = file == path || root.map { isInside(file, $0) } ?? true
    return mayBeRead ? contents(of: file) : .failure(.notRegular)
  }

  private static func isInside(_ file: String, _ root: String) -> Bool {
    guard let resolved = FileSystem.resolved(file) else { return true }
    return resolved.hasPrefix(root == "/" ? root : root + "/")
  }

  private static func contents(of path: String) -> Result<[UInt8], FileFailure> {
    do throws(SystemError) {
      let bytes = try FileSystem.read(path, limit: sizeLimit)
      return bytes.count > sizeLimit ? .failure(.tooLarge) : .success(bytes)
    } catch {
      switch error.kind {
      case .missing, .cannotCreate: return .failure(.missing)
      case .permission: return .failure(.notPermitted)
      case .notAFile: return .failure(.notRegular)
      case .full, .brokenPipe, .other: return .failure(.failed(error.reason))
      }
    }
  }
}
