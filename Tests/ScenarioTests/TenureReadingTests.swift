import Center
import Testing

@testable import Scenario

@Suite("Tenure, assistance and factors in a scenario")
struct TenureReadingTests {
  private func reading(_ team: String, _ rest: String = "") -> ScenarioReading {
    read(#""teams": { "front": { \#(team) } } \#(rest)"#)
  }

  @Test("Steps, factors of team and skill, and assistance reach the center")
  func forms() throws {
    let center = try reading(
      """
      "handleTimeFactor": 1.2, "skills": { "voice": { "handleTimeFactor": 0.5 } },
      "tenure": [{ "months": 0, "share": "25%", "handleTimeFactor": 1.4, "resolutionFactor": 0.8 },
                 { "months": 6, "share": 0.75 }]
      """,
      #", "assist": { "byTenure": [{ "months": 0, "handleTimeFactor": 0.7 }] }"#
    ).sound()
    #expect(center.teams[0].handleTimeFactor == 1.2)
    #expect(center.teams[0].skills[0].handleTimeFactor == 0.5)
    #expect(
      center.teams[0].tenure == [
        TenureStep(months: 0, share: 0.25, handleTimeFactor: 1.4, resolutionFactor: 0.8),
        TenureStep(months: 6, share: 0.75),
      ])
    #expect(center.assist == [AssistStep(months: 0, handleTimeFactor: 0.7)])
    let factor = center.meanHandleTimeFactor(of: center.teams[0], in: center.queues[0])
    #expect(abs(factor - 1.2 * 0.5 * 0.7 * (0.25 * 1.4 + 0.75)) < 1e-15)
  }

  @Test("Shares that do not sum to 1, and steps that do not go up, are refused at their place")
  func refused() {
    let shares = reading(#""tenure": [{ "months": 0, "share": 0.5 }]"#)
    #expect(shares.codes == [.sharesDoNotSum])
    #expect(shares.firstLine.contains("teams.front.tenure"))
    let steps = reading(
      #""tenure": [{ "months": 6, "share": 0.5 }, { "months": 0, "share": 0.5 }]"#)
    #expect(steps.firstLine.contains("begin at 0 months and go up"))
    let assist = reading(#""agents": 5"#, #", "assist": { "byTenure": [{ "months": 1 }] }"#)
    #expect(assist.firstLine.contains("assist.byTenure"))
    let above = reading(
      #""agents": 5"#, #", "assist": { "byTenure": [{ "months": 0, "resolutionFactor": 1.5 }] }"#)
    #expect(above.firstLine.contains("above 1"))
  }

  @Test("erlang-c staffs for the talk times of the team that has to do the work")
  func staffing() throws {
    let plain = try reading(#""agents": "erlang-c""#).sound()
    let slow = try reading(#""agents": "erlang-c", "handleTimeFactor": 2"#).sound()
    let long = try read(
      #""demand": { "orders": { "channels": { "voice": { "talkTime": "#
        + #"{ "exponential": { "mean": "6m" } } } } } }, "#
        + #""teams": { "front": { "agents": "erlang-c" } }"#
    ).sound()
    #expect(slow.teams[0].agents == long.teams[0].agents)
    #expect(slow.teams[0].agents != plain.teams[0].agents)
  }
}
