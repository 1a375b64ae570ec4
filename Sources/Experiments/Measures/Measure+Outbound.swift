import CenterSimulation

extension Measure {
  /// What campaigns that dial come to.
  static let outboundMeasures: [Measure] = [
    .sum("dials", .count, "Outbound calls that began to ring.", in: .outbound, byInterval: .mean) {
      $0.outbound.dials
    },
    .sum("reached", .count, "Outbound calls that were answered.", in: .outbound, byInterval: .mean)
    {
      $0.outbound.reached
    },
    .sum(
      "right_party", .count, "Of the reached, talks of an agent with the one who was wanted.",
      good: .up,
      in: .outbound, headline: true, byInterval: .mean
    ) { $0.outbound.rightParty },
    .sum(
      "nuisance", .count, "Of the reached, those for whom no agent was free within 2 s.",
      good: .down, in: .outbound, byInterval: .mean
    ) { $0.outbound.nuisance },
    .ratio(
      "nuisance_rate", .share, "Nuisance calls / reached.", good: .down, in: .outbound,
      headline: true, byInterval: .mean,
      of: { $0.outbound.nuisance }, to: { $0.outbound.reached }),
  ]
}
