extension QueueTarget {
  /// The smallest number of agents that reaches every one of several targets, by Erlang A, or by
  /// Erlang C where nobody hangs up.
  ///
  /// More agents never do worse on any target, so that it is the largest of what each takes.
  ///
  /// - Parameters:
  ///   - targets: What is to be reached; not empty.
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; `nil` where nobody hangs up.
  /// - Throws: `ErlangError` of the formula.
  /// - Complexity: As of the formula, for each target.
  public static func requiredAgents(
    for targets: [QueueTarget], offeredLoad: Double, handleTime: Double, patience: Double?
  ) throws(ErlangError) -> Int {
    var agents = 0
    for target in targets {
      try target.validate()
      if let patience {
        agents = max(
          agents,
          try ErlangA.requiredAgents(
            offeredLoad: offeredLoad, handleTime: handleTime, patience: patience, target: target))
      } else {
        agents = max(
          agents,
          try ErlangC.requiredAgents(
            offeredLoad: offeredLoad, handleTime: handleTime, target: target.ofPatient))
      }
    }
    return agents
  }
}
