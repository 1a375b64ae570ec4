import Center
import CenterSimulation
import Erlang
import SpecialFunctions
import Stochastics
import TestCenters

/// Issues that come back until they are resolved, against the balance of issues.
enum JourneyFamily {
  private static let talk = 120.0
  private static let delay = 1800.0

  private static func center(agents: Int = 100) throws -> Center {
    // A day for the last issues to end: 48 mean delays, of which hardly any issue needs ten.
    var center = oneQueue(
      perHour: 40, talk: .exponential(try Exponential(mean: talk)), agents: agents, days: 1,
      warmUpDays: 1)
    center.calendar.followUpDays = 1
    center.demand[0].expectedIssues = everyInterval(40, of: center.calendar)
    center.teams[0].agents = everyInterval(Double(agents), of: center.calendar)
    center.demand[0].repeatContactAfter = .gamma(try Gamma(mean: delay, cv: 0.8))
    return center
  }

  /// With resolution rate r the contacts of an issue are geometric: 1/r of them, r of the issues
  /// after the first. `bias` plants an error: the exact values are those of rates higher by it.
  static func repeats(bias: Double) throws -> [Comparison] {
    try [0.5, 0.7, 0.9].enumerated().flatMap { index, rate in
      var center = try center()
      center.demand[0].resolutionRate = Graded(rate)
      let believed = rate * bias
      return [
        Comparison(
          "resolution rate \(rate): contacts an issue", of: center,
          seed: UInt64(14_000 + 10 * index), exact: 1 / believed,
          ratio: measured("contacts_per_issue")),
        Comparison(
          "resolution rate \(rate): first contact", of: center,
          seed: UInt64(14_001 + 10 * index), exact: believed,
          ratio: measured("first_contact_resolution")),
        Comparison(
          "resolution rate \(rate): repeats", of: center, seed: UInt64(14_002 + 10 * index),
          exact: 1 - believed, ratio: measured("repeat_rate")),
        Comparison(
          "resolution rate \(rate): time to resolution", of: center,
          seed: UInt64(14_003 + 10 * index),
          exact: talk / believed + delay * (1 / believed - 1),
          ratio: measured("time_to_resolution_s")),
      ]
    }
  }

  /// A rate that falls from the easy to the hard: 1/r averaged over difficulty. The same
  /// difficulty decides on every contact of an issue.
  static func gradedRepeats(bias: Double) throws -> [Comparison] {
    try [(0.95, 0.4), (0.6, 0.9)].enumerated().flatMap { index, rate in
      var center = try center()
      center.demand[0].resolutionRate = Graded(easy: rate.0, hard: rate.1)
      return [
        Comparison(
          "resolution from \(rate.0) to \(rate.1): contacts an issue", of: center,
          seed: UInt64(14_100 + 10 * index),
          exact: log(rate.0 / rate.1) / (rate.0 - rate.1) / bias,
          ratio: measured("contacts_per_issue")),
        Comparison(
          "resolution from \(rate.0) to \(rate.1): first contact", of: center,
          seed: UInt64(14_101 + 10 * index), exact: (rate.0 + rate.1) / 2 * bias,
          ratio: measured("first_contact_resolution")),
      ]
    }
  }

  /// A tool that contains c, of which t truly, before agents who resolve r. `bias` is that of t.
  static func falseContainment(bias: Double) throws -> [Comparison] {
    try [(0.3, 0.6, 0.8, 0.0), (0.5, 0.85, 1, 1), (0.6, 0.5, 0.7, 0.4)].enumerated().flatMap {
      index, tool in
      let (containment, trueResolution, rate, easyBias) = tool
      var center = try center()
      center.demand[0].resolutionRate = Graded(rate)
      center.selfService = [
        SelfServiceTool(
          name: "ivr", stage: .onChannels(["voice"]),
          time: .exponential(try Exponential(mean: 45)), containment: [containment],
          easyContactBias: easyBias, trueResolution: trueResolution)
      ]
      let resolved = containment * trueResolution * bias
      let returning = containment - resolved
      let name = "containment \(containment), of which \(trueResolution)"
      return [
        Comparison(
          "\(name): true containment", of: center, seed: UInt64(14_200 + 10 * index),
          exact: trueResolution * bias, ratio: measured("true_containment_rate")),
        Comparison(
          "\(name): containment", of: center, seed: UInt64(14_201 + 10 * index),
          exact: containment, ratio: measured("containment_rate")),
        Comparison(
          "\(name): contacts an issue", of: center, seed: UInt64(14_202 + 10 * index),
          // The tool is skipped when the issue comes back.
          exact: resolved + returning * (1 + 1 / rate) + (1 - containment) / rate,
          ratio: measured("contacts_per_issue")),
        Comparison(
          "\(name): first contact", of: center, seed: UInt64(14_203 + 10 * index),
          exact: resolved + (1 - containment) * rate,
          ratio: measured("first_contact_resolution")),
        Comparison(
          "\(name): deflection", of: center, seed: UInt64(14_204 + 10 * index),
          exact: resolved, ratio: measured("deflection_rate")),
      ]
    }
  }

  /// Issues that come back to a queue with few agents: a network of Jackson's, in which the queue
  /// is M/M/n at the load of all contacts. `bias` plants an error in the service time.
  static func crowdedRepeats(bias: Double) throws -> [Comparison] {
    try [(2, 0.7, 0.75), (10, 0.6, 0.85)].enumerated().flatMap { index, system in
      let (agents, rate, occupancy) = system
      let load = occupancy * Double(agents)
      let away = 600.0
      let relaxation = SteadyQueue.relaxation(ofLoad: load, agents: agents, talk: talk)
      var center = SteadyQueue(
        load: load * rate, talk: .exponential(try Exponential(mean: talk)), agents: agents,
        relaxation: relaxation + away / rate, calls: 220 * relaxation * load / talk,
        goesOn: true
      ).center
      center.demand[0].resolutionRate = Graded(rate)
      center.demand[0].repeatContactAfter = .exponential(try Exponential(mean: away))
      let exact = try ErlangC(
        offeredLoad: load * bias, handleTime: talk * bias, agents: agents)
      return [
        Comparison(
          "\(agents) agents who resolve \(rate): mean wait", of: center,
          seed: UInt64(14_300 + 10 * index), exact: exact.averageSpeedOfAnswer,
          ratio: measured("asa_s")),
        Comparison(
          "\(agents) agents who resolve \(rate): service level", of: center,
          seed: UInt64(14_301 + 10 * index), exact: exact.serviceLevel(within: 20),
          ratio: measured("service_level")),
      ]
    }
  }
}
