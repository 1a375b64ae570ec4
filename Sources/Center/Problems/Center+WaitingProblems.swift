import Stochastics

extension Center {
  /// What does not hold in how a channel's customers wait.
  func waitingProblems(of channel: Channel) -> [Problem] {
    var list = ProblemList(prefix: ["channels", channel.name])
    list.requireShare(channel.balks, at: "balks")
    if channel.medium.isDeferred, channel.balks > 0 {
      list.add("balks", .badValue, "customers do not wait online in \(channel.medium)")
    }
    if !(channel.shortAbandonment >= 0 && channel.shortAbandonment <= 86_400) {
      list.add("shortAbandonment", .badValue, "must be 0s…24h")
    }
    if let redial = channel.redial {
      if let share = redial.laterShare { list.requireShare(share, at: "redial.laterShare") }
      requireChanges(redial.channels, at: ["redial", "channels"], &list)
    }
    if let silent = channel.silentAbandonment {
      list.requireShare(silent.share, at: "silentAbandonment.share")
      if channel.medium.isDeferred {
        list.add(
          "silentAbandonment", .badValue, "customers do not wait online in \(channel.medium)")
      } else if !hasPatience(channel) {
        list.add(
          "silentAbandonment", .badValue,
          "nobody leaves without a patience, with or without a trace; write one")
      }
    }
    if let callback = channel.callback {
      if channel.medium != .voice {
        list.add("callback", .badValue, "only voice calls back")
      }
      list.requireShare(callback.acceptance, at: "callback.acceptance")
      list.requireShare(callback.reach, at: "callback.reach")
      list.require(callback.tries, in: 1...100, at: "callback.tries", "tries")
      for (key, value, range) in [
        ("offerAbove", callback.offerAbove, 0.0...86_400),
        ("ring", callback.ring, 0.0...86_400), ("retryAfter", callback.retryAfter, 1.0...86_400),
      ] where !range.contains(value) {
        list.add(
          "callback.\(key)", .badValue, "must be \(Int(range.lowerBound))s…24h")
      }
    }
    return list.problems
  }

  private func hasPatience(_ channel: Channel) -> Bool {
    channel.patience != nil
      || demand.contains { demandClass in
        demandClass.channels.contains {
          $0.patience != nil
            && ($0.channel == channel.name || $0.channel == channel.medium.rawValue)
        }
      }
  }
}
