import Arguments
import Erlang
import OutputAnalysis
import Reports
import Scenario

/// `switchboard calibrate patience`: how long customers would wait, from totals or single waits.
enum CalibratePatienceCommand {
  static let meanWait = Option(
    "mean-wait", .duration(in: .positive),
    help: "Mean wait of all callers, those who hung up included.")
  static let abandonment = Option(
    "abandonment", .share(in: .openUnit), help: "Share of callers who hung up.")
  static let agents = Option(
    "agents", short: "n", .integer(in: 1...ErlangA.largestAgents),
    help: "Agents who were there, for totals without one of the two.")

  static let declaration = CommandDeclaration(
    name: "patience", summary: "Find how long customers would wait before they hang up",
    examples: [
      Example(
        "switchboard calibrate patience --abandonment 5% --load 10 --talk-time 3m -n 11",
        "the patience with which Erlang A loses as many"),
      Example(
        "switchboard calibrate patience --mean-wait 12s --abandonment 4%",
        "without a model of the agents"),
      Example(
        "switchboard calibrate patience --data waits.csv --columns wait=W,outcome=O",
        "from single waits: Kaplan-Meier and fitted families"),
    ],
    discussion: [
      "Totals: for exponential patience its mean is mean wait over abandonment. With agents and "
        + "load, either total alone will do; with both, the two are held against each other.",
      "A table has the columns wait (seconds, 4m or hh:mm:ss) and outcome (answered or "
        + "abandoned). The wait of somebody who was answered says only that the patience was "
        + "longer; that is how it counts.",
    ],
    options: [meanWait.declaration, abandonment.declaration] + ErlangOptions.offered
      + [agents.declaration, ErlangOptions.within.declaration] + DataFile.declarations
      + CalibrationOutput.declarations)

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    guard let path = arguments[DataFile.data] else {
      try findFromTotals(arguments, session)
      return .ok
    }
    let totals: [(name: String, isGiven: Bool)] = [
      ("--mean-wait", arguments.gives(meanWait)), ("--abandonment", arguments.gives(abandonment)),
      ("--load", arguments.gives(ErlangOptions.load)),
      ("--arrivals", arguments.gives(ErlangOptions.arrivals)),
      ("--agents", arguments.gives(agents)), ("--within", arguments.gives(ErlangOptions.within)),
    ]
    if let total = totals.first(where: \.isGiven) {
      throw arguments.error(.conflict("--data", total.name))
    }
    let data = try DataFile(path, arguments)
    let times: MeasuredTimes
    do throws(TableFailure) {
      times = try .waits(data.file, data.mapping)
    } catch {
      throw Failure(error)
    }
    CalibrationOutput.report(times, session)
    var sentences = [
      "\(times.ended.count) hung up after a wait, \(times.answered.count) were answered."
    ]
    if times.balked > 0 {
      sentences.append(
        "\(times.balked) hung up at once and are left out: that is \"balks\", not patience.")
    }
    return try CalibrationOutput.answer(
      CensoredSample(ended: times.ended, censored: times.answered), key: "patience",
      sentences: sentences, data: data, command: "calibrate patience", arguments, session)
  }

  // MARK: From totals

  private static func findFromTotals(
    _ arguments: ParsedArguments, _ session: Session
  ) throws {
    let (wait, share) = (arguments[meanWait], arguments[abandonment])
    guard wait != nil || share != nil else {
      throw arguments.error(.missingOption(oneOf: ["--data", "--mean-wait", "--abandonment"]))
    }
    if let path = arguments[CalibrationOutput.out] {
      throw Failure(
        .misuse, "Leave out --out \(path): only a calibration from --data leaves files.")
    }
    let line = try Line(arguments)
    guard line != nil || (wait != nil && share != nil) else {
      throw arguments.error(
        .dependency(
          option: wait == nil ? "--abandonment" : "--mean-wait",
          needs: wait == nil
            ? "--mean-wait, or --agents and --arrivals"
            : "--abandonment, or --agents and --arrivals"))
    }
    let findings: PatienceFindings
    do throws(ErlangError) {
      findings = try self.findings(wait: wait, share: share, line)
    } catch {
      throw Failure(error)
    }
    try session.write(
      .patience(findings), as: arguments[ErlangOptions.format], command: "calibrate patience")
  }

  /// All ways to a patience that the totals allow.
  private static func findings(
    wait: Double?, share: Double?, _ line: Line?
  ) throws(ErlangError) -> PatienceFindings {
    var findings = PatienceFindings(agents: line?.agents)
    let ratio = wait.flatMap { wait in share.map { wait / $0 } }
    if let ratio { findings.found.append(try finding(.ratio, ratio, line)) }
    guard let line else { return findings }
    func add(
      _ source: PatienceFinding.Source, _ patience: () throws(ErlangError) -> Double
    ) throws(ErlangError) {
      do throws(ErlangError) {
        findings.found.append(try finding(source, try patience(), line))
      } catch {
        // Another number of agents may be the mistake: the ratio knows none.
        guard case .noPatience(let value, let first, let last) = error, ratio != nil else {
          throw error
        }
        findings.impossible.append(
          .init(source: source, value: value, least: min(first, last), most: max(first, last)))
      }
    }
    if let share {
      try add(.abandonment) { () throws(ErlangError) in
        try ErlangA.patience(
          offeredLoad: line.load, handleTime: line.handleTime, agents: line.agents,
          abandonment: share)
      }
    }
    if let wait {
      try add(.meanWait) { () throws(ErlangError) in
        try ErlangA.patience(
          offeredLoad: line.load, handleTime: line.handleTime, agents: line.agents, meanWait: wait)
      }
    }
    if let ratio, let share { findings.fitting = try agents(line, patience: ratio, losing: share) }
    return findings
  }

  /// The number of agents with whom the abandonment comes closest to a share.
  private static func agents(
    _ line: Line, patience: Double, losing share: Double
  ) throws(ErlangError) -> Int {
    let enough = try ErlangA.requiredAgents(
      offeredLoad: line.load, handleTime: line.handleTime, patience: patience,
      target: .abandonmentProbability(share))
    func distance(_ agents: Int) throws(ErlangError) -> Double {
      let model = try ErlangA(
        offeredLoad: line.load, handleTime: line.handleTime, patience: patience, agents: agents)
      return (model.abandonmentProbability - share).magnitude
    }
    guard enough > 1 else { return enough }
    return try distance(enough - 1) < distance(enough) ? enough - 1 : enough
  }

  /// The queue that the totals were measured at.
  private struct Line {
    let load: Double
    let handleTime: Double
    let agents: Int
    let threshold: Double

    init?(_ arguments: ParsedArguments) throws {
      let gives = arguments.gives(ErlangOptions.load) || arguments.gives(ErlangOptions.arrivals)
      guard let agents = arguments[CalibratePatienceCommand.agents] else {
        if gives {
          throw arguments.error(
            .dependency(
              option: arguments.gives(ErlangOptions.load) ? "--load" : "--arrivals",
              needs: "--agents"))
        }
        return nil
      }
      let offered = try ErlangLoad(arguments)
      guard let handleTime = offered.handleTime else {
        throw arguments.error(.dependency(option: "--load", needs: "--talk-time"))
      }
      load = offered.offeredLoad
      self.handleTime = handleTime
      self.agents = agents
      threshold = arguments[ErlangOptions.within] ?? 0
    }
  }

  private static func finding(
    _ source: PatienceFinding.Source, _ patience: Double, _ line: Line?
  ) throws(ErlangError) -> PatienceFinding {
    guard let line else { return PatienceFinding(source, patience: patience) }
    let model = try ErlangA(
      offeredLoad: line.load, handleTime: line.handleTime, patience: patience, agents: line.agents)
    return PatienceFinding(
      source, patience: patience,
      consequence: .init(
        abandonment: model.abandonmentProbability, meanWait: model.meanWait,
        serviceLevel: model.serviceLevel(within: line.threshold)))
  }
}
