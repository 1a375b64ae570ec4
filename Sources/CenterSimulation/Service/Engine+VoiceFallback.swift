import Center
import EventKernel
import Stochastics

extension Engine {
  /// What a contact's talk is multiplied by because its picture is lost in the middle; 1 if it is
  /// not. The picture lane holds: lost or not, where in the talk.
  mutating func fallBackToVoice(_ slot: Int32) -> Double {
    guard let fallback = plan.voiceFallbacks[issues[slot].channel] else { return 1 }
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .picture, occurrence: Int(issues[slot].services))
    guard draw.u0 < fallback.share else { return 1 }
    queueTallies[Int(issues[slot].cell)].fellBack += 1
    return draw.u1 + (1 - draw.u1) * fallback.talkFactor
  }
}
