/// What a contact costs as the center grows: W3 and W1 as a table and a chart.
enum GrowthTable {
  /// A size of the center; times for each contact in the fastest rounds, which the machine's other
  /// programs disturbed least [ns], and the median ratio of the pairs.
  struct Row: Equatable {
    let agents: Int
    let engine: Double
    let floor: Double
    let ratio: Double
  }

  static let header = "| Agents | Engine [ns] | Floor [ns] | Ratio |"
  private static let rule = "| ---: | ---: | ---: | ---: |"

  /// Measures all sizes.
  static func measured(rounds: Int) throws -> [Row] {
    let queues = (MultiServerQueue.growth + [.w1]).sorted { $0.agents < $1.agents }
    var measurements = try queues.map { try Measurement($0.workload("W3")) }
    for _ in 0..<rounds {
      for index in measurements.indices { try measurements[index].runRound() }
    }
    return zip(queues, measurements).map { queue, measurement in
      Row(
        agents: queue.agents, engine: Samples(measurement.engine).minimum.rounded(),
        floor: Samples(measurement.floorTimes).minimum.rounded(),
        ratio: (Samples(measurement.ratios).median * 100).rounded() / 100)
    }
  }

  static func markdown(_ rows: [Row]) -> String {
    let lines = rows.map {
      "| \(grouped($0.agents)) | \(Int($0.engine)) | \(Int($0.floor)) | \($0.ratio) |"
    }
    return ([header, rule] + lines).joined(separator: "\n") + "\n"
  }

  /// The rows of the first such table of a page.
  static func rows(ofPage page: String) -> [Row] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: header[...]) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.compactMap { line in
      let cells = line.split(separator: "|").map { $0.filter { $0.isNumber || $0 == "." } }
      guard cells.count == 4, let agents = Int(cells[0]), let engine = Double(cells[1]),
        let floor = Double(cells[2]), let ratio = Double(cells[3])
      else { return nil }
      return Row(agents: agents, engine: engine, floor: floor, ratio: ratio)
    }
  }

  /// Thousands apart.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}
