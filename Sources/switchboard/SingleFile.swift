import Reports

/// A file that is written whole or not at all, in place of one that is there.
struct SingleFile {
  private let path: String
  private let option: String

  /// A file that does not have to exist; that it can be written is checked before the work whose
  /// result goes there begins.
  ///
  /// - Parameter option: The option that named it, for messages.
  init(_ path: String, option: String) throws(Failure) {
    self.path = path
    self.option = option
    do throws(SystemError) {
      try FileSystem.checkReplaceable(path)
    } catch {
      throw Failure(writing: path, error, option: option)
    }
  }

  /// Writes the file under a temporary name beside its own, and puts it in place when it is
  /// complete.
  ///
  /// - Parameter render: Appends its bytes.
  func write(_ render: (inout ByteSink) -> Void) throws(Failure) {
    let temporary = "\(path).\(ProcessEnvironment.processNumber).partial"
    var temporaries = Temporaries.Entries()
    do throws(SystemError) {
      try FileSystem.remove(temporary)
      let file = try FileDescriptor(creating: temporary)
      Temporaries.enter(file: temporary, for: &temporaries)
      _ = try file.fill(render)
    } catch {
      Temporaries.remove(temporaries)
      throw Failure(writing: path, error, option: option)
    }
    if Task.isCancelled {
      Temporaries.remove(temporaries)
      throw Failure(.interrupted, nil)
    }
    let owned = temporaries
    try Temporaries.undisturbed { (entries) throws(Failure) in
      do throws(SystemError) {
        try FileSystem.rename(temporary, to: path)
        try FileSystem.synchronizeFolder(FileSystem.folder(of: path))
      } catch {
        throw Failure(writing: path, error, option: option)
      }
      entries.keep(owned)
    }
  }
}
