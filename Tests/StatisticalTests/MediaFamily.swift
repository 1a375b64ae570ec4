import Center
import CenterSimulation
import Erlang
import Foundation
import Stochastics
import TestCenters

/// Forums whose customers answer each other, and video that falls back to voice.
enum MediaFamily {
  static func comparisons() throws -> [Comparison] {
    try forum() + video()
  }

  private static func sum(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  /// Posts that have no answer after a fixed time are a Poisson process again, thinned and later:
  /// staff is M/M/n. Those left to other customers are M/G/∞.
  private static func forum() throws -> [Comparison] {
    let (perHour, agents, talk) = (60.0, 3, 300.0)
    let (share, after, staffAfter) = (0.7, 4000.0, 5400.0)
    let inTime = 1 - exp(-staffAfter / after)
    let staff = try ErlangC(
      offeredLoad: perHour / 3600 * (1 - share * inTime) * talk, handleTime: talk, agents: agents)
    var center = oneQueue(
      medium: .forum, perHour: perHour, talk: .exponential(try Exponential(mean: talk)),
      agents: agents, within: 3600, days: 6)
    center.channels[0].peerAnswers = PeerAnswers(
      share: share, after: .exponential(try Exponential(mean: after)), staffAfter: staffAfter)
    return [
      Comparison("forum: answered by peers", of: center, seed: 8900, exact: share * inTime) {
        (sum($0).peerAnswered, sum($0).contained + sum($0).offered)
      },
      Comparison(
        "forum: time to staff's answer", of: center, seed: 8901,
        exact: staff.averageSpeedOfAnswer + talk
      ) { (sum($0).waitAnswered, sum($0).answered) },
      Comparison(
        "forum: left to peers", of: center, seed: 8902,
        exact: perHour / 3600 * (share * after * inTime + (1 - share) * staffAfter)
      ) { (sum($0).inSelfServiceEnd, 1) },
    ]
  }

  /// M/G/1 whose talk is S, or S·(U + (1 − U)·f) where the picture is lost: the mean wait is
  /// λ·E[S²] ÷ 2(1 − ρ) (Pollaczek 1930, Khinchine 1932).
  private static func video() throws -> [Comparison] {
    let (talk, share, factor, perHour) = (180.0, 0.3, 1.8, 11.0)
    let mean = talk * (1 - share + share * (1 + factor) / 2)
    let square =
      2 * talk * talk * (1 - share + share * (1 + factor + factor * factor) / 3)
    let rate = perHour / 3600
    var center = oneQueue(
      medium: .video, perHour: perHour, talk: .exponential(try Exponential(mean: talk)), agents: 1,
      days: 40)
    center.channels[0].voiceFallback = VoiceFallback(share: share, talkFactor: factor)
    return [
      Comparison(
        "lost pictures: mean wait", of: center, seed: 8910,
        exact: rate * square / (2 * (1 - rate * mean))
      ) { (sum($0).waitAnswered, sum($0).answered) },
      Comparison("lost pictures: talk", of: center, seed: 8911, exact: mean) {
        (sum($0).talk, sum($0).answered)
      },
    ]
  }
}
