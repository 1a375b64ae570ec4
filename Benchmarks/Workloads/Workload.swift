import Center
import CenterSimulation
import Scenario

/// A model that runs through the whole engine from the text of a scenario, whatever is on by
/// default switched on.
struct Workload {
  /// Its number in the documentation, such as `W1`.
  let id: String
  let title: String
  let scenario: ScenarioText
  /// Makes the hand-written loop for this model alone; none where such a loop makes no sense.
  var floor: (@Sendable (PlanningCalendar) throws -> any Floor)?
  /// What a replication must come to.
  let answers: [Answer]

  /// The workloads that are simulations, by number: the twin only where it is found.
  static func all() throws -> [Workload] {
    var workloads = [MultiServerQueue.w1.workload("W1"), ImpatientQueue.w2.workload("W2")]
    workloads += MultiServerQueue.growth.map { $0.workload("W3") }
    workloads += [TwoTeams.workload, ChatTeam.w7.workload("W7")]
    if let twin = Twin.workload() { workloads.append(twin) }
    return workloads.sorted { $0.number < $1.number }
  }

  /// The digit of its number.
  private var number: Substring { id.dropFirst().prefix { $0.isNumber } }
}
