import Erlang

/// W5: the agents that an interval takes, by Erlang C and by Erlang A, in nanoseconds of processor
/// time for each requirement.
struct ErlangRequirements {
  /// Offered loads of the 96 quarters of a day [Erlang]: 5 to 120, up to noon and down again.
  private static let loads = (0..<96).map { quarter in
    let share = Double(quarter) / 95
    return 5 + 460 * share * (1 - share)
  }
  private static let handleTime = 180.0
  private static let patience = 120.0
  private static let level = 0.8
  private static let threshold = 20.0
  /// Days of a round.
  private static let days = 20

  private(set) var patient: [Double] = []
  private(set) var impatient: [Double] = []
  let checks: [Check]

  init(rounds: Int) throws {
    var patientAgents: [Int] = []
    var impatientAgents: [Int] = []
    let count = Double(Self.loads.count * Self.days)
    for _ in 0..<rounds {
      patient.append(
        try ProcessorTime.measure {
          for _ in 0..<Self.days { patientAgents = try Self.loads.map(Self.patientRequirement) }
        } / count)
      impatient.append(
        try ProcessorTime.measure {
          for _ in 0..<Self.days { impatientAgents = try Self.loads.map(Self.impatientRequirement) }
        } / count)
    }
    var isRight = true
    for (index, load) in Self.loads.enumerated() {
      for (isMet, offset) in [(true, 0), (false, -1)] {
        let calm = patientAgents[index] + offset
        isRight =
          try isRight
          && (Double(calm) > load && Self.patientLevel(load, calm) >= Self.level) == isMet
        let lean = impatientAgents[index] + offset
        isRight = try isRight && (Self.impatientLevel(load, lean) >= Self.level) == isMet
      }
    }
    checks = [
      Check(
        "W5: every requirement reaches the target, and one agent fewer does not",
        isRight && patientAgents.count == 96 && impatientAgents.count == 96,
        "\(patientAgents.reduce(0, +)) and \(impatientAgents.reduce(0, +)) agents in 96 intervals")
    ]
  }

  /// What the report says.
  var workloads: [BenchmarkReport.Workload] {
    [("Erlang C", patient), ("Erlang A", impatient)].map { name, times in
      .init(
        id: "W5", title: "Requirement of an interval, \(name)", unit: .nanoseconds,
        count: Self.loads.count * Self.days, engine: Samples(times))
    }
  }

  private static func patientRequirement(_ load: Double) throws -> Int {
    try ErlangC.requiredAgents(
      offeredLoad: load, handleTime: handleTime, target: .serviceLevel(level, within: threshold))
  }

  private static func impatientRequirement(_ load: Double) throws -> Int {
    try ErlangA.requiredAgents(
      offeredLoad: load, handleTime: handleTime, patience: patience,
      target: .serviceLevel(level, within: threshold))
  }

  private static func patientLevel(_ load: Double, _ agents: Int) throws -> Double {
    try ErlangC(offeredLoad: load, handleTime: handleTime, agents: agents)
      .serviceLevel(within: threshold)
  }

  private static func impatientLevel(_ load: Double, _ agents: Int) throws -> Double {
    try ErlangA(offeredLoad: load, handleTime: handleTime, patience: patience, agents: agents)
      .serviceLevel(within: threshold)
  }
}
