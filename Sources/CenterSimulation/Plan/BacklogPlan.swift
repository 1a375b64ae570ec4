import Center

/// Contacts of one class that wait in one channel when the simulation begins.
struct BacklogPlan: Sendable {
  let demandClass: Int32
  let channel: Int32
  let count: Int32

  static func all(_ center: Center) -> [BacklogPlan] {
    center.demand.enumerated().flatMap { index, demandClass in
      demandClass.channels.compactMap { entry in
        guard entry.startingBacklog > 0, let channel = center.offeredChannel(named: entry.channel)
        else { return nil }
        return BacklogPlan(
          demandClass: Int32(index), channel: Int32(channel),
          count: Int32(entry.startingBacklog))
      }
    }
  }
}
