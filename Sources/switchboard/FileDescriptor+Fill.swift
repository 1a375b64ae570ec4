import Reports

extension FileDescriptor {
  /// Writes what `render` appends, piece by piece.
  ///
  /// - Parameter seen: Is shown each piece that was written.
  func write(
    _ render: (inout ByteSink) -> Void,
    seen: @escaping (borrowing [UInt8]) -> Void = { _ in }
  ) throws(SystemError) {
    var failure: SystemError?
    var sink = ByteSink { piece in
      do throws(SystemError) {
        try write(piece)
        seen(piece)
        return true
      } catch {
        failure = error
        return false
      }
    }
    render(&sink)
    sink.flush()
    if let failure { throw failure }
  }

  /// Writes a whole file, brings it to the disk and closes it, whatever happens.
  ///
  /// - Parameter render: Appends its bytes.
  /// - Returns: How many bytes it wrote, and their hash.
  /// - Throws: The first thing that went wrong.
  func fill(_ render: (inout ByteSink) -> Void) throws(SystemError) -> FileDigest {
    var digest = FileDigest.Builder()
    do throws(SystemError) {
      try write(render) { digest.update($0) }
      try synchronize()
    } catch {
      try? close()
      throw error
    }
    try close()
    return digest.finish()
  }
}
