import Reports

/// The one way to standard output. Nothing is printed: `print` would not notice a full disk.
struct StandardOutput: Sendable {
  /// Whether a person is reading along.
  let isTerminal = FileDescriptor.standardOutput.isTerminal

  /// Writes what `render` appends.
  ///
  /// - Throws: ``Failure/readerGone`` when a pipe breaks; a failure with ``ExitCode/inputOutput``
  ///   when the output is closed, full or broken.
  func write(_ render: (inout ByteSink) -> Void) throws(Failure) {
    do throws(SystemError) {
      try FileDescriptor.standardOutput.write(render)
    } catch {
      throw Failure(standardOutput: error)
    }
  }

  /// Closes standard output at the end of the program, because some systems report a failed write
  /// only then.
  func close() throws(Failure) {
    do throws(SystemError) {
      try FileDescriptor.standardOutput.close()
    } catch {
      throw Failure(standardOutput: error)
    }
  }
}
