/// Customers who come back on another channel.
extension Center {
  /// Adds the problems of shares that change to other channels.
  func requireChanges(_ shares: [ChannelShare], at path: [String], _ list: inout ProblemList) {
    for entry in shares {
      if !(entry.share >= 0 && entry.share <= 1) {
        list.add(
          path: path + [entry.channel], .badValue, "\(entry.share) is not a share; expected 0…1")
      }
      if offeredChannel(named: entry.channel) == nil {
        if !Self.namesOfMedia.contains(entry.channel) {
          list.add(
            path: path + [entry.channel], .unknownName,
            "'\(entry.channel)' is neither a channel of this design nor a medium",
            misspelt: entry.channel, among: channels.map(\.name) + Self.namesOfMedia)
        } else if fallbackChannelIndex == nil, entry.share > 0 {
          list.add(
            path: path + [entry.channel], .unknownName,
            "this design offers no '\(entry.channel)' and has no fallbackChannel")
        }
      }
    }
    let sum = shares.reduce(0) { $0 + $1.share }
    if !(sum <= 1 + 1e-9) {
      list.add(path: path, .badShares, "shares sum to \(sum); expected at most 1")
    }
  }

  /// Adds the queues that customers reach by changing their channel when they come back.
  func addChanges(to reached: inout [[Bool]]) {
    func destinations(_ shares: [ChannelShare]) -> [Int] {
      shares.filter { $0.share > 0 }.compactMap { channelReached(byTrying: $0.channel) }
    }
    let redials = channels.map { destinations($0.redial?.channels ?? []) }
    let repeats = demand.map { destinations($0.repeatChannels) }
    guard redials.contains(where: { !$0.isEmpty }) || repeats.contains(where: { !$0.isEmpty })
    else { return }
    for demandClass in demand.indices {
      var found = channels.indices.filter { reached[$0][demandClass] }
      while let channel = found.popLast() {
        for next in redials[channel] + repeats[demandClass] where !reached[next][demandClass] {
          reached[next][demandClass] = true
          found.append(next)
        }
      }
    }
  }
}
