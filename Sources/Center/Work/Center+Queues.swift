public import Stochastics

/// A queue: one demand class on one channel, by their positions in the center.
public struct Queue: Sendable, Hashable {
  /// The position of its channel in `Center.channels`.
  public var channel: Int
  /// The position of its class in `Center.demand`.
  public var demandClass: Int

  /// A queue of the channel and class at these positions.
  public init(channel: Int, demandClass: Int) {
    self.channel = channel
    self.demandClass = demandClass
  }
}

extension Center {
  /// The channel that customers reach who try `name` first: the channel of that name, else the
  /// first of that medium, else the fallback; `nil` when there is none.
  public func channelReached(byTrying name: String) -> Int? {
    offeredChannel(named: name) ?? fallbackChannelIndex
  }

  /// The position of the fallback channel.
  public var fallbackChannelIndex: Int? {
    fallbackChannel.flatMap { name in channels.firstIndex { $0.name == name } }
  }

  /// The channel of this design that `name` stands for: a channel's name or a medium.
  public func offeredChannel(named name: String) -> Int? {
    channels.firstIndex { $0.name == name } ?? channels.firstIndex { $0.medium.rawValue == name }
  }

  /// What a class does on a channel: its entry for the channel's name, else for its medium.
  public func work(of demandClass: Int, on channel: Int) -> ClassChannel? {
    let entries = demand[demandClass].channels
    let channel = channels[channel]
    return entries.first { $0.channel == channel.name }
      ?? entries.first { $0.channel == channel.medium.rawValue }
  }

  /// Every queue that contacts can reach, by share, by fallback, by coming back or by transfer; by
  /// channel, then by class, in the order of the file. Reports have one row for each.
  public var queues: [Queue] {
    var reached = Array(
      repeating: Array(repeating: false, count: demand.count), count: channels.count)
    for (index, demandClass) in demand.enumerated() {
      for entry in demandClass.channels where entry.share.easy > 0 || entry.share.hard > 0 {
        if let channel = channelReached(byTrying: entry.channel) { reached[channel][index] = true }
        // A closed live channel sends its customers to the fallback as well.
        if let offered = offeredChannel(named: entry.channel),
          !channels[offered].medium.isDeferred, channels[offered].hours != .always,
          let fallback = fallbackChannelIndex
        {
          reached[fallback][index] = true
        }
      }
    }
    // Each of these ways may lead on to the others.
    var before: [[Bool]]
    repeat {
      before = reached
      addSteered(to: &reached)
      addChanges(to: &reached)
      addTransfers(to: &reached)
    } while reached != before
    var queues: [Queue] = []
    for channel in channels.indices {
      for demandClass in demand.indices where reached[channel][demandClass] {
        queues.append(Queue(channel: channel, demandClass: demandClass))
      }
    }
    return queues
  }

  /// Offers lead on from every channel that a class reaches; an offer is made once.
  private func addSteered(to reached: inout [[Bool]]) {
    let before = reached
    for offer in steering where offer.share > 0 && offer.accepted > 0 {
      guard let from = channels.firstIndex(where: { $0.name == offer.from }),
        let to = channels.firstIndex(where: { $0.name == offer.to })
      else { continue }
      for demandClass in demand.indices where before[from][demandClass] {
        reached[to][demandClass] = true
      }
    }
    // Who was steered may be sent on from a door that has closed meanwhile.
    guard let fallback = fallbackChannelIndex else { return }
    for (channel, classes) in reached.enumerated()
    where !channels[channel].medium.isDeferred && channels[channel].hours != .always {
      for demandClass in demand.indices
      where classes[demandClass] && !before[channel][demandClass] {
        reached[fallback][demandClass] = true
      }
    }
  }

  /// Adds what agents pass on: further queues, and from there others.
  private func addTransfers(to reached: inout [[Bool]]) {
    var open = channels.indices.flatMap { channel in
      demand.indices.filter { reached[channel][$0] }.map {
        Queue(channel: channel, demandClass: $0)
      }
    }
    while let queue = open.popLast() {
      guard let next = destination(ofTransfersFrom: queue), !reached[next.channel][next.demandClass]
      else { continue }
      reached[next.channel][next.demandClass] = true
      open.append(next)
    }
  }

  /// The promise for a queue: the class's own, else the channel's.
  public func target(of queue: Queue) -> Target? {
    work(of: queue.demandClass, on: queue.channel)?.target ?? channels[queue.channel].target
  }

  /// The patience in a live queue: the class's own, else the channel's; `nil` for ever.
  public func patience(of queue: Queue) -> Distribution? {
    guard !channels[queue.channel].medium.isDeferred else { return nil }
    return work(of: queue.demandClass, on: queue.channel)?.patience
      ?? channels[queue.channel].patience
  }

  /// The wrap-up of a queue: the class's own, else the channel's.
  public func wrapUp(of queue: Queue) -> Distribution? {
    work(of: queue.demandClass, on: queue.channel)?.wrapUp ?? channels[queue.channel].wrapUp
  }

  /// The resolution rate in a queue: the channel entry's own, else the class's.
  public func resolutionRate(of queue: Queue) -> Graded {
    work(of: queue.demandClass, on: queue.channel)?.resolutionRate
      ?? demand[queue.demandClass].resolutionRate
  }

  /// The self-service tools that a contact of `channel` meets before its queue, in order.
  public func tools(onChannel channel: Int) -> [Int] {
    selfService.indices.filter { tool in
      if case .onChannels(let names) = selfService[tool].stage {
        return names.contains(channels[channel].name)
      }
      return false
    }
  }

  /// The self-service tools tried before any contact, in order, with the share that tries each.
  public var toolsBeforeContact: [(tool: Int, adoption: Double)] {
    selfService.indices.compactMap { tool in
      if case .beforeContact(let adoption) = selfService[tool].stage { return (tool, adoption) }
      return nil
    }
  }
}
