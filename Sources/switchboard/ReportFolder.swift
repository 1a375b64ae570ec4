import Reports

/// A folder that receives a set of files, all of them or none.
///
/// Everything is first written to temporary files in the same folder and brought to the disk;
/// only then are they renamed, the description of the set removed first and renamed last. A set
/// without `datapackage.json` is therefore incomplete. Other files in the folder are never
/// touched.
struct ReportFolder {
  /// The file that describes the others.
  static let description = "datapackage.json"

  private let path: String
  private let madeFolders: [String]
  private var names: [String] = []

  /// Finds or makes the folder, before the work whose result goes there begins.
  init(_ path: String) throws(Failure) {
    var folder = path
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    self.path = folder
    madeFolders = try ReportFolder.make(folder)
    do throws(SystemError) {
      try FileSystem.checkWritable(folder)
    } catch {
      throw Failure(writing: folder, error)
    }
  }

  /// Writes a file of the set under a temporary name.
  ///
  /// - Returns: What the description of the set says about its bytes.
  mutating func write(
    _ name: String, _ render: (inout ByteSink) -> Void
  ) throws(Failure) -> FileDigest {
    var digest = FileDigest.Builder()
    do throws(SystemError) {
      let temporary = temporaryPath(name)
      try FileSystem.remove(temporary)
      let file = try FileDescriptor(creating: temporary)
      Temporaries.enter(temporary)
      names.append(name)
      var failure: SystemError?
      var sink = ByteSink { piece in
        do throws(SystemError) {
          try file.write(piece)
          digest.update(piece)
          return true
        } catch {
          failure = error
          return false
        }
      }
      render(&sink)
      sink.flush()
      if failure == nil {
        do throws(SystemError) { try file.synchronize() } catch { failure = error }
      }
      do throws(SystemError) { try file.close() } catch { failure = failure ?? error }
      if let failure { throw failure }
    } catch {
      discard()
      throw Failure(writing: "\(path)/\(name)", error)
    }
    return digest.finish()
  }

  /// Puts all files in their places.
  mutating func commit() throws(Failure) {
    if Task.isCancelled {
      discard()
      throw Failure(.interrupted, nil)
    }
    let path = path
    let ordered =
      names.filter { $0 != ReportFolder.description }
      + names.filter { $0 == ReportFolder.description }
    let temporaries = ordered.map { temporaryPath($0) }
    do {
      try Temporaries.undisturbed { (paths) throws(Failure) in
        do throws(SystemError) {
          try FileSystem.remove("\(path)/\(ReportFolder.description)")
          try FileSystem.synchronizeFolder(path)
          for (name, temporary) in zip(ordered, temporaries) {
            try FileSystem.rename(temporary, to: "\(path)/\(name)")
          }
          try FileSystem.synchronizeFolder(path)
        } catch {
          throw Failure(writing: path, error)
        }
        paths.removeAll { temporaries.contains($0) }
      }
    } catch {
      discard()
      throw error
    }
  }

  /// Removes what has been written so far, and the folder if it was made for it.
  func discard() {
    Temporaries.removeAll()
    for folder in madeFolders.reversed() { FileSystem.removeFolder(folder) }
  }

  private func temporaryPath(_ name: String) -> String {
    "\(path)/.\(name).\(ProcessEnvironment.processNumber).partial"
  }

  /// Makes the folder and those above it, and returns the ones that were not there.
  private static func make(_ path: String) throws(Failure) -> [String] {
    var made: [String] = []
    var prefix = path.hasPrefix("/") ? "/" : ""
    do throws(SystemError) {
      for part in path.split(separator: "/") {
        prefix += prefix.isEmpty || prefix == "/" ? "\(part)" : "/\(part)"
        if try FileSystem.makeFolder(prefix) { made.append(prefix) }
      }
    } catch {
      for folder in made.reversed() { FileSystem.removeFolder(folder) }
      throw Failure(writing: prefix, error)
    }
    return made
  }
}
