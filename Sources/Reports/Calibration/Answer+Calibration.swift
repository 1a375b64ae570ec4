public import OutputAnalysis

extension Answer {
  /// What `calibrate` answers about measured times: the families, the best one against what was
  /// measured, and the line to paste.
  ///
  /// - Parameters:
  ///   - calibration: The fits.
  ///   - key: The key of a scenario that takes the distribution.
  ///   - sentences: What is said before.
  public static func calibration(
    _ calibration: TimeCalibration, key: String, sentences: [String]
  ) -> Answer {
    var answer = Answer(
      sentences: sentences,
      reports: [.fits(calibration), .quantiles(calibration), .survival(calibration)])
    guard let best = calibration.fits.first else { return answer }
    answer.sentences.append(verdict(best, calibration.tests.first ?? nil))
    answer.tables = [families(calibration), measured(calibration, best)]
    answer.notes =
      [
        "± is the standard error. Behind: Akaike's criterion above that of the best family; beyond "
          + "10 a family is out. Distance: the largest between fitted and measured shares. p: how "
          + "often the family itself would fit as badly."
      ] + [""] + paste(["\"\(key)\": \(ScenarioLines.distribution(best.law))"])
    return answer
  }

  /// Notes that are lines of a scenario.
  public static func paste(_ lines: [String]) -> [String] {
    ["Write into the scenario:", ""] + lines.map { "    " + $0 }
  }

  private static func verdict(_ fit: LikelihoodFit, _ test: HazardTest?) -> String {
    let law = ScenarioLines.distribution(fit.law)
    guard let test else {
      return "Most likely: \(law). Too few times ended to say whether that family describes them."
    }
    let p = test.pValue < 0.001 ? "p < 0.001" : "p = \(Figure.rounded(test.pValue, 3))"
    return test.pValue < 0.01
      ? "Most likely: \(law), but it does not describe the times well (\(p)): look for different "
        + "kinds of contacts among them, or simulate with \"empirical\"."
      : "Most likely: \(law); the times do not speak against it (\(p))."
  }

  private static func families(_ calibration: TimeCalibration) -> Table {
    func text(_ name: String, _ title: String, isKey: Bool = false) -> Column {
      Column(name, title, isKey ? .text : .figure, isKey: isKey, meaning: title)
    }
    var table = Table(
      name: "families", title: "Families, the best first",
      columns: [
        text("family", "Family", isKey: true), text("mean", "Mean"), text("form", "Form"),
        text("behind", "Behind"), text("distance", "Distance"), text("p", "p"),
      ])
    let best = calibration.fits.first?.akaike ?? 0
    for (fit, test) in zip(calibration.fits, calibration.tests) {
      func measured(_ value: Double, _ error: Double?, _ decimals: Int) -> String {
        let text = Figure.rounded(value, decimals)
        return error.map { "\(text) ±\(Figure.rounded($0, decimals))" } ?? text
      }
      table.append([
        .text(fit.law.family.rawValue), .text(measured(fit.law.mean, fit.meanError, 1) + " s"),
        fit.law.family.form.map {
          .text("\($0) \(measured(fit.law.form, fit.formError, 3))\(fit.isOnEdge ? " (edge)" : "")")
        } ?? .empty,
        .text(Figure.rounded(fit.akaike - best, 1)),
        .text(Figure.rounded(fit.kolmogorovDistance(to: calibration.curve), 3)),
        test.map { .text($0.pValue < 0.001 ? "< 0.001" : Figure.rounded($0.pValue, 3)) } ?? .empty,
      ])
    }
    return table
  }

  private static func measured(_ calibration: TimeCalibration, _ best: LikelihoodFit) -> Table {
    var table = Table(
      name: "measured", title: "Measured and by \(best.law.family.rawValue)",
      columns: [
        Column(
          "probability", "Not longer", .share(decimals: 0), isKey: true,
          meaning: "Share of times that are not longer."),
        Column("measured_s", "Measured", .number(decimals: 1), unit: "s", meaning: "Measured."),
        Column("fitted_s", "Fitted", .number(decimals: 1), unit: "s", meaning: "Fitted."),
      ])
    for probability in TimeCalibration.probabilities {
      table.append([
        .number(probability), .optional(calibration.curve.quantile(probability)),
        .number(best.law.quantile(probability)),
      ])
    }
    return table
  }
}
