import Center
import EventKernel
import Stochastics

/// How other customers answer what is posted on a channel.
struct PeerPlan: BitwiseCopyable, Sendable {
  let share: Double
  let after: Sampler
  let staffAfter: Double
  let trueResolution: Double

  init?(_ channel: Channel, _ sampling: inout SamplingTables) {
    guard let peers = channel.peerAnswers else { return nil }
    share = peers.share
    after = sampling.sampler(for: peers.after)
    staffAfter = peers.staffAfter
    trueResolution = peers.trueResolution
  }
}

/// Posts that other customers may answer before staff does: self-service without a tool.
extension Engine {
  /// Leaves a post to other customers for a while; returns false where staff looks at it at once.
  /// The peer lane holds: answered or not, the time until then, true resolution.
  mutating func asksPeers(_ slot: Int32) -> Bool {
    guard let peers = plan.peers[issues[slot].channel] else { return false }
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .peers, occurrence: Int(issues[slot].contacts))
    let time = peers.after.quantile(draw.u1, in: plan.sampling)
    let isAnswered = draw.u0 < peers.share && time <= peers.staffAfter
    guard isAnswered || peers.staffAfter > 0 else { return false }
    issues[slot].willBeContained = isAnswered
    issues[slot].willBeResolved = draw.u2 < peers.trueResolution
    issues[slot].tool = -1
    issues[slot].stage = .inTool
    issues[slot].usedSelfService = true
    schedule(Kind.selfServiceEnd, slot, at: now + (isAnswered ? time : peers.staffAfter))
    return true
  }

  /// Other customers have answered, or staff looks at the post.
  mutating func endWaitForPeers(_ slot: Int32) {
    guard issues[slot].willBeContained else { return enqueue(slot) }
    let isResolved = issues[slot].willBeResolved
    let cell = currentCell(of: slot)
    trace(slot, isResolved ? .contained : .containedFalsely)
    bookEntry(slot, cell: cell)
    bookCost(slot, cell: cell)
    queueTallies[cell].contained += 1
    queueTallies[cell].peerAnswered += 1
    if isResolved { return finish(slot, .resolved) }
    issues[slot].hasToldStory = true
    comeBackUnresolved(slot)
  }
}
