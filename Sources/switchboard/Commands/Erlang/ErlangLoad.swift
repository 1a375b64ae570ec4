import Arguments
import Reports

/// The work that is offered, as the options of the calculators give it.
struct ErlangLoad: Equatable {
  /// The offered load [Erlang].
  let offeredLoad: Double
  /// Mean handle time [s]; `nil` when only the load is known, and then no wait has a length.
  let handleTime: Double?

  /// Reads the load from the options.
  init(_ arguments: ParsedArguments) throws(ArgumentError) {
    let options = ErlangOptions.self
    if let talkTime = arguments[options.talkTime] {
      handleTime = talkTime + (arguments[options.wrapUp] ?? 0)
    } else if arguments.gives(options.wrapUp) {
      throw arguments.error(.dependency(option: "--wrap-up", needs: "--talk-time"))
    } else {
      handleTime = nil
    }
    switch (arguments[options.load], arguments[options.arrivals]) {
    case (.some, .some):
      throw arguments.error(.conflict("--load", "--arrivals"))
    case (let load?, nil):
      offeredLoad = load
    case (nil, let arrivals?):
      guard let handleTime else {
        throw arguments.error(.dependency(option: "--arrivals", needs: "--talk-time"))
      }
      offeredLoad = arrivals.perSecond * handleTime
    case (nil, nil):
      throw arguments.error(.missingOption(oneOf: ["--load", "--arrivals"]))
    }
    guard offeredLoad <= ErlangOptions.largestLoad else {
      throw arguments.error(
        .invalidValue(
          option: "the offered load",
          value: offeredLoad.isFinite
            ? ByteSink.text { $0.append(offeredLoad) } : "more than any number",
          .outside(.between(0, ErlangOptions.largestLoad))))
    }
  }
}

/// So many arrivals in so much time: `100/30m`.
struct ArrivalRate: Equatable, Sendable {
  /// Arrivals per second.
  let perSecond: Double

  static let kind = ValueKind("COUNT/DURATION") { text throws(ValueProblem) -> ArrivalRate in
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let count = Decimal.number(parts[0]), count > 0,
      // "100/h" is read as "100/1h".
      let period = Decimal.duration(parts[1]) ?? Decimal.duration("1" + parts[1]), period > 0
    else { throw .notOfForm("a count over a duration", example: "100/30m") }
    return ArrivalRate(perSecond: count / period)
  }
}

/// One number of agents, or all from one to another: `40..50`.
struct AgentRange: Equatable, Sendable {
  let values: ClosedRange<Int>

  /// The most rows of one table.
  static let largestCount = 10_000
  static let largestAgents = 1_000_000

  static let kind = ValueKind("N|N..M") { text throws(ValueProblem) -> AgentRange in
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let form = ValueProblem.notOfForm("a whole number or a range", example: "40 or 40..50")
    guard parts.count == 1 || (parts.count == 3 && parts[1].isEmpty),
      let first = Decimal.wholeNumber(parts[0]), let last = Decimal.wholeNumber(parts.last ?? "")
    else { throw form }
    guard first >= 1, last <= largestAgents else {
      throw .outside(.between(1, Double(largestAgents)))
    }
    guard first <= last, last - first < largestCount else { throw form }
    return AgentRange(values: first...last)
  }
}
