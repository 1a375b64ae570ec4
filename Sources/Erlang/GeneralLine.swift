/// A waiting line in which patience follows any law: the density of the offered wait t > 0 is
/// proportional to e^(∫₀ᵗ (λ·Pr{R > s} − nμ) ds).
///
/// The exponent is integrated along with the density, outwards from its peak, over panels that
/// halve until the law is a polynomial on each, and that end where the law has a kink. Nothing but
/// the law itself is needed.
///
/// Source: Zeltyn and Mandelbaum (2005), "Call centers with impatient customers: many-server
/// asymptotics of the M/M/n+G queue", section 4 (after Baccelli and Hebuterne, 1981).
struct GeneralLine: Sendable {
  let law: PatienceLaw

  /// Rates [1/s].
  let arrivals: Double
  let services: Double

  /// Where the density has its peak [s], ∫ Pr{R ≤ s} ds up to there [s], and the exponent there.
  let peak: Double
  private let lostToPeak: Double
  let height: Double

  /// How much the exponent may change over a panel, and how far it falls until the rest is
  /// negligible.
  static let change = 12.0
  private static let negligible = 52.0

  init(law: PatienceLaw, arrivals: Double, services: Double) {
    self.law = law
    self.arrivals = arrivals
    self.services = services
    let excess = arrivals - services
    if excess > 0, law.survival(1e12) * arrivals < services {
      let share = excess / arrivals
      peak = leastReached(from: 1 / services) { law.leaving($0) >= share }
      var walk = Walk(line: law, arrivals: arrivals, services: services, at: 0, lost: 0)
      walk.move(to: peak, isOnlyExponent: true)
      lostToPeak = walk.lost
      height = excess * peak - arrivals * walk.lost
    } else {
      peak = 0
      lostToPeak = 0
      height = 0
    }
  }

  /// The sums over offered waits up to `time` and beyond it, in seconds, relative to the peak.
  func sums(splitAt time: Double) -> (below: LineSums, above: LineSums) {
    var right = Walk(
      line: law, arrivals: arrivals, services: services, at: peak, lost: lostToPeak)
    var left = right
    var below = LineSums()
    var above = LineSums()
    if time <= peak {
      left.move(to: time, floor: -Self.negligible)
      above = left.sums
      // A far part is seen relative to itself.
      if left.here > time { left.move(to: time, isOnlyExponent: true) }
      left.sums = LineSums()
      left.move(to: 0, floor: left.exponent - Self.negligible)
      below = left.sums
      right.move(to: .infinity, floor: -Self.negligible)
      above.add(right.sums, scaledBy: 1)
    } else {
      right.move(to: time, floor: -Self.negligible)
      below = right.sums
      if right.here < time, time < .infinity { right.move(to: time, isOnlyExponent: true) }
      right.sums = LineSums()
      if time < .infinity {
        right.move(to: .infinity, floor: right.exponent - Self.negligible)
      }
      above = right.sums
      left.move(to: 0, floor: -Self.negligible)
      below.add(left.sums, scaledBy: 1)
    }
    return (below, above)
  }
}
