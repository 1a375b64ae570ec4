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
    for option in ["--mean-wait", "--abandonment"]
    where option == "--mean-wait" ? arguments.gives(meanWait) : arguments.gives(abandonment) {
      throw arguments.error(.conflict("--data", option))
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
    var findings: [PatienceFinding] = []
    var needed: Int?
    do throws(ErlangError) {
      if let wait, let share {
        findings.append(try finding(.ratio, wait / share, line))
      }
      if let share, let line {
        let patience = try ErlangA.patience(
          offeredLoad: line.load, handleTime: line.handleTime, agents: line.agents,
          abandonment: share)
        findings.append(try finding(.abandonment, patience, line))
      }
      if let wait, let line {
        let patience = try ErlangA.patience(
          offeredLoad: line.load, handleTime: line.handleTime, agents: line.agents, meanWait: wait)
        findings.append(try finding(.meanWait, patience, line))
      }
      if let line, let wait, let share {
        needed = try ErlangA.requiredAgents(
          offeredLoad: line.load, handleTime: line.handleTime, patience: wait / share,
          target: .abandonmentProbability(share))
      }
    } catch {
      throw Failure(error)
    }
    try session.write(
      .patience(findings, agents: line?.agents, needed: needed),
      as: arguments[ErlangOptions.format], command: "calibrate patience")
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
