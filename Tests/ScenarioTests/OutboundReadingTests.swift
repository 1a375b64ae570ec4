import Center
import Stochastics
import Testing

@testable import Scenario

@Suite("Outbound campaigns in a scenario")
struct OutboundReadingTests {
  private func reading(_ keys: String, skill: String = "outbound") -> ScenarioReading {
    read(
      #""outbound": { "collections": { "list": 2000, "reach": 0.3, "talkTime": "4m", \#(keys) } },"#
        + #""teams": { "front": { "skills": { "\#(skill)": { "keepIdle": 3 } } } }"#)
  }

  @Test("Campaigns reach the center, with what is customary where nothing is written")
  func defaults() throws {
    let center = try reading("").sound()
    let campaign = try #require(center.outbound.first)
    #expect(campaign.name == "collections" && campaign.list == 2000 && campaign.reach == 0.3)
    #expect(campaign.hours == .always && campaign.dialer == .progressive)
    #expect(campaign.rightParty == 1 && campaign.tries == 1 && campaign.retryAfter == 7200)
    #expect(campaign.talkTime.mean == 240 && campaign.talkTime.variance > 100 * 100)
    #expect(campaign.ring.mean == 20 && campaign.ring.variance == 0 && campaign.wrapUp == nil)
    #expect(campaign.wrongPartyTime.mean == 20 && campaign.cost == DialingCost())
    #expect(center.teams[0].skill(campaign: "collections")?.keepIdle == 3)
    #expect(try read("").sound().outbound.isEmpty)
  }

  @Test("Everything that is written reaches the center")
  func written() throws {
    let center = try reading(
      #""hours": { "Mon-Fri": "09:00-17:00" }, "rightParty": "60%", "wrapUp": "40s", "tries": 3,"#
        + #""ring": { "uniform": { "from": "10s", "to": "30s" } }, "wrongPartyTime": "15s","#
        + #""retryAfter": "3h", "cost": { "perDial": 0.02, "perMinute": 0.1 }"#,
      skill: "outbound/collections"
    ).sound()
    let campaign = center.outbound[0]
    #expect(campaign.hours.isOpen(on: .friday, at: 36_000))
    #expect(!campaign.hours.isOpen(on: .saturday, at: 36_000))
    #expect(campaign.rightParty == 0.6 && campaign.wrapUp?.mean == 40 && campaign.tries == 3)
    #expect(campaign.ring.mean == 20 && campaign.ring.variance > 30)
    #expect(campaign.wrongPartyTime.mean == 15 && campaign.retryAfter == 3 * 3600)
    #expect(campaign.cost == DialingCost(perDial: 0.02, perMinute: 0.1))
  }

  @Test("Dialers are a word, or an object that a what-if replaces whole")
  func dialers() throws {
    func dialer(_ text: String) throws -> Campaign.Dialer {
      try reading("\"dialer\": \(text)").sound().outbound[0].dialer
    }
    let half = Distribution.constant(try Constant(mean: 30))
    #expect(try dialer(#""progressive""#) == .progressive)
    #expect(try dialer(#""preview""#) == .preview(time: half))
    #expect(try dialer(#"{ "preview": {} }"#) == .preview(time: half))
    #expect(
      try dialer(#"{ "preview": { "time": "1m" } }"#)
        == .preview(time: .constant(Constant(mean: 60))))
    #expect(
      try dialer(#"{ "predictive": { "ratio": 1.5, "minimumIdle": 2 } }"#)
        == .predictive(ratio: 1.5, minimumIdle: 2))
    #expect(reading(#""dialer": "predictive""#).firstLine.contains("error[E108]"))
    #expect(
      reading(#""dialer": { "preview": {}, "predictive": { "ratio": 2 } }"#).codes
        == [.notOneAlternative])
  }

  @Test("A team that dials alone works in the campaign's hours")
  func hours() throws {
    let center = try read(
      #""outbound": { "sales": { "list": 5, "reach": 1, "talkTime": "1m", "#
        + #""hours": "10:00-12:00" } },"#
        + #""teams": { "dialers": { "agents": 2, "skills": { "outbound/sales": 1 } } }"#
    ).sound()
    let team = try #require(center.teams.last)
    #expect(team.name == "dialers" && team.agents[0].reduce(0, +) == 2 * 4)
  }

  @Test("Names that lead nowhere, and campaigns that nobody dials, are refused")
  func refused() {
    let misspelt = reading("", skill: "outbound/colections")
    #expect(misspelt.firstLine.contains("'colections' is not a campaign"))
    #expect(
      misspelt.diagnostics.errors.first.map { "\($0)".contains("collections") } == true)
    let lonely = reading(#""dialer": { "predictive": { "ratio": 2, "minimumIdle": 900 } }"#)
    #expect(lonely.codes == [.unservedQueue])
    #expect(lonely.firstLine.contains("outbound.collections: the campaign never dials: beyond"))
    let undialed = reading("", skill: "voice/orders")
    #expect(undialed.codes == [.unservedQueue])
    #expect(undialed.firstLine.contains("outbound.collections: no team has a skill"))
    // Without campaigns the word is that of no channel.
    let none = read(#""teams": { "front": { "skills": { "outbound": 1 } } }"#)
    #expect(none.firstLine.contains("'outbound' is not a channel of this design"))
    #expect(reading(#""tries": 0"#).codes == [.outOfRange])
    #expect(reading(#""rightParty": 30"#).codes == [.malformedRate])
    #expect(reading(#""ring": "0s""#).codes == [.zeroTimeLoop])
  }
}
