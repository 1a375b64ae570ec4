import CenterSimulation
import Reports

/// W10: rows of `contacts.csv`, written to a sink that keeps nothing.
struct ContactRows {
  /// Rows of a round.
  static let rows = 1_000_000
  /// Rounds that are measured at most: one takes a second.
  private static let mostRounds = 5

  /// Processor time for each row, by round [ns].
  private(set) var times: [Double] = []
  private(set) var checks: [Check] = []

  /// Rows of a trace of W1, over and over under the numbers of other replications.
  init(rounds: Int) throws {
    let simulation = try MultiServerQueue.w1.workload("W1").scenario.simulation()
    let contacts = try simulation.trace(seed: Measurement.seed, replication: 0).contacts
    let report = ContactReport(simulation.center)
    checks = [Self.check(contacts, report)]
    for _ in 0..<min(rounds, Self.mostRounds) {
      times.append(
        ProcessorTime.measure {
          var left = Self.rows
          var replication = 0
          var sink = ByteSink { _ in true }
          while left > 0 {
            let part = left < contacts.count ? Array(contacts[..<left]) : contacts
            report.write(part, replication: replication, to: &sink)
            left -= part.count
            replication += 1
          }
          sink.flush()
        } / Double(Self.rows))
    }
  }

  /// The waits of the rows must be those of the contacts, to the microsecond that is written.
  private static func check(_ contacts: [TracedContact], _ report: ContactReport) -> Check {
    let bytes = ByteSink.bytes { sink in report.write(contacts, replication: 0, to: &sink) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let column = ContactReport.columns.firstIndex { $0.name == "wait_s" } ?? 0
    var written = 0.0
    for line in lines {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      written += Double(String(decoding: fields[column], as: UTF8.self)) ?? 0
    }
    let waits = contacts.reduce(0.0) { sum, contact in
      guard let queued = contact.queuedAt, let end = contact.answeredAt ?? contact.leftAt
      else { return sum }
      return sum + (end - queued)
    }
    return Check(
      "W10: every contact has a line, and its wait is there",
      lines.count == contacts.count && abs(written - waits) < 1e-6 * Double(contacts.count),
      "\(lines.count) lines, waits of \(written) s and \(waits) s")
  }
}
