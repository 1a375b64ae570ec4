import SpecialFunctions

/// Square-root staffing: agents n = a + β·√a for an offered load a.
///
/// In large groups the fraction that waits depends on the spare β alone. The functions are limits
/// for a → ∞; rounding up to whole agents is the caller's.
public enum SquareRootStaffing {
  /// The fraction that waits where nobody hangs up: 1/(1 + β·Φ(β)/φ(β)).
  ///
  /// - Parameter spare: β; positive. Where it is not, every caller waits: `1`.
  /// - Returns: A probability, within `1e-12` relative for β up to 20 (`SquareRootTests`).
  /// - Source: Halfin and Whitt (1981), "Heavy-traffic limits for queues with many exponential
  ///   servers".
  public static func waitProbability(spare: Double) -> Double {
    guard spare > 0 else { return spare.isNaN ? .nan : 1 }
    return density(spare) / (density(spare) + spare * normalCumulative(spare))
  }

  /// The fraction that waits where callers hang up.
  ///
  /// 1/(1 + √(θ/μ)·h(β̂)/h(−β)) with β̂ = β·√(μ/θ) and h the hazard of the normal law.
  ///
  /// - Parameters:
  ///   - spare: β; may be negative.
  ///   - patience: Mean patience over mean handle time; positive and finite.
  /// - Returns: A probability, within `1e-12` relative for β in -8...20 and patience in 0.01...30
  ///   (`SquareRootTests`).
  /// - Source: Garnett, Mandelbaum and Reiman (2002), "Designing a call center with impatient
  ///   customers".
  public static func waitProbability(spare: Double, patience: Double) -> Double {
    let root = patience.squareRoot()
    return 1 / (1 + hazard(spare * root) / (root * hazard(-spare)))
  }

  /// The fraction that hangs up in the limit, times √a.
  ///
  /// - Parameters: As of `waitProbability(spare:patience:)`.
  /// - Source: Garnett, Mandelbaum and Reiman (2002), theorem 4.
  public static func scaledAbandonment(spare: Double, patience: Double) -> Double {
    let root = patience.squareRoot()
    let scaled = spare * root
    return hazardExcess(scaled) / root * waitProbability(spare: spare, patience: patience)
  }

  /// The fraction of those who wait that waits longer than some time, in the limit: what is left of
  /// a normal law beyond √r·β + s/√r over what is left of it beyond √r·β, or e^(−β·s) where
  /// nobody hangs up.
  ///
  /// - Parameters:
  ///   - spare: β; positive where nobody hangs up.
  ///   - patience: Mean patience over mean handle time, r; `nil` where nobody hangs up.
  ///   - scaled: The time over the mean handle time, times √a; `≥ 0`.
  /// - Returns: A probability in `0...1`.
  /// - Source: Halfin and Whitt (1981); Garnett, Mandelbaum and Reiman (2002).
  public static func delayedFraction(
    spare: Double, patience: Double? = nil, exceeding scaled: Double
  ) -> Double {
    guard let patience else { return exp(-spare * scaled) }
    let root = patience.squareRoot()
    // A time over the patience, times √(a·r), is that over the handle time, times √a/√r.
    let start = spare * root
    let end = start + scaled / root
    if end <= 5 { return normalCumulative(-end) / normalCumulative(-start) }
    // φ(z)/Φ(−z) grows like z, so that nothing underflows before the quotient does.
    if start > 5 {
      return exp(-0.5 * (end - start) * (end + start)) * hazard(start) / hazard(end)
    }
    return density(end) / hazard(end) / normalCumulative(-start)
  }

  /// The spare β at which a fraction of callers waits.
  ///
  /// - Parameters:
  ///   - probability: The fraction; strictly between `0` and `1`.
  ///   - patience: Mean patience over mean handle time; `nil` where nobody hangs up.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  public static func spare(
    waitProbability probability: Double, patience: Double? = nil
  ) throws(ErlangError) -> Double {
    guard probability > 0, probability < 1 else { throw .invalidWaitProbability(probability) }
    if let patience {
      guard patience > 0, patience < .infinity else { throw .invalidPatience(patience) }
    }
    var low = patience == nil ? 0.0 : -40.0
    var high = 40.0
    for _ in 0..<2000 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      let value =
        patience.map { waitProbability(spare: middle, patience: $0) }
        ?? waitProbability(spare: middle)
      if value > probability { low = middle } else { high = middle }
    }
    return high
  }

  /// The agents that keep the fraction who waits near `probability`, rounded up.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - probability: The fraction that may wait; strictly between `0` and `1`.
  ///   - patience: Mean patience over mean handle time; `nil` where nobody hangs up.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  public static func requiredAgents(
    offeredLoad: Double, waitProbability probability: Double, patience: Double? = nil
  ) throws(ErlangError) -> Int {
    try Erlang.validate(offeredLoad: offeredLoad)
    let spare = try spare(waitProbability: probability, patience: patience)
    let agents = (offeredLoad + spare * offeredLoad.squareRoot()).rounded(.up)
    guard agents <= Double(ErlangC.largestAgents) else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: ErlangC.largestAgents)
    }
    return max(0, Int(agents))
  }

  /// φ(x).
  private static func density(_ x: Double) -> Double {
    exp(-0.5 * x * x) * 0x1.9884533d43651p-2
  }

  /// φ(x)/Φ(−x), which grows like x, without the two that underflow far out.
  private static func hazard(_ x: Double) -> Double {
    x > 5 ? x + hazardExcess(x) : density(x) / normalCumulative(-x)
  }

  /// φ(x)/Φ(−x) − x, which falls like 1/x: 1/(x + 2/(x + 3/(x + …))) far out.
  private static func hazardExcess(_ x: Double) -> Double {
    guard x > 5 else { return hazard(x) - x }
    var value = x
    for index in stride(from: 100.0, through: 2, by: -1) { value = x + index / value }
    return 1 / value
  }
}
