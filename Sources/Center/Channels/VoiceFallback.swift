/// Video contacts that lose their picture in the middle and go on as a voice call, with the same
/// agent and on the same line.
public struct VoiceFallback: Sendable, Hashable {
  /// The share of video contacts that do; `0...1`.
  public var share: Double
  /// What is left of the talk then is multiplied by this; `> 0`.
  public var talkFactor: Double

  /// A share that falls back, at a uniform instant of its talk.
  public init(share: Double, talkFactor: Double = 1) {
    self.share = share
    self.talkFactor = talkFactor
  }

  /// What it multiplies talk time by on average.
  public var meanFactor: Double { 1 + share * (talkFactor - 1) / 2 }
}

extension Center {
  /// What does not hold in how a channel's video falls back.
  func fallbackProblems(of channel: Channel) -> [Problem] {
    var list = ProblemList(prefix: ["channels", channel.name])
    guard let fallback = channel.voiceFallback else { return [] }
    if channel.medium != .video {
      list.add("video", .badValue, "only video falls back to voice")
    }
    list.requireShare(fallback.share, at: "video.fallsBackToVoice")
    if !(fallback.talkFactor >= 0.01 && fallback.talkFactor <= 100) {
      list.add("video.talkFactor", .badValue, "\(fallback.talkFactor); expected 0.01…100")
    }
    return list.problems
  }
}
