/// An offer to the customers of one channel to use another: a link in an email, a text message to
/// those who call, a hint on the way to the form.
public struct Steering: Sendable, Hashable {
  /// The channel whose contacts get the offer.
  public var from: String
  /// The channel that is offered.
  public var to: String
  /// The share of contacts that get the offer; `0...1`.
  public var share: Double
  /// The share of those who accept it; `0...1`.
  public var accepted: Double

  /// An offer of one channel to a share of another's contacts, accepted by a part of them.
  public init(from: String, to: String, share: Double, accepted: Double = 1) {
    self.from = from
    self.to = to
    self.share = share
    self.accepted = accepted
  }
}

extension Center {
  func steeringProblems() -> [Problem] {
    var list = ProblemList(prefix: ["steer"])
    var shares: [String: Double] = [:]
    for (index, offer) in steering.enumerated() {
      let place = String(index)
      for (key, name) in [("from", offer.from), ("to", offer.to)]
      where !channels.contains(where: { $0.name == name }) {
        list.add(
          path: [place, key], .unknownName, "'\(name)' is not a channel of this design",
          misspelt: name, among: channels.map(\.name))
      }
      if offer.from == offer.to {
        list.add(path: [place, "to"], .badValue, "leads to the channel that it comes from")
      }
      list.requireShare(offer.share, at: place, "share")
      list.requireShare(offer.accepted, at: place, "accepted")
      shares[offer.from, default: 0] += offer.share
      if let sum = shares[offer.from], sum > 1 + 1e-9 {
        list.add(path: [place, "share"], .badShares, "offers to '\(offer.from)' sum to above 1")
      }
    }
    return list.problems
  }
}
