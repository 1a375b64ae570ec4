import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Video")
struct VideoTests {
  private func center(_ medium: Medium) throws -> Center {
    var center = oneQueue(
      medium: medium, perHour: 100, talk: .exponential(try Exponential(mean: 120)), agents: 4,
      patience: .exponential(try Exponential(mean: 100)), trunks: 6,
      wrapUp: .exponential(try Exponential(mean: 20)))
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [28_800..<64_800], count: 7))
    return center
  }

  private func run(_ center: Center) throws -> Observation {
    try Simulation(center).run(seed: 61, replication: 0)
  }

  @Test("Video is like voice: trunks, patience, one at a time")
  func likeVoice() throws {
    let video = try run(center(.video))
    #expect(try video == run(center(.voice)))
    let total = video.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.blocked > 10 && total.abandoned > 10 && total.closed > 100)
  }

  @Test("Who prefers video where there is none, or finds it closed, falls back to voice")
  func fallsBack() throws {
    let voice = try run(center(.voice))
    var center = try center(.voice)
    center.demand[0].channels[0].share = Graded(0)
    center.demand[0].channels.append(ClassChannel(channel: "video", share: Graded(1)))
    center.fallbackChannel = "voice"
    #expect(try run(center) == voice)

    var video = center.channels[0]
    video.name = "video"
    video.medium = .video
    video.hours = WeeklyHours(ranges: Array(repeating: [0..<3600], count: 7))
    center.channels.append(video)
    center.demand[0].channels[1].talkTime = center.demand[0].channels[0].talkTime
    center.teams[0].skills.append(Skill(channel: "video"))
    let both = try Simulation(center)
    let late = try both.run(seed: 61, replication: 0)
    // By day everybody finds video closed, and voice open.
    for interval in 8..<18 {
      let (onVoice, onVideo) = (late.queues[2 * interval], late.queues[2 * interval + 1])
      #expect(onVideo.closed > 0 && onVideo.closed == onVideo.entered)
      #expect(onVoice.entered == onVideo.closed)
    }
  }

  @Test(
    "A lost picture lengthens what is left of the talk, on the same line and with the same agent")
  func losesPicture() throws {
    var center = oneQueue(
      medium: .video, perHour: 100, talk: .constant(try Constant(mean: 120)), agents: 60)
    let whole = total(try run(center))
    center.channels[0].voiceFallback = VoiceFallback(share: 1, talkFactor: 3)
    let lost = total(try run(center))
    #expect(lost.fellBack == lost.answered && lost.answered == whole.answered)
    #expect(abs(lost.talkDrawn - whole.talk) < 1e-9 * whole.talk)
    // U + 3(1 − U) has mean 2 and variance 1/3.
    #expect(abs(lost.talk / whole.talk - 2) < 5 / (3 * lost.answered).squareRoot())
    #expect(abs(lost.session - lost.talk) < 1 + lost.talk / 100)

    center.channels[0].voiceFallback = VoiceFallback(share: 0.25)
    var same = total(try run(center))
    #expect(abs(same.fellBack / same.answered - 0.25) < 5 * 0.43 / same.answered.squareRoot())
    same.fellBack = 0
    #expect(same == whole)
  }

  @Test("Only video loses its picture")
  func onlyVideo() throws {
    var center = try center(.voice)
    center.channels[0].voiceFallback = VoiceFallback(share: 0.1)
    #expect(center.problems().map(\.path) == [["channels", "voice", "video"]])
    center = try self.center(.video)
    center.channels[0].voiceFallback = VoiceFallback(share: 1.1, talkFactor: 0)
    #expect(center.problems().map { $0.path.last } == ["fallsBackToVoice", "talkFactor"])
  }

  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  @Test("Chat holds no trunks")
  func trunks() throws {
    #expect(try center(.chat).problems().map(\.path) == [["channels", "chat", "trunks"]])
  }
}
