import Center
import CenterSimulation
import OutputAnalysis

extension DesignAccumulator {
  /// Appends all that is kept of a block, bit by bit.
  func write(to writer: inout ByteWriter) {
    writer.append(count: contacts)
    writer.append(count: events)
    writer.append(records: moments)
    writer.append(days: days)
    writer.append(quantiles: waitQuantiles)
    writer.append(quantiles: backlogAges)
    writer.append(records: waits)
    writer.append(records: longestWait)
    writer.append(records: longestQueue)
    for team in agents {
      writer.append(count: team.count)
      writer.append(records: team)
    }
    writer.append(records: queueSums)
    writer.append(records: teamSums)
    writer.append(records: campaignSums)
    writer.append(records: cellEstimates)
    writer.append(records: cellsFilled)
    writer.append(records: headline)
  }

  /// Reads what is kept of a block of `replications`.
  ///
  /// Sums of the counts of all blocks of an experiment cannot overflow, whatever the bytes.
  init(
    from reader: inout ByteReader, replications: Int, layout: DesignLayout
  ) throws(UnreadableBytes) {
    self.init(layout)
    self.replications = replications
    contacts = try reader.count(upTo: Self.largestCount)
    events = try reader.count(upTo: Self.largestCount)
    try reader.fill(records: &moments)
    try reader.fill(days: &days)
    try reader.fill(quantiles: &waitQuantiles, replications: replications, layout: layout)
    try reader.fill(quantiles: &backlogAges, replications: replications, layout: layout)
    try reader.fill(records: &waits)
    try reader.fill(records: &longestWait)
    try reader.fill(records: &longestQueue)
    for _ in 0..<layout.rows.teamCount {
      let count = try reader.count(
        upTo: Center.mostHands - agents.reduce(0) { $0 + $1.count })
      agents.append(Array(repeating: AgentLoad(), count: count))
      try reader.fill(records: &agents[agents.count - 1])
    }
    try reader.fill(records: &queueSums)
    try reader.fill(records: &teamSums)
    try reader.fill(records: &campaignSums)
    try reader.fill(records: &cellEstimates)
    try reader.fill(records: &cellsFilled)
    headline = Array(repeating: 0, count: replications * 2 * layout.headline.count)
    try reader.fill(records: &headline)
    let counts = 0...Self.largestCount
    guard moments.allSatisfy({ $0.count == replications }),
      cellEstimates.allSatisfy({ $0.count == replications }),
      cellsFilled.allSatisfy({ (0...replications).contains($0) }),
      waits.allSatisfy(counts.contains), longestQueue.allSatisfy(counts.contains)
    else { throw UnreadableBytes() }
  }

  /// More of anything than a block can hold.
  private static let largestCount = 1 << 40
}

extension ByteWriter {
  fileprivate mutating func append(days: [DayDistribution]) {
    for day in days {
      let parts = day.parts
      append(count: parts.counts.count)
      guard !parts.counts.isEmpty else { continue }
      append(records: [parts.minimum, parts.maximum])
      append(records: [parts.firstBin])
      append(records: parts.counts)
    }
  }

  fileprivate mutating func append(quantiles: [QuantileAccumulator]) {
    for quantile in quantiles {
      append(count: quantile.count)
      let numbers = quantile.numbers
      append(count: (numbers.count - 3) / QuantileAccumulator.numbersOfEdge)
      append(fields: Array(numbers[..<3]), of: 3)
      append(fields: Array(numbers[3...]), of: QuantileAccumulator.numbersOfEdge)
    }
  }

  /// Appends numbers of which every `width` belong together, field by field.
  private mutating func append(fields numbers: [Double], of width: Int) {
    for field in 0..<width {
      append(
        words: stride(from: field, to: numbers.count, by: width).lazy.map {
          numbers[$0].bitPattern
        })
    }
  }
}

extension ByteReader {
  fileprivate mutating func fill(days: inout [DayDistribution]) throws(UnreadableBytes) {
    for slot in days.indices {
      let scale = days[slot].scale
      let count = try count(upTo: scale.bins.count)
      guard count > 0 else { continue }
      var extremes = [0.0, 0]
      var first = [0]
      var counts = Array(repeating: 0, count: count)
      try fill(records: &extremes)
      try fill(records: &first)
      try fill(records: &counts)
      guard
        let day = DayDistribution(
          scale: scale,
          DayDistribution.Parts(
            minimum: extremes[0], maximum: extremes[1], firstBin: first[0], counts: counts))
      else { throw UnreadableBytes() }
      days[slot] = day
    }
  }

  fileprivate mutating func fill(
    quantiles: inout [QuantileAccumulator], replications: Int, layout: DesignLayout
  ) throws(UnreadableBytes) {
    for row in quantiles.indices {
      let count = try count(upTo: replications)
      let edges = try self.count(upTo: layout.bins.count)
      var numbers = Array(repeating: 0.0, count: 3 + edges * QuantileAccumulator.numbersOfEdge)
      try fill(fields: &numbers, from: 0, of: 3, records: 1)
      try fill(fields: &numbers, from: 3, of: QuantileAccumulator.numbersOfEdge, records: edges)
      guard let quantile = QuantileAccumulator(replications: count, numbers: numbers) else {
        throw UnreadableBytes()
      }
      quantiles[row] = quantile
    }
  }

  private mutating func fill(
    fields numbers: inout [Double], from first: Int, of width: Int, records: Int
  ) throws(UnreadableBytes) {
    for field in 0..<width {
      for (record, word) in try words(records).enumerated() {
        numbers[first + record * width + field] = Double(bitPattern: word)
      }
    }
  }
}
