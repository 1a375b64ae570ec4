import Testing

@testable import Stochastics

/// Pinned by an implementation of its own, `References/make_references.py`. A change to any of
/// these numbers changes every result and belongs into the changelog.
@Suite struct RandomSourceTests {
  @Test(
    arguments: [
      ("", 0xf52a_15e9_a9b5_e89b), ("billing", 0xa8a4_4d62_6c81_d19c),
      ("order status", 0x451d_bf86_d569_3340), ("Ärger", 0xf235_4791_e133_0f51),
    ] as [(String, UInt64)])
  func aNameHasAFixedIdentifier(name: String, hash: UInt64) {
    #expect(StreamIdentifier(name).hash == hash)
  }

  @Test(
    arguments: [
      (.day, [0.8191045453836946, 0.40243711689526174, 0.2006318108651005, 0.14511128792650585]),
      (.issue, [0.7420156912919259, 0.959418226225138, 0.8056711382883527, 0.8648502439964302]),
      (
        .queue, [0.5535201540317917, 0.37080486885027286, 0.46896141908299593, 0.23420034663856615]
      ),
      (
        .service,
        [0.7139006599173378, 0.26281481126908346, 0.27449394510918645, 0.1570127995255567]
      ),
      (.tool, [0.8779639737847201, 0.2439407794038383, 0.48614018924012237, 0.7041176338462046]),
      (
        .routing,
        [0.4701673695077141, 0.9126497571682118, 0.40185474195167015, 0.001580227270569945]
      ),
      (
        .steering,
        [0.3082725115975361, 0.5166992311435811, 0.4582218458746913, 0.8585978846511754]
      ),
      (
        .review,
        [0.8361620657061762, 0.04100526161951834, 0.13515448886882975, 0.04824856652638798]
      ),
      (
        .absence,
        [0.10845741902858619, 0.9862891281059517, 0.951976541345796, 0.686389743377421]
      ),
      (.return, [0.7698497141331001, 0.1668749951049323, 0.2740021924948045, 0.9100532255341865]),
      (
        .wait,
        [0.7820950289694694, 0.025429106463022655, 0.7429992970808098, 0.12458285684057013]
      ),
      (
        .message,
        [0.38553922607523294, 0.22663350908532276, 0.4246445886614859, 0.3840549554921636]
      ),
      (
        .turn,
        [0.48183666283299875, 0.023398525881568655, 0.224077943108144, 0.06916104211093355]
      ),
      (
        .peers,
        [0.7877577977405478, 0.014334277547219387, 0.6674917886112363, 0.5235349981835479]
      ),
      (
        .picture,
        [0.5980416933063591, 0.08907257973558125, 0.1850462006146808, 0.8862155814913767]
      ),
      (
        .forecast,
        [0.9152664708027344, 0.19466680574731143, 0.30485129083736295, 0.20803769710373887]
      ),
      (
        .sample, [0.33112397403795113, 0.0348080042162805, 0.42731535786440655, 0.6715910031712856]
      ),
      (.career, [0.4134150877059434, 0.6134126797591289, 0.4973176485921048, 0.4478246904494966]),
      (.dial, [0.8209198710887496, 0.21947808937938962, 0.12627889381584023, 0.12866207312286282]),
      (
        .career,
        [0.4134150877059434, 0.6134126797591289, 0.4973176485921048, 0.4478246904494966]
      ),
    ] as [(LaneKind, [Double])])
  func theFirstDrawsOfEveryKindArePinned(kind: LaneKind, draws: [Double]) {
    let source = RandomSource(seed: 1, replication: 0)
    let lane = source.lane(
      stream: StreamIdentifier("billing"), day: 2, issue: 17, kind: kind)
    #expect([lane.u0, lane.u1, lane.u2, lane.u3] == draws)
  }

  @Test("Lanes drawn side by side are those drawn alone", arguments: LaneKind.allCases)
  func lanesDrawnTogetherAreThoseDrawnAlone(kind: LaneKind) {
    let source = RandomSource(seed: 7, replication: 3)
    for issue in [0, 1, 17, 1 << 30] {
      let stream = StreamIdentifier("billing")
      let lanes = source.lanes(stream: stream, day: 738_000, issue: issue, kinds: (.issue, kind))
      #expect(lanes.0 == source.lane(stream: stream, day: 738_000, issue: issue, kind: .issue))
      #expect(lanes.1 == source.lane(stream: stream, day: 738_000, issue: issue, kind: kind))
    }
  }

  @Test func theDrawsOfAToolArePinned() {
    let lane = RandomSource(seed: 1, replication: 0).lane(
      stream: StreamIdentifier("billing"), day: 2, issue: 17, kind: .tool, occurrence: 1,
      tool: StreamIdentifier("bot"))
    #expect(
      [lane.u0, lane.u1, lane.u2, lane.u3]
        == [0.4651080161995419, 0.4751334185908943, 0.898657025733511, 0.8591638811513519])
  }

  @Test func theLargestAddressIsPinned() {
    let lane = RandomSource(seed: .max, replication: 3).lane(
      stream: StreamIdentifier("order status"), day: .max, issue: 1 << 40, kind: .return,
      occurrence: 1 << 24 - 1, tool: StreamIdentifier("ivr"))
    #expect(
      [lane.u0, lane.u1, lane.u2, lane.u3]
        == [0.5765560092708445, 0.739730206061299, 0.016626756966744094, 0.502312869111767])
  }

  @Test func aDrawIsNeverZeroOrOneAndItsComplementIsExact() {
    #expect(Lane.uniform(0) == 0x1p-53)
    #expect(Lane.uniform(.max) == 1 - 0x1p-53)
    #expect(1 - Lane.uniform(0) == Lane.uniform(.max))
    for word: UInt64 in [0, 1, 0xFFF, 0x1000, 0x8000_0000_0000_0000, 0x1234_5678_9abc_def0, .max] {
      #expect(Lane.uniform(word) == (Double(word >> 12) + 0.5) * 0x1p-52)
    }
    #expect(1 - (1 - Lane.uniform(0x1234_5678_9abc_def0)) == Lane.uniform(0x1234_5678_9abc_def0))
  }
}
