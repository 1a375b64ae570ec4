import EventKernel
import Stochastics

/// What an issue is drawn with before it is born.
struct BirthDraws: BitwiseCopyable {
  /// Gap, channel, difficulty, adoption.
  var lane = Lane(Philox4x64.Block(0, 0, 0, 0))
  /// The draws of its first service.
  var service = Lane(Philox4x64.Block(0, 0, 0, 0))
  /// The gap before it, from a unit exponential distribution; 0 for an issue that is nobody's birth.
  var gap = 0.0

  /// How many issues of a class are drawn at once: a power of two.
  static let batch: Int32 = 4
}

/// Issues are drawn a batch at a time, and before the first of them is asked for: within a block of
/// the generator and within a logarithm every step waits for the one before, so that the processor
/// is faster with several of them side by side, and fastest while nothing waits for them.
extension Engine {
  /// Draws for the issues of the day that follow the one numbered `number`.
  @inline(never)
  mutating func drawBatch(after number: Int32, of demandClass: Int) {
    let day = plan.firstDay + Int32(births[demandClass].day)
    let issues = (number + 1)...(number + BirthDraws.batch)
    for issue in issues {
      birthDraws[place(ofDraws: issue, demandClass)] = draws(
        of: demandClass, day: day, number: issue)
    }
    for issue in issues {
      let index = place(ofDraws: issue, demandClass)
      birthDraws[index].gap = plan.classes[demandClass].arrivals.gap(
        before: issue, u: birthDraws[index].lane.u0)
    }
  }

  /// What an issue is drawn with, but for the gap.
  @inline(__always)
  func draws(of demandClass: Int, day: Int32, number: Int32) -> BirthDraws {
    let lanes = random.lanes(
      stream: plan.classes[demandClass].stream, day: day, issue: Int(number),
      kinds: (.issue, .service))
    return BirthDraws(lane: lanes.0, service: lanes.1)
  }

  /// Where a birth's draws are: those of the batch in hand and of the next are kept.
  @inline(__always)
  func place(ofDraws number: Int32, _ demandClass: Int) -> Int {
    let kept = 2 * Int(BirthDraws.batch)
    return demandClass * kept + Int(number) & (kept - 1)
  }
}
