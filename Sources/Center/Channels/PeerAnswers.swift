public import Stochastics

/// Other customers who answer the posts of a forum, before staff does.
///
/// Staff leaves a post to them for a while and takes what has no answer by then. What they have
/// answered ends without an agent, as in self-service.
public struct PeerAnswers: Sendable, Hashable {
  /// The share of posts that other customers would answer sooner or later; `0...1`.
  public var share: Double
  /// The time until they do [s].
  public var after: Distribution
  /// How long staff leaves a post to them [s].
  public var staffAfter: Double
  /// The share of their answers that resolve the issue; the others come back; `0...1`.
  public var trueResolution: Double

  /// Answers to a share of the posts.
  public init(share: Double, after: Distribution, staffAfter: Double, trueResolution: Double = 1) {
    self.share = share
    self.after = after
    self.staffAfter = staffAfter
    self.trueResolution = trueResolution
  }

  /// The share of posts that have an answer before staff looks at them.
  public var shareInTime: Double { share * after.cumulative(staffAfter) }
}

extension Center {
  /// What does not hold in how a channel's customers help each other.
  func peerProblems(of channel: Channel) -> [Problem] {
    var list = ProblemList(prefix: ["channels", channel.name])
    guard let peers = channel.peerAnswers else { return [] }
    if channel.medium != .forum {
      list.add("peerAnswers", .badValue, "only in a forum do customers answer each other")
    }
    list.requireShare(peers.share, at: "peerAnswers.share")
    list.requireShare(peers.trueResolution, at: "peerAnswers.trueResolution")
    if !(peers.staffAfter >= 0 && peers.staffAfter <= 366 * 86_400) {
      list.add("peerAnswers.staffAfter", .badValue, "expected 0s…366d")
    }
    return list.problems
  }
}
