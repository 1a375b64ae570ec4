public import Stochastics

extension Center {
  /// The center with longer or shorter talks and wrap-ups in some queues.
  ///
  /// Where two queues take their work from one entry of a class (by the medium of both channels),
  /// the first one's factor holds.
  ///
  /// - Parameter factors: Queues, and what their talk time and wrap-up are multiplied by; `> 0`.
  /// - Throws: `DistributionError` where a distribution cannot be as long or as short.
  public func scalingWork(
    _ factors: [(queue: Queue, factor: Double)]
  ) throws(DistributionError) -> Center {
    var center = self
    var done: Set<[Int]> = []
    for (queue, factor) in factors where factor != 1 {
      let channel = channels[queue.channel]
      let entries = demand[queue.demandClass].channels
      guard
        let entry = entries.firstIndex(where: { $0.channel == channel.name })
          ?? entries.firstIndex(where: { $0.channel == channel.medium.rawValue }),
        done.insert([queue.demandClass, entry]).inserted
      else { continue }
      if let talkTime = entries[entry].talkTime {
        center.demand[queue.demandClass].channels[entry].talkTime = try talkTime.scaled(by: factor)
      }
      if let wrapUp = wrapUp(of: queue) {
        center.demand[queue.demandClass].channels[entry].wrapUp = try wrapUp.scaled(by: factor)
      }
    }
    return center
  }
}
