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
      try fill(file, render)
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

  private func fill(
    _ file: FileDescriptor, _ render: (inout ByteSink) -> Void
  ) throws(SystemError) {
    var failure: SystemError?
    var sink = ByteSink { piece in
      do throws(SystemError) {
        try file.write(piece)
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
  }
}
