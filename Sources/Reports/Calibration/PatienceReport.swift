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
  ///
  /// - Parameters:
  ///   - findings: The ways that the totals allow, the most trustworthy first.
  ///   - agents: The agents who were there.
  ///   - needed: The agents with whom both totals would agree.
  public static func patience(
    _ findings: [PatienceFinding], agents: Int?, needed: Int?
  ) -> Answer {
    let report = Report.patience(findings)
    var answer = Answer(tables: [report.table()], reports: [report])
    guard let best = findings.first else { return answer }
    let text = ScenarioLines.number(best.patience)
    answer.sentences = ["Mean patience \(text) s, if it is exponential."]
    if findings.count == 3 {
      let (low, high) = (
        min(findings[1].patience, findings[2].patience),
        max(findings[1].patience, findings[2].patience)
      )
      if high <= low * 1.1 {
        answer.sentences.append(
          "The totals agree: with these agents, abandonment and mean wait lead to the same.")
      } else {
        answer.sentences.append(
          "The totals disagree: with these agents, abandonment says "
            + "\(ScenarioLines.number(findings[1].patience)) s and mean wait "
            + "\(ScenarioLines.number(findings[2].patience)) s.")
        if let agents, let needed, needed != agents {
          answer.sentences.append(
            "With \(needed) agents instead of \(agents) both would say \(text) s: look at how many "
              + "were really there, and at the busiest half hours.")
        }
      }
    }
    answer.notes = Answer.paste(["\"patience\": { \"exponential\": { \"mean\": \"\(text)s\" } }"])
    return answer
  }
}
