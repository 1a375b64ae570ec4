import Center

/// Offers of other channels, by the channel whose contacts get them.
struct SteeringPlan: Sendable {
  /// By channel: its offers.
  private let offers: [[Offer]]

  private struct Offer: Sendable {
    let to: Int32
    let share: Double
    let accepted: Double
  }

  init(_ center: Center) {
    offers = center.channels.map { channel in
      center.steering.compactMap { offer in
        guard offer.from == channel.name,
          let to = center.channels.firstIndex(where: { $0.name == offer.to })
        else { return nil }
        return Offer(to: Int32(to), share: offer.share, accepted: offer.accepted)
      }
    }
  }

  /// The channel that is offered to a contact; -1 for none.
  ///
  /// - Parameters:
  ///   - choice: A uniform that decides on the offer.
  ///   - answer: A uniform that decides whether it is accepted.
  func destination(from channel: Int32, choice: Double, answer: Double) -> Int32 {
    var sum = 0.0
    for offer in offers[Int(channel)] {
      sum += offer.share
      if choice < sum { return answer < offer.accepted ? offer.to : -1 }
    }
    return -1
  }

  /// Whether a channel's contacts get any offer.
  func hasOffers(from channel: Int32) -> Bool { !offers[Int(channel)].isEmpty }
}
