import Foundation
import Testing

/// The built program, run as a process of its own.
enum CommandLineTool {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The program, beside the bundle of the tests.
  static let url: URL = {
    var folder = Bundle.main.bundleURL
    for candidate in CommandLine.arguments + [Bundle.main.bundlePath]
    where candidate.contains(".xctest") {
      folder = URL(filePath: candidate)
    }
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appending(path: "switchboard")
  }()

  /// Runs the program to its end.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(url, arguments, input: input, environment: environment)
  }

  /// Runs a line of the shell in which `$S` is the program.
  static func shell(_ line: String) throws -> Outcome {
    try run(
      URL(filePath: "/bin/bash"), ["-c", line], input: "", environment: ["S": url.path])
  }

  private static func run(
    _ program: URL, _ arguments: [String], input: String, environment: [String: String]
  ) throws -> Outcome {
    try #require(FileManager.default.isExecutableFile(atPath: url.path), "\(url.path)")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self))
  }
}

/// A folder that is gone after the test.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "switchboard-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The names of what is in the folder, hidden ones included.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
