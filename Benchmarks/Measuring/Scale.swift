import Foundation

/// A run of many replications by the command line, and the memory that it takes: as much for all of
/// them as for a tenth.
enum Scale {
  /// What any run may take [bytes], and by how much ten times the replications may exceed it: the
  /// pages that an allocator touches by chance.
  private static let limit = 20_000_000
  private static let growthLimit = 3_000_000
  /// Contacts of a replication, in the mean: W1 over one day of warm-up and three counted ones.
  private static let contacts = 1_080 * 24 * 4

  /// Simulates replications of W1, a tenth of them and all.
  ///
  /// - Returns: What happened, and whether memory stayed as it was.
  static func run(replications: Int, workers: Int) throws -> (text: String, checks: [Check]) {
    guard let program = ShippedProgram.url else {
      return ("", [Check("memory is constant", skipped: "build the product switchboard")])
    }
    let queue = MultiServerQueue(perHour: 1_080, talk: 300, agents: 100, days: 3)
    guard case .text(let text) = queue.scenario else { return ("", []) }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonc")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var lines = ["| Replications | Contacts | Peak memory [MB] |", "| ---: | ---: | ---: |"]
    var peaks: [Int] = []
    for count in [replications / 10, replications] {
      let process = Process()
      process.executableURL = program
      process.arguments = [
        "simulate", file.path, "--replications", "\(count)", "--jobs", "\(workers)",
      ]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      var peak = 0
      while process.isRunning {
        peak = peakMemory(of: process.processIdentifier) ?? peak
        Thread.sleep(forTimeInterval: 0.01)
      }
      guard process.terminationStatus == 0 else {
        return ("", [Check("memory is constant", false, "exit code \(process.terminationStatus)")])
      }
      if peak == 0 {
        return ("", [Check("memory is constant", skipped: "this system does not tell")])
      }
      peaks.append(peak)
      lines.append(
        "| \(GrowthTable.grouped(count)) | \(GrowthTable.grouped(count * contacts)) | "
          + "\(megabytes(peaks[peaks.count - 1])) |")
    }
    let growth = peaks[1] - peaks[0]
    return (
      lines.joined(separator: "\n") + "\n",
      [
        Check(
          "replications leave nothing behind", growth <= growthLimit,
          "\(megabytes(growth)) MB more for ten times as many"),
        Check(
          "a program in which a billion contacts have their place", peaks[1] < limit,
          "\(megabytes(peaks[1])) MB, below \(megabytes(limit))"),
      ]
    )
  }

  /// The most memory that a running program ever had resident [bytes]; `nil` where the system does
  /// not tell. (What the system tells of a child that has ended includes its parent.)
  private static func peakMemory(of program: Int32) -> Int? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(program)/status"),
      let line = String(decoding: data, as: UTF8.self).firstMatch(of: /VmHWM:\s*(\d+) kB/),
      let kilobytes = Int(line.output.1)
    else { return nil }
    return kilobytes * 1024
  }

  private static func megabytes(_ bytes: Int) -> Double {
    (Double(bytes) / 1e5).rounded() / 10
  }
}
