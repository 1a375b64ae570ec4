import EventKernel
import Stochastics

/// What an issue is drawn with before it is born.
struct BirthDraws: BitwiseCopyable {
  /// Gap, channel, difficulty, adoption.
  var lane = Lane(Philox4x64.Block(0, 0, 0, 0))
  /// The draws of its first service, the hazard of its talk last.
  var service = ServiceDraws()
  /// The gap before it, from a unit exponential distribution; beside that hazard (see
  /// `takeLogarithms`).
  var gap = 0.0

  /// How many issues of a class are drawn at once: a power of two.
  static let batch: Int32 = 4

  /// The logarithms that gap and talk may need: neighbours in memory, which makes them cheap (see
  /// `logs(ofNormal:_:)`).
  @inline(__always)
  mutating func takeLogarithms() {
    (service.talkHazard, gap) = Exponential.unitQuantiles(ofDraws: service.talk, lane.u0)
  }
}

/// Issues are drawn a batch at a time, and before the first of them is asked for: within a block of
/// the generator and within a logarithm every step waits for the one before, so that the processor
/// is faster with several of them side by side, and fastest while nothing waits for them.
extension Engine {
  /// Draws for the issues of the day that follow the one numbered `number`.
  @inline(never)
  mutating func drawBatch(after number: Int32, of demandClass: Int32) {
    let day = births[demandClass].day
    let issues = (number + 1)...(number + BirthDraws.batch)
    for issue in issues {
      birthDraws[place(ofDraws: issue, demandClass)] = uniforms(
        of: demandClass, day: day, number: issue)
    }
    for issue in issues { birthDraws[place(ofDraws: issue, demandClass)].takeLogarithms() }
  }

  /// What an issue is drawn with that is nobody's birth.
  mutating func draws(of demandClass: Int32, day: Int32, number: Int32) -> BirthDraws {
    var draws = uniforms(of: demandClass, day: day, number: number)
    draws.takeLogarithms()
    return draws
  }

  /// The uniforms that an issue is drawn with, without their logarithms.
  @inline(__always)
  private func uniforms(of demandClass: Int32, day: Int32, number: Int32) -> BirthDraws {
    let lanes = random.lanes(
      stream: plan.classes[demandClass].stream, day: day, issue: Int(number),
      kinds: (.issue, .service))
    return BirthDraws(lane: lanes.0, service: ServiceDraws(lanes.1, talkHazard: 0))
  }

  /// Where a birth's draws are: those of the batch in hand and of the next are kept.
  @inline(__always)
  func place(ofDraws number: Int32, _ demandClass: Int32) -> Int {
    let kept = 2 * Int(BirthDraws.batch)
    return Int(demandClass) * kept + Int(number) & (kept - 1)
  }
}
