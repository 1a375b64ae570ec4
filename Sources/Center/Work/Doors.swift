/// The doors between an issue and its queue: what is open, offered and tried first.
struct Doors {
  let center: Center
  /// Whether issues come back that were contained without being resolved.
  let comesBack: Bool
  /// By channel, then by simulated interval.
  let open: [[Bool]]
  private let offers: [[(to: Int, share: Double)]]
  private let tools: [[Int]]
  private let toolsBeforeContact: [(tool: Int, adoption: Double)]
  private let fallback: Int?
  /// By class, the channels that shares of it try.
  private let tried: [[(channel: Int, share: Double)]]

  init(_ center: Center, comesBack: Bool) {
    self.center = center
    self.comesBack = comesBack
    open = center.channels.map { channel in
      channel.medium.isDeferred
        ? Array(repeating: true, count: center.calendar.simulatedIntervals)
        : channel.hours.openIntervals(in: center.calendar)
    }
    offers = center.channels.map { channel in
      center.steering.compactMap { offer in
        guard offer.from == channel.name,
          let to = center.channels.firstIndex(where: { $0.name == offer.to })
        else { return nil }
        return (to, offer.share * offer.accepted)
      }
    }
    tools = center.channels.indices.map { center.tools(onChannel: $0) }
    toolsBeforeContact = center.toolsBeforeContact
    fallback = center.fallbackChannelIndex
    tried = center.demand.map { demandClass in
      demandClass.channels.compactMap { entry in
        center.channelReached(byTrying: entry.channel).map { ($0, entry.share.mean) }
      }
    }
  }

  private func works(_ tool: Int, onDay day: Int) -> Bool {
    center.selfService[tool].worksFrom.map { $0 <= center.calendar.date(ofSimulatedDay: day) }
      ?? true
  }

  /// The share of a class's issues that make a contact at all.
  func share(contacting demandClass: Int, day: Int) -> Double {
    toolsBeforeContact.reduce(1) { share, entry in
      guard works(entry.tool, onDay: day) else { return share }
      return share * (1 - entry.adoption * taken(by: entry.tool, from: demandClass))
    }
  }

  /// The share of a class's contacts of a channel that go on to its queue.
  func share(queueing demandClass: Int, on channel: Int, day: Int) -> Double {
    let peers = center.channels[channel].peerAnswers
    let unanswered =
      1 - (peers.map { $0.shareInTime * forGood($0.trueResolution, demandClass) } ?? 0)
    return tools[channel].reduce(unanswered) { share, tool in
      guard works(tool, onDay: day) else { return share }
      return share * (1 - taken(by: tool, from: demandClass))
    }
  }

  private func taken(by tool: Int, from demandClass: Int) -> Double {
    let tool = center.selfService[tool]
    return tool.containment[demandClass] * forGood(tool.trueResolution, demandClass)
  }

  /// The share of what is contained that does not come back.
  private func forGood(_ trueResolution: Double, _ demandClass: Int) -> Double {
    comesBack && center.demand[demandClass].repeatContactAfter != nil ? trueResolution : 1
  }

  /// The channels whose open doors a class goes through in an interval, and its shares.
  func entered(by demandClass: Int, interval: Int) -> [(channel: Int, share: Double)] {
    var entered: [(channel: Int, share: Double)] = []
    for (channel, share) in tried[demandClass] {
      enter(channel, share: share, interval: interval, into: &entered)
    }
    return entered
  }

  private func enter(
    _ channel: Int, share: Double, interval: Int, isFallback: Bool = false,
    into entered: inout [(channel: Int, share: Double)]
  ) {
    var staying = share
    // What is closed is not offered.
    for offer in offers[channel] where open[offer.to][interval] {
      entered.append((offer.to, share * offer.share))
      staying -= share * offer.share
    }
    if open[channel][interval] {
      entered.append((channel, staying))
    } else if let fallback, fallback != channel, !isFallback, open[fallback][interval] {
      enter(fallback, share: staying, interval: interval, isFallback: true, into: &entered)
    }
  }
}
