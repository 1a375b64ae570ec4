import Reports

extension FileDescriptor {
  /// Writes a whole file, brings it to the disk and closes it, whatever happens.
  ///
  /// - Parameter render: Appends its bytes.
  /// - Returns: How many bytes it wrote, and their hash.
  /// - Throws: The first thing that went wrong.
  func fill(_ render: (inout ByteSink) -> Void) throws(SystemError) -> FileDigest {
    var digest = FileDigest.Builder()
    var failure: SystemError?
    var sink = ByteSink { piece in
      do throws(SystemError) {
        try write(piece)
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
      do throws(SystemError) { try synchronize() } catch { failure = error }
    }
    do throws(SystemError) { try close() } catch { failure = failure ?? error }
    if let failure { throw failure }
    return digest.finish()
  }
}
