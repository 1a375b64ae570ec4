// Made by make_fit_references.py.

/// A fit by SciPy and mpmath.
struct FitReference {
  let family: String
  let mean: Double
  let form: Double
  let meanError: Double
  let formError: Double
  let logLikelihood: Double

  static let remission: [Double] = [6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0]
  static let remissionCensored: [Double] = [
    6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0,
  ]
  static let complete: [Double] = [
    12.0, 17.0, 21.0, 25.0, 28.0, 31.0, 34.0, 38.0, 41.0, 45.0,
    48.0, 52.0, 55.0, 59.0, 64.0, 68.0, 73.0, 77.0, 82.0, 88.0,
    93.0, 99.0, 105.0, 112.0, 119.0, 127.0, 136.0, 145.0, 156.0, 167.0,
    180.0, 195.0, 212.0, 232.0, 256.0, 285.0, 321.0, 369.0, 438.0, 560.0,
  ]

  static let ofRemission: [FitReference] = [
    FitReference(
      family: "weibull", mean: 30.947120038949, form: 1.3537345238262,
      meanError: 9.2223082073101, formError: 0.37687682690378,
      logLikelihood: -41.658678476882),
    FitReference(
      family: "logNormal", mean: 39.726511575317, form: 1.2673687121378,
      meanError: 18.289301404264, formError: 0.50435392054877,
      logLikelihood: -40.680155869908),
    FitReference(
      family: "gamma", mean: 31.094067664833, form: 0.77220448204375,
      meanError: 8.8558583621678, formError: 0.15581133860171,
      logLikelihood: -41.439416160345),
  ]
  static let ofComplete: [FitReference] = [
    FitReference(
      family: "weibull", mean: 132.31136156311, form: 1.1775005799046,
      meanError: 17.874353748188, formError: 0.13947356117828,
      logLikelihood: -234.32570123829),
    FitReference(
      family: "logNormal", mean: 134.90740638834, form: 1.1376228914505,
      meanError: 23.123360297162, formError: 0.18722383151355,
      logLikelihood: -232.61604282002),
    FitReference(
      family: "gamma", mean: 131.625, form: 0.83803210381091,
      meanError: 17.440906131285, formError: 0.084959488964423,
      logLikelihood: -233.81676656844),
  ]
  static let ofMixture: [FitReference] = [
    FitReference(
      family: "hyperExponential", mean: 36.758089788745, form: 1.7383360258964,
      meanError: 13.917967365447, formError: 0.50251079475448,
      logLikelihood: -69.479613908243)
  ]
}
