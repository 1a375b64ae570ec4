/// A mean patience that was found from totals, and where from.
public struct PatienceFinding: Sendable, Equatable {
  /// What it was found from, in words of the columns.
  public enum Source: String, Sendable {
    /// Mean wait over abandonment: right for exponential patience, whatever the agents did.
    case ratio = "mean_wait_over_abandonment"
    /// The share that hangs up, by Erlang A.
    case abandonment
    /// The mean wait, by Erlang A.
    case meanWait = "mean_wait"
  }

  /// Where it comes from.
  public let source: Source
  /// The mean patience [s].
  public let patience: Double
  /// What Erlang A says with it; `nil` without agents.
  public let consequence: Consequence?

  /// What Erlang A says of a patience.
  public struct Consequence: Sendable, Equatable {
    /// The share that hangs up.
    public let abandonment: Double
    /// The mean wait of all [s].
    public let meanWait: Double
    /// The share answered in time.
    public let serviceLevel: Double

    /// What the model says.
    public init(abandonment: Double, meanWait: Double, serviceLevel: Double) {
      self.abandonment = abandonment
      self.meanWait = meanWait
      self.serviceLevel = serviceLevel
    }
  }

  /// A finding.
  public init(_ source: Source, patience: Double, consequence: Consequence? = nil) {
    self.source = source
    self.patience = patience
    self.consequence = consequence
  }
}

/// All that totals say of patience.
public struct PatienceFindings: Sendable, Equatable {
  /// The ways that lead to one, the most trustworthy first.
  public var found: [PatienceFinding] = []
  /// The totals that no patience leads to with the agents who were there.
  public var impossible: [Impossible] = []
  /// The agents who were there.
  public var agents: Int?
  /// The agents with whom both totals would agree best.
  public var fitting: Int?

  /// A total that no patience leads to.
  public struct Impossible: Sendable, Equatable {
    let source: PatienceFinding.Source
    /// A share, or seconds; what it is, and between what it lies over all patience.
    let value: Double
    let least: Double
    let most: Double

    /// A total, and between what it would have to lie.
    public init(source: PatienceFinding.Source, value: Double, least: Double, most: Double) {
      self.source = source
      self.value = value
      self.least = least
      self.most = most
    }
  }

  /// Nothing found yet.
  public init(agents: Int?) { self.agents = agents }
}

extension Report {
  /// `patience.csv`: mean patience by each way to find it.
  public static func patience(_ findings: [PatienceFinding]) -> Report {
    Report(name: "patience", title: "Mean patience", columns: patienceColumns) { emit in
      for finding in findings {
        let isAlive = emit([
          .text(finding.source.rawValue), .number(finding.patience),
          .optional(finding.consequence?.abandonment), .optional(finding.consequence?.meanWait),
          .optional(finding.consequence?.serviceLevel),
          .text(
            "{ \"exponential\": { \"mean\": \"\(ScenarioLines.number(finding.patience))s\" } }"),
        ])
        guard isAlive else { return }
      }
    }
  }

  private static let patienceColumns = [
    Column(
      "source", "Found from", .text, isKey: true,
      meaning: "What the patience was found from: mean_wait_over_abandonment needs no model; "
        + "abandonment and mean_wait go through Erlang A."),
    Column(
      "patience_s", "Patience", .number(decimals: 1), unit: "s",
      meaning: "Mean of an exponential patience."),
    Column(
      "abandonment_rate", "Abandonment", .share(decimals: 1),
      meaning: "Share that hangs up with it, by Erlang A; empty without agents."),
    Column(
      "wait_mean_s", "Mean wait", .number(decimals: 1), unit: "s",
      meaning: "Mean wait of all with it, those who hang up included."),
    Column(
      "service_level", "Service level", .share(decimals: 1),
      meaning: "Share answered in time with it."),
    Column("scenario", "Scenario", .text, meaning: "What to write in a scenario."),
  ]
}

extension Answer {
  /// What `calibrate patience` answers from totals.
  public static func patience(_ findings: PatienceFindings) -> Answer {
    let report = Report.patience(findings.found)
    var answer = Answer(tables: [report.table()], reports: [report])
    guard let best = findings.found.first else { return answer }
    let text = ScenarioLines.number(best.patience)
    answer.sentences = ["Mean patience \(text) s, if it is exponential."]
    let models = findings.found.filter { $0.source != .ratio }.map(\.patience)
    let most = models.max() ?? 0
    if models.count == 2, most <= (models.min() ?? 0) * 1.1 {
      answer.sentences.append(
        "The totals agree: with these agents, abandonment and mean wait lead to the same.")
    } else if best.source == .ratio, let agents = findings.agents {
      answer.sentences += disagreement(findings)
      if let fitting = findings.fitting, fitting != agents {
        answer.sentences.append(
          "With \(fitting) agents instead of \(agents) both would say about \(text) s: look at how "
            + "many were really there, and at the busiest half hours.")
      }
    }
    answer.notes = Answer.paste(["\"patience\": { \"exponential\": { \"mean\": \"\(text)s\" } }"])
    return answer
  }

  /// What each total says with the agents who were there.
  private static func disagreement(_ findings: PatienceFindings) -> [String] {
    func words(_ source: PatienceFinding.Source) -> String {
      source == .meanWait ? "mean wait" : "abandonment"
    }
    let said = findings.found.filter { $0.source != .ratio }.map {
      "\(words($0.source)) says \(ScenarioLines.number($0.patience)) s"
    }
    let impossible = findings.impossible.map { total in
      func text(_ value: Double) -> String {
        total.source == .meanWait
          ? ScenarioLines.number(value, digits: 3) + " s"
          : ScenarioLines.number(value * 100, digits: 3) + " %"
      }
      return "no patience leads to \(text(total.value)) \(words(total.source)), only to "
        + "\(text(total.least)) to \(text(total.most))"
    }
    return [
      "The totals disagree: with these agents, "
        + (said + impossible).joined(separator: " and ") + "."
    ]
  }
}
