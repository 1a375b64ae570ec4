import Reports
import Scenario
import Synchronization

/// A scenario that is read many times with other edits: its files are read from the disk once, so
/// that all readings see the same, and standard input is there for each.
final class ScenarioSource: Sendable {
  /// The file, as the user named it.
  let path: String
  let edits: [String]
  let allowOutside: Bool
  /// All files that there are; `nil`: those of the disk.
  private let kept: [ScenarioFile.Content]?
  private let files = Mutex<[(path: String, contents: Result<[UInt8], FileFailure>)]>([])

  /// Names a scenario.
  ///
  /// - Parameters:
  ///   - path: The file, as the user named it.
  ///   - edits: What `--set` says.
  ///   - allowOutside: Whether files outside the scenario's folder may be read.
  init(_ path: String, edits: [String], allowOutside: Bool) {
    self.path = path
    self.edits = edits
    self.allowOutside = allowOutside
    kept = nil
  }

  /// Names a scenario whose files were read before.
  init(_ path: String, edits: [String], allowOutside: Bool, files: [ScenarioFile.Content]) {
    self.path = path
    self.edits = edits
    self.allowOutside = allowOutside
    kept = files
  }

  /// What was read, in the order in which it was first.
  var contents: [ScenarioFile.Content] {
    files.withLock { files in
      files.compactMap { file in
        guard case .success(let bytes) = file.contents else { return nil }
        return ScenarioFile.Content(path: file.path, bytes: bytes)
      }
    }
  }

  /// Reads the scenario, whatever is wrong with it.
  ///
  /// - Parameter varied: The edits that come after those of `--set`.
  func read(varied: [String]) -> ScenarioReading {
    let reader = ScenarioReader(allowOutside: allowOutside) { [self] file in
      files.withLock { files in
        if let known = files.first(where: { $0.path == file }) { return known.contents }
        let contents =
          kept.map { kept in
            kept.first { $0.path == file }.map { .success($0.bytes) } ?? .failure(.missing)
          } ?? ScenarioFile.contents(of: file, of: path, allowOutside: allowOutside)
        files.append((file, contents))
        return contents
      }
    }
    return reader.read(path, edits: edits, varied: varied)
  }

  /// SHA-256 of everything that was read, in the order in which it was first, of the edits, and of
  /// other texts.
  func hash(also texts: [String]) -> String {
    var hash = SHA256()
    for file in contents {
      hash.update(Array("\(file.bytes.count) ".utf8))
      hash.update(file.bytes)
    }
    for text in edits + texts { hash.update(Array("\(text.utf8.count) \(text)".utf8)) }
    return hash.finish()
  }
}
