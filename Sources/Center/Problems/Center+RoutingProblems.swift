extension Center {
  /// The highest priority that can be written.
  public static let highestPriority = 1000

  func routingProblems() -> [Problem] {
    var list = ProblemList(prefix: [])
    for channel in channels {
      list.requirePriority(channel.priority, channel.waitWeight, at: ["channels", channel.name])
    }
    for demandClass in demand {
      let path = ["demand", demandClass.name]
      list.requirePriority(demandClass.priority, demandClass.waitWeight, at: path)
      for entry in demandClass.channels {
        list.requirePriority(
          entry.priority, entry.waitWeight, at: path + ["channels", entry.channel])
      }
    }
    for held in Medium.allCases {
      for coming in Medium.allCases where routing.interrupts(held, for: coming) {
        let path = ["routing", "interrupts", held.rawValue]
        if !held.isDeferred {
          list.add(
            path: path, .badValue,
            "a customer of \(held.rawValue) is online; only deferred work is laid aside")
        } else if coming.isDeferred {
          list.add(
            path: path, .badValue,
            "\(coming.rawValue) can wait; only live contacts interrupt")
        }
      }
    }
    guard list.problems.isEmpty else { return list.problems }
    switch routing.contact {
    case .earliestDue where queues.allSatisfy({ target(of: $0) == nil }):
      list.add(
        "routing.contact", .badValue, "no queue has a target, so that no contact is ever due")
    case .weightedWait where Set(queues.map(waitWeight(of:))).count == 1:
      list.add(
        "routing.contact", .badValue,
        "every queue has the same waitWeight, which makes it longest-wait")
    default: break
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func requirePriority(_ priority: Int?, _ weight: Double?, at path: [String])
  {
    if let priority, !(0...Center.highestPriority).contains(priority) {
      add(
        path: path + ["priority"], .badValue,
        "\(priority) is no priority; expected 0…\(Center.highestPriority)")
    }
    if let weight, !(weight > 0 && weight <= 1e6) {
      add(path: path + ["waitWeight"], .badValue, "\(weight); expected above 0, at most 10^6")
    }
  }
}
