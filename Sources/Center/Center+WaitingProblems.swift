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
