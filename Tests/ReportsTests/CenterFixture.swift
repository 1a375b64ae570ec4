import Center
import CenterSimulation
import Experiments
import Stochastics

/// A small center with two classes, voice with an IVR, and email.
enum CenterFixture {
  static func center(_ name: String, agents: Double, wage: Double = 28) throws -> Center {
    let calendar = PlanningCalendar(
      start: CivilDate(daysSinceEpoch: 20_780), days: 2, warmUpDays: 1, followUpDays: 1,
      intervalLength: 3600)
    let open = WeeklyHours(ranges: Array(repeating: [28_800..<64_800], count: 7))
    let voice = Channel(
      name: "voice", medium: .voice, hours: open,
      patience: .exponential(try Exponential(mean: 120)),
      target: Target(serviceLevel: 0.8, within: 20),
      wrapUp: .exponential(try Exponential(mean: 20)), trunks: 20,
      cost: ChannelCost(perContact: 0.05))
    let email = Channel(
      name: "email", medium: .email, hours: open,
      target: Target(serviceLevel: 0.9, within: 14_400))
    let classes = try ["billing", "outage"].map { name in
      DemandClass(
        name: name, expectedIssues: every(20, from: 8, to: 18, calendar),
        channels: [
          ClassChannel(
            channel: "voice", share: Graded(0.9),
            talkTime: .logNormal(try LogNormal(mean: 200, cv: 0.9))),
          ClassChannel(
            channel: "email", share: Graded(0.1), talkTime: .gamma(try Gamma(mean: 200, cv: 0.7))),
        ])
    }
    let ivr = SelfServiceTool(
      name: "ivr", stage: .onChannels(["voice"]), time: .constant(try Constant(mean: 30)),
      containment: [0.3, 0], trueResolution: 0.9, costPerSession: 0.05)
    let team = Team(
      name: "phones", agents: every(agents, from: 8, to: 18, calendar),
      skills: [Skill(channel: "voice"), Skill(channel: "email", rank: 2)], wage: wage)
    return Center(
      name: name, calendar: calendar, demand: classes, channels: [voice, email],
      selfService: [ivr], teams: [team])
  }

  /// The results of two designs that differ in the number of agents.
  static func results(
    _ designs: [(name: String, agents: Double)] = [("A", 4), ("B", 5)], replications: Int = 10
  ) async throws -> [DesignResult] {
    let designs = try designs.map { design in
      Design(try Simulation(try center(design.name, agents: design.agents)))
    }
    return try await Experiment(designs: designs, seed: 1, replications: replications)
      .run(workers: 2)
  }

  private static func every(
    _ value: Double, from: Int, to: Int, _ calendar: PlanningCalendar
  ) -> [[Double]] {
    let day = (0..<24).map { (from..<to).contains($0) ? value : 0 }
    return Array(repeating: day, count: calendar.simulatedDays)
  }
}
