import CenterSimulation

/// What the waits of a replication come to, over contacts that are counted.
struct WaitTotals: Equatable {
  var answered = 0.0
  /// Of the answered, those who waited at all.
  var delayed = 0.0
  var abandoned = 0.0
  /// Σ of the waits of the answered [s].
  var waits = 0.0
  /// Σ of the waits of the abandoned [s].
  var lostWaits = 0.0
  /// Σ from the start of service to its end [s]; none where a floor does not keep it.
  var sessions: Double?

  /// Whether both come from the same draws: equal counts, and sums of times that differ by rounding.
  ///
  /// A wait is the difference of instants below 2²² s, which are multiples of 2⁻³¹ s: it is off by
  /// 10⁻⁹ s at most, and one of many waits of seconds by far less than 10⁻⁹ of their sum.
  func agrees(with other: WaitTotals) -> Bool {
    answered == other.answered && delayed == other.delayed && abandoned == other.abandoned
      && Self.isEqual(waits, other.waits) && Self.isEqual(lostWaits, other.lostWaits)
      && Self.isEqual(sessions ?? 0, sessions == nil ? 0 : other.sessions ?? 0)
  }

  private static func isEqual(_ sum: Double, _ other: Double) -> Bool {
    abs(sum - other) <= 1e-9 * max(sum, other)
  }
}

extension WaitTotals {
  /// The totals over all intervals and queues.
  init(_ observation: Observation) {
    var sessions = 0.0
    for tally in observation.queues {
      answered += tally.answered
      delayed += tally.delayed
      abandoned += tally.abandoned
      waits += tally.waitAnswered
      lostWaits += tally.waitAbandoned
      sessions += tally.session
    }
    self.sessions = sessions
  }

  /// The mean wait of the answered [s].
  var meanWait: Double { waits / answered }

  /// The share of contacts that were abandoned.
  var abandonedShare: Double { abandoned / (answered + abandoned) }

  /// The mean time from the start of service to its end [s].
  var meanSession: Double { (sessions ?? 0) / answered }
}
