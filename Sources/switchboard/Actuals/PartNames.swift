import Center
import Experiments
import Scenario

/// What queues of an export may be called.
struct PartNames {
  struct Part: Equatable {
    let name: String
    let row: Row
    let queues: Set<Int>
  }

  private let parts: [Part]
  private let only: Part?
  private let names: [(export: String?, part: String)]

  init(_ center: Center, names: [String]) throws(Failure) {
    let queues = center.queues
    var parts: [Part] = []
    func add(_ name: String, _ row: Row, where isMember: (Queue) -> Bool) {
      let members = queues.indices.filter { isMember(queues[$0]) }
      // A channel and a class of one name: the channel is meant.
      guard !members.isEmpty, !parts.contains(where: { $0.name == name }) else { return }
      parts.append(Part(name: name, row: row, queues: Set(members)))
    }
    for (index, channel) in center.channels.enumerated() {
      add(channel.name, Row(level: .channel, name: channel.name)) { $0.channel == index }
    }
    let live = parts.filter { part in
      center.channels.contains { $0.name == part.name && !$0.medium.isDeferred }
    }
    only = live.count == 1 ? live[0] : nil
    for queue in queues {
      let (channel, demandClass) = (
        center.channels[queue.channel].name, center.demand[queue.demandClass].name
      )
      add(
        "\(channel)/\(demandClass)",
        Row(level: .queue, name: channel, demandClass: demandClass)
      ) { $0 == queue }
    }
    for (index, demandClass) in center.demand.enumerated() {
      add(demandClass.name, Row(level: .all, demandClass: demandClass.name)) {
        $0.demandClass == index
      }
    }
    self.parts = parts
    self.names = names.map { text in
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      return sides.count == 2 ? (sides[0], sides[1]) : (nil, text)
    }
    for (index, name) in self.names.enumerated()
    where self.names[..<index].contains(where: {
      $0.export?.lowercased() == name.export?.lowercased()
    }) {
      throw Failure(
        .misuse,
        "Give --queue once for \(name.export.map { "\"\($0)\"" } ?? "a table of one queue"): a queue "
          + "is one part.")
    }
  }

  /// A queue that the user explains and that none of the rows has.
  func unused(among queues: [String]) -> String? {
    let present = Set(queues.map { $0.lowercased() })
    return names.lazy.compactMap(\.export).first { !present.contains($0.lowercased()) }
  }

  /// The part that a row is about.
  func part(_ record: ActivityTable.Record, of path: String) throws(Failure) -> Part {
    let given = names.last {
      $0.export.map { $0.lowercased() == record.queue.lowercased() } ?? record.queue.isEmpty
    }
    if let given {
      if let part = known(given.part) { return part }
      throw Failure(
        .misuse, "Change --queue: \"\(given.part)\" is none of \(list(quoted: parts.map(\.name))).")
    }
    if record.queue.isEmpty {
      if let only { return only }
      throw Failure(
        .misuse,
        "Say with --queue what the table is about: one of \(list(quoted: parts.map(\.name))).")
    }
    if let part = known(record.queue) { return part }
    throw Failure(
      .badData,
      "\(path):\(record.line): say what this queue is, such as --queue "
        + "'\(record.queue)=\(parts.first?.name ?? "")': the scenario has no part "
        + "\"\(record.queue)\", only \(list(quoted: parts.map(\.name))).")
  }

  private func known(_ name: String) -> Part? {
    parts.first { $0.name == name }
      ?? parts.first { $0.name.lowercased() == name.lowercased() }
  }

  private func list(quoted names: [String]) -> String {
    names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}
