import Foundation

/// What the workloads cost when somebody last recorded it, for one toolchain on one kind of
/// processor: another compiler makes other instructions.
struct Baseline: Codable, Equatable {
  /// The toolchain and the processor, such as `swift-6.3.1-linux-x86_64`.
  let toolchain: String
  /// By workload: instructions for each contact.
  var instructions: [String: Double] = [:]
  /// By workload: the engine's time over the floor's, median of the rounds.
  var ratios: [String: Double] = [:]

  /// Instructions may go up by this share.
  static let instructionTolerance = 0.01
  /// The ratio of times may go up by this share. It is wider, because caches differ between
  /// machines of one kind and are shared with whatever else runs: on two busy cores engine and floor
  /// moved apart by 17 %. The instructions are what is watched closely.
  static let ratioTolerance = 0.25

  static let folder = "Benchmarks/Baselines"

  static func path(of toolchain: String) -> String { "\(folder)/\(toolchain).json" }

  /// The baseline of a toolchain, below the working directory; `nil` if nobody has recorded one.
  static func read(_ toolchain: String) throws -> Baseline? {
    guard let data = FileManager.default.contents(atPath: path(of: toolchain)) else { return nil }
    return try JSONDecoder().decode(Baseline.self, from: data)
  }

  /// Writes the baseline to its file.
  func record() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    var text = String(decoding: try encoder.encode(self), as: UTF8.self)
    text += "\n"
    try Data(text.utf8).write(to: URL(filePath: Self.path(of: toolchain)), options: .atomic)
  }
}

/// The compiler that `swift run` has just used, as the name of a baseline.
enum Toolchain {
  static func name() throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "--version"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let version = text.firstMatch(of: /Swift version (\S+)/)
    else { return "swift-unknown-\(system)-\(processor)" }
    return "swift-\(version.output.1)-\(system)-\(processor)"
  }

  private static var system: String {
    #if os(Linux)
      "linux"
    #elseif os(macOS)
      "macos"
    #else
      "other"
    #endif
  }

  private static var processor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}
