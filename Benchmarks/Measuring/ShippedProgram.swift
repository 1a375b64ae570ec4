import Foundation

/// `switchboard`, as it was built beside this program.
enum ShippedProgram {
  /// - Returns: `nil` where it has not been built.
  static var url: URL? {
    let own = URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    let program = own.deletingLastPathComponent().appending(path: "switchboard")
    return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
  }
}
