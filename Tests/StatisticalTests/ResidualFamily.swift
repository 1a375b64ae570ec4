import Center
import CenterSimulation
import SpecialFunctions
import Stochastics
import TestCenters

/// What self-service leaves behind is harder, and nothing but the coupling of talk to difficulty
/// makes it so.
enum ResidualFamily {
  /// With bias 1 and correlation 1 a tool of containment c takes exactly the issues below the
  /// quantile c; exponential talk beyond it has mean · (1 − ln(1 − c)), by the lack of memory.
  static func comparisons(bias: Double) throws -> [Comparison] {
    try [0.0, 0.1, 0.3, 0.5, 0.8].enumerated().map { index, containment in
      var center = oneQueue(
        perHour: 600, talk: .exponential(try Exponential(mean: 200)), agents: 200, days: 1,
        warmUpDays: 0)
      center.demand[0].difficultyCorrelation = 1
      center.selfService = [
        SelfServiceTool(
          name: "bot", stage: .onChannels(["voice"]), time: .constant(try Constant(mean: 30)),
          containment: [containment], easyContactBias: 1)
      ]
      return Comparison(
        "residual talk behind containment \(containment)", of: center,
        seed: UInt64(6000 + index), exact: 200 * bias * (1 - log1p(-containment)),
        ratio: measured("handle_time_s"))
    }
  }
}
