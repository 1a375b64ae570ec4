public import OutputAnalysis

extension Report {
  /// `fits.csv`: the families, the best first.
  public static func fits(_ calibration: TimeCalibration?) -> Report {
    Report(
      name: "fits", title: "Families fitted to measured times, the best first",
      columns: fitColumns
    ) { emit in
      guard let calibration else { return }
      for (rank, fit) in calibration.fits.enumerated() {
        let test = calibration.tests[rank]
        let form: [Cell] =
          fit.law.family.form.map { [.text($0), .number(fit.law.form), .optional(fit.formError)] }
          ?? [.empty, .empty, .empty]
        let isAlive = emit(
          [.text(fit.law.family.rawValue), .number(fit.law.mean), .optional(fit.meanError)] + form
            + [
              .integer(calibration.sample.endedCount), .integer(calibration.sample.censoredCount),
              .number(fit.logLikelihood), .number(fit.akaike),
              .number(fit.akaike - calibration.fits[0].akaike),
              .number(fit.kolmogorovDistance(to: calibration.curve)),
              .optional(fit.andersonDarling(calibration.sample)), .optional(test?.statistic),
              .optional(test?.degreesOfFreedom), .optional(test?.pValue),
              .text(ScenarioLines.distribution(fit.law)),
            ])
        guard isAlive else { return }
      }
    }
  }

  private static let fitColumns = [
    Column("family", "Family", .text, isKey: true, meaning: "The family, as a scenario names it."),
    Column("mean_s", "Mean", .number(decimals: 1), unit: "s", meaning: "Fitted mean."),
    Column(
      "mean_error_s", "Its error", .number(decimals: 1), unit: "s",
      meaning: "Standard error of the mean; empty on the edge of the family."),
    Column("form", "Form", .text, meaning: "The second parameter: shape or cv; empty if none."),
    Column("form_value", "Value", .number(decimals: 3), meaning: "Fitted second parameter."),
    Column(
      "form_error", "Its error ", .number(decimals: 3),
      meaning: "Standard error of the second parameter; empty on the edge of the family."),
    Column("ended", "Ended", .integer, meaning: "Times that ended: who hung up, talks."),
    Column(
      "censored", "Cut short", .integer, meaning: "Times that were cut short: who was answered."),
    Column(
      "log_likelihood", "Log-likelihood", .number(decimals: 1),
      meaning: "Logarithm of the likelihood of the times."),
    Column(
      "aic", "AIC", .number(decimals: 1),
      meaning: "Akaike's criterion: 2 x parameters - 2 x log-likelihood; the least is the best."),
    Column(
      "aic_behind", "Behind", .number(decimals: 1),
      meaning: "How much more than that of the best family; beyond 10 the family is out."),
    Column(
      "ks_distance", "Distance", .number(decimals: 3),
      meaning: "Largest distance between fitted and measured shares (Kolmogorov; to the "
        + "Kaplan-Meier curve)."),
    Column(
      "anderson_darling", "A\u{B2}", .number(decimals: 2),
      meaning: "Statistic of Anderson and Darling; empty where times were cut short."),
    Column(
      "chi_square", "Chi\u{B2}", .number(decimals: 1),
      meaning: "Goodness of fit that respects times cut short and fitted parameters "
        + "(Bagdonavicius and Nikulin 2011); empty with fewer than 40 ends."),
    Column(
      "degrees_of_freedom", "Degrees", .integer, meaning: "Degrees of freedom of chi_square."),
    Column(
      "p_value", "p", .number(decimals: 3),
      meaning: "How often the family itself would fit as badly."),
    Column("scenario", "Scenario", .text, meaning: "What to write in a scenario."),
  ]

  /// `quantiles.csv`: measured and fitted times side by side.
  public static func quantiles(_ calibration: TimeCalibration?) -> Report {
    Report(
      name: "quantiles", title: "Measured and fitted times", columns: quantileColumns
    ) { emit in
      guard let calibration else { return }
      for fit in calibration.fits {
        for probability in TimeCalibration.probabilities {
          let measured = calibration.curve.quantile(probability)
          let isAlive = emit([
            .text(fit.law.family.rawValue), .number(probability), .optional(measured),
            .number(fit.law.quantile(probability)),
          ])
          guard isAlive else { return }
        }
      }
    }
  }

  private static let quantileColumns = [
    Column("family", "Family", .text, isKey: true, meaning: "The family, as a scenario names it."),
    Column(
      "probability", "Share", .share(decimals: 0), isKey: true,
      meaning: "The share of times that are not longer."),
    Column(
      "measured_s", "Measured", .number(decimals: 1), unit: "s",
      meaning: "The time by the Kaplan-Meier curve; empty where it does not come down as far."),
    Column(
      "fitted_s", "Fitted", .number(decimals: 1), unit: "s", meaning: "The time by the family."),
  ]

  /// `survival.csv`: the Kaplan-Meier curve, with the best family beside it.
  public static func survival(_ calibration: TimeCalibration?) -> Report {
    Report(
      name: "survival", title: "Share of times that last longer", columns: survivalColumns
    ) { emit in
      guard let calibration else { return }
      for step in calibration.curve.steps {
        let isAlive = emit([
          .number(step.time), .integer(step.atRisk), .integer(step.ended),
          .number(step.survival), .optional(step.interval?.lower),
          .optional(step.interval?.upper),
          .optional(calibration.fits.first.map { 1 - $0.law.cumulative(step.time) }),
        ])
        guard isAlive else { return }
      }
    }
  }

  private static let survivalColumns = [
    Column(
      "time_s", "Time", .number(decimals: 1), unit: "s", isKey: true,
      meaning: "A time at which some ended."),
    Column(
      "at_risk", "At risk", .integer, meaning: "How many lasted at least as long."),
    Column("ended", "Ended", .integer, meaning: "How many ended then."),
    Column(
      "survival", "Last longer", .share(decimals: 1),
      meaning: "Share that lasts longer (Kaplan and Meier 1958)."),
    Column(
      "survival_lo95", "low", .share(decimals: 1),
      meaning: "Lower bound of the 95 % interval of the share; empty where nobody lasts longer."),
    Column(
      "survival_hi95", "high", .share(decimals: 1),
      meaning: "Upper bound of the 95 % interval of the share."),
    Column(
      "fitted", "Fitted", .share(decimals: 1),
      meaning: "Share that lasts longer by the best family."),
  ]
}
