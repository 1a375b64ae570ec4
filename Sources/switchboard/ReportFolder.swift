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
  private var names: [String] = []
  private var temporaries = Temporaries.Entries()

  /// Finds or makes the folder, before the work whose result goes there begins.
  init(_ path: String) throws(Failure) {
    var folder = path
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    self.path = folder
    try makeFolder()
    do throws(SystemError) {
      try FileSystem.checkWritable(folder)
    } catch {
      discard()
      throw Failure(writing: folder, error)
    }
  }

  /// Writes a file of the set under a temporary name.
  ///
  /// - Returns: What the description of the set says about its bytes.
  mutating func write(
    _ name: String, _ render: (inout ByteSink) -> Void
  ) throws(Failure) -> FileDigest {
    do throws(SystemError) {
      let temporary = temporaryPath(name)
      try FileSystem.remove(temporary)
      let file = try FileDescriptor(creating: temporary)
      Temporaries.enter(file: temporary, for: &temporaries)
      names.append(name)
      return try file.fill(render)
    } catch {
      discard()
      throw Failure(writing: "\(path)/\(name)", error)
    }
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
    let pairs = ordered.map { (temporary: temporaryPath($0), final: "\(path)/\($0)") }
    let owned = temporaries
    do {
      try Temporaries.undisturbed { (entries) throws(Failure) in
        do throws(SystemError) {
          try FileSystem.remove("\(path)/\(ReportFolder.description)")
          try FileSystem.synchronizeFolder(path)
          for pair in pairs {
            try FileSystem.rename(pair.temporary, to: pair.final)
          }
          try FileSystem.synchronizeFolder(path)
        } catch {
          throw Failure(writing: path, error)
        }
        entries.keep(owned)
      }
    } catch {
      discard()
      throw error
    }
  }

  /// Removes what has been written so far, and the folder if it was made for it.
  func discard() {
    Temporaries.remove(temporaries)
  }

  private func temporaryPath(_ name: String) -> String {
    "\(path)/.\(name).\(ProcessEnvironment.processNumber).partial"
  }

  /// Makes the folder and those above it, as far as they are not there.
  private mutating func makeFolder() throws(Failure) {
    do throws(FileSystem.FolderError) {
      try FileSystem.makeFolders(path) { Temporaries.enter(folder: $0, for: &temporaries) }
    } catch {
      discard()
      throw Failure(writing: error.path, error.error)
    }
  }
}
