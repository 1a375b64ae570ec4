import Center
import Stochastics
import Testing

@testable import Scenario

@Suite("How customers wait, as it is written")
struct CustomersReadingTests {
  private func voice(_ members: String) -> ScenarioReading {
    read("\"channels\": { \"voice\": { \(members) } }")
  }

  @Test("Balking, silent leaving and what counts as short")
  func waiting() throws {
    let plain = try voice("\"trunks\": 5").sound().channels[0]
    #expect(plain.balks == 0 && plain.silentAbandonment == nil && plain.shortAbandonment == 5)
    let channel = try voice(
      "\"patience\": \"2m\", \"balks\": \"10%\", \"shortAbandonment\": \"8s\", "
        + "\"silentAbandonment\": { \"share\": 0.2, \"detectAfter\": \"40s\" }"
    ).sound().channels[0]
    #expect(channel.balks == 0.1 && channel.shortAbandonment == 8)
    #expect(
      channel.silentAbandonment
        == SilentAbandonment(share: 0.2, detectAfter: .constant(try Constant(mean: 40))))
  }

  @Test("Callbacks, first and later redials, and changes of channel")
  func journeys() throws {
    let center = try read(
      """
      "channels": {
        "voice": {
          "redial": {
            "share": 0.4, "laterShare": 0.7, "after": "5m", "channels": { "chat": "25%" },
          },
          "callback": { "offerAbove": "4m", "acceptance": 0.5 },
        },
        "chat": { "medium": "chat" },
      },
      "demand": {
        "orders": {
          "repeatContactAfter": "20h", "repeatChannels": { "chat": 0.1 },
          "channels": { "chat": { "share": 0, "talkTime": "5m" } },
        },
      },
      "teams": { "front": { "skills": { "chat": 2 } } }
      """
    ).sound()
    let redial = try #require(center.channels[0].redial)
    #expect(redial.share == 0.4 && redial.laterShare == 0.7 && redial.attempts == 3)
    #expect(redial.channels == [ChannelShare(channel: "chat", share: 0.25)])
    #expect(center.demand[0].repeatChannels == [ChannelShare(channel: "chat", share: 0.1)])
    #expect(
      center.channels[0].callback
        == Callback(
          offerAbove: 240, acceptance: 0.5, ring: 20, reach: 1, retryAfter: 900, tries: 3))
  }

  @Test("Conversations in turns: as written, by default, and only where they belong")
  func conversations() throws {
    func messaging(_ members: String, target: String = "") -> ScenarioReading {
      read(
        """
        "channels": { "messages": { "medium": "messaging"\(members),
          "target": { "serviceLevel": 0.8, "within": "5m"\(target) } } },
        "demand": { "orders": { "channels": {
          "messages": { "share": 0, "talkTime": "5m" } } } },
        "teams": { "front": { "skills": { "messages": 1 } } }
        """)
    }
    let plain = try #require(messaging("").sound().channels.last)
    #expect(
      plain.conversation
        == Conversation(
          turns: .mean(4), customerReply: .exponential(try Exponential(mean: 180))))
    #expect(plain.target?.formula(on: .messaging) == .ofReplies)
    let written = try #require(
      messaging(
        """
        , "conversation": { "turns": 3, "customerReply": "2m",
            "silence": { "share": "5%", "closesAfter": "1d" } }
        """, target: ", \"formula\": \"service_level\", \"clock\": \"opening\""
      ).sound().channels.last)
    #expect(
      written.conversation
        == Conversation(
          turns: .exactly(3), customerReply: .exponential(try Exponential(mean: 120)),
          silence: Silence(share: 0.05, closesAfter: 86_400)))
    #expect(written.target?.formula(on: .messaging) == .ofOffered)
    #expect(try voice("\"trunks\": 5").sound().channels[0].conversation == nil)
    let refused = voice("\"conversation\": { \"turns\": 3 }").diagnostics.errors
    #expect(refused.map(\.message) == ["only sms and messaging are held in turns"])
  }

  @Test("Forums whose customers answer each other, and pictures that are lost")
  func peersAndPictures() throws {
    let center = try read(
      """
      "channels": {
        "board": {
          "medium": "forum",
          "peerAnswers": {
            "share": "60%", "after": "2h", "staffAfter": "4h", "trueResolution": 0.9,
          },
        },
        "face": { "medium": "video", "video": { "fallsBackToVoice": 0.1, "talkFactor": 1.5 } },
      }
      """
    ).sound()
    #expect(center.channels[1].medium == .forum)
    #expect(
      center.channels[1].peerAnswers
        == PeerAnswers(
          share: 0.6, after: .exponential(try Exponential(mean: 7200)), staffAfter: 14_400,
          trueResolution: 0.9))
    #expect(center.channels[2].voiceFallback == VoiceFallback(share: 0.1, talkFactor: 1.5))
  }

  @Test("What a tool does for the contacts that it does not contain, and from when on")
  func tools() throws {
    let tool = """
      "selfService": {
        "ivr": {
          "on": ["voice"], "containment": 0.2, "handleTimeSaved": "10%", "patienceFactor": 0.8,
          "from": "2026-11-23",
        },
      }
      """
    let ivr = try read(tool).sound().selfService[0]
    #expect(ivr.handleTimeSaved == 0.1 && ivr.patienceFactor == 0.8)
    #expect(ivr.worksFrom == CivilDate("2026-11-23"))
    #expect(read(tool, edits: ["selfService.ivr.from=2026-12-24"]).codes == [.outOfRange])
    // What is offered would change on that day.
    let offered = read(
      tool
        + ", \"demand\": { \"orders\": { \"volume\": { \"perDay\": 1, \"counts\": \"offered\" } } }"
    )
    #expect(offered.codes == [.offeredVolumeUnsolvable])
  }

  @Test("Messages before customers ask")
  func messages() throws {
    let written = """
      "proactive": {
        "notice": {
          "class": "orders", "prevents": "20%", "messagesPerIssue": 5, "induces": 0.01,
          "cost": { "perMessage": 0.04 }, "to": "2026-11-23",
        },
      }
      """
    #expect(
      try read(written).sound().proactive == [
        ProactiveMessage(
          name: "notice", demandClass: "orders", prevents: 0.2, messagesPerIssue: 5, induces: 0.01,
          costPerMessage: 0.04, to: CivilDate("2026-11-23"))
      ])
    let misspelt = read(written, edits: ["proactive.notice.class=order"])
    #expect(misspelt.codes == [.unknownName])
    #expect(misspelt.diagnostics.rendered().contains("did you mean \"orders\"?"))
  }

  @Test("Repeats that change their channel leave the issues behind offered contacts open")
  func offeredVolume() {
    let reading = read(
      """
      "demand": {
        "orders": {
          "volume": { "perDay": 480, "counts": "offered" },
          "repeatContactAfter": "20h", "repeatChannels": { "voice": 0.1 },
        },
      }
      """)
    #expect(reading.codes == [.offeredVolumeUnsolvable])
  }

  @Test("What makes no sense is refused at its place")
  func refused() {
    let impatient = voice("\"silentAbandonment\": { \"share\": 0.2, \"detectAfter\": \"40s\" }")
    #expect(impatient.codes == [.outOfRange])
    #expect(impatient.firstLine.contains("channels.voice.silentAbandonment: nobody leaves without"))
    #expect(voice("\"silentAbandonment\": { \"share\": 0.2 }").codes == [.missingKey])
    #expect(voice("\"balks\": 3").codes == [.malformedRate])
    #expect(
      voice("\"medium\": \"chat\", \"callback\": { \"offerAbove\": \"1m\", \"acceptance\": 1 }")
        .firstLine.contains("only voice calls back"))
    let misspelt = voice(
      "\"redial\": { \"share\": 1, \"after\": \"5m\", \"channels\": { \"chad\": 1 } }")
    #expect(misspelt.codes == [.unknownName])
    #expect(misspelt.firstLine.contains("channels.voice.redial.channels.chad"))
  }
}
