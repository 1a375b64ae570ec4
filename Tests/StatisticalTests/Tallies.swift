import CenterSimulation
import Experiments

/// All queue rows of an observation, added up.
func sum(_ observation: Observation) -> QueueTally {
  observation.queues.reduce(into: QueueTally()) { $0 += $1 }
}

/// All team rows of an observation, added up.
func sumOfTeams(_ observation: Observation) -> TeamTally {
  observation.teams.reduce(into: TeamTally()) { $0 += $1 }
}

/// Numerator and denominator of a reported measure in the row for everything, live queues alone:
/// what the reports print under `column` is what is compared.
func measured(_ column: String) -> @Sendable (Observation) -> (Double, Double) {
  guard let measure = Measure.named(column) else { preconditionFailure("no column \(column)") }
  return { observation in
    var row = RowTally()
    row.hasLiveQueues = true
    row.live = sum(observation)
    row.team = sumOfTeams(observation)
    for tool in observation.tools { row.tool += tool }
    for issue in observation.issues { row.issue += issue }
    return (measure.numerator(row), measure.denominator(row))
  }
}
