import Center
import CenterSimulation

/// What one replication of a day shows, of every queue and team in every interval.
struct DaySample: Sendable {
  /// The numbers of a queue in an interval.
  enum Item: Int, CaseIterable {
    case offered, answered, answeredWithin, abandoned, work
  }

  private let queueCount: Int
  private let teamCount: Int
  private let queues: [Double]
  private let teams: [Double]

  /// Takes from an observation what a day is judged by.
  init(_ observation: Observation, queueCount: Int, teamCount: Int) {
    self.queueCount = queueCount
    self.teamCount = teamCount
    queues = observation.queues.flatMap {
      [
        $0.offered, $0.answered, $0.answeredWithin, $0.abandoned,
        $0.talk + $0.repeatedInformation + $0.wrapUp,
      ]
    }
    teams = observation.teams.map(\.present)
  }

  /// A number of a queue in an interval.
  func value(_ item: Item, queue: Int, _ interval: Int) -> Double {
    queues[(interval * queueCount + queue) * Item.allCases.count + item.rawValue]
  }

  /// A number of several queues in some intervals.
  func sum(_ item: Item, queues: [Int], _ intervals: Range<Int>) -> Double {
    var sum = 0.0
    for interval in intervals { for queue in queues { sum += value(item, queue: queue, interval) } }
    return sum
  }

  /// The time that agents of some teams were present in some intervals [s].
  func present(teams: [Int], _ intervals: Range<Int>) -> Double {
    var sum = 0.0
    for interval in intervals {
      for team in teams { sum += self.teams[interval * teamCount + team] }
    }
    return sum
  }
}

/// Means of samples.
struct DayMeans {
  let samples: [DaySample]
  /// The length of an interval [s].
  let intervalLength: Double

  /// The mean number offered to a queue in an interval.
  func offered(queue: Int, _ interval: Int) -> Double {
    samples.reduce(0) { $0 + $1.value(.offered, queue: queue, interval) } / Double(samples.count)
  }

  /// The mean handle time of some queues over the day [s]; `nil` where nobody is answered.
  func handleTime(queues: [Int]) -> Double? {
    guard let first = samples.first else { return nil }
    let day = 0..<first.intervalCount
    let time = samples.reduce(0) { $0 + $1.sum(.work, queues: queues, day) }
    let answered = samples.reduce(0) { $0 + $1.sum(.answered, queues: queues, day) }
    return answered > 0 ? time / answered : nil
  }

  /// The mean number of agents of a team who are present in an interval.
  func agents(team: Int, _ interval: Int) -> Double {
    let time = samples.reduce(0) { $0 + $1.present(teams: [team], interval..<interval + 1) }
    return time / Double(samples.count) / intervalLength
  }
}

extension DaySample {
  /// How many intervals there are.
  var intervalCount: Int { queues.count / max(1, queueCount * Item.allCases.count) }
}
