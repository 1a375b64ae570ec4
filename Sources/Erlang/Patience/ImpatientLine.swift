import SpecialFunctions

/// A waiting line without limit in which everybody has exponential patience, above a group that
/// serves at a constant rate while anybody waits.
///
/// Time is in units of the mean patience. With x arrivals and y services in that time, the
/// density of the offered wait u > 0 is proportional to e^(x·(1 − e^−u) − y·u). It has one peak,
/// at 0 or at ln(x/y), around which the exponent is written without cancellation; integrals are
/// sums over panels on which the density changes by a bounded factor. The cost does not depend
/// on the number of agents.
///
/// Source: Zeltyn and Mandelbaum (2005), "Call centers with impatient customers: many-server
/// asymptotics of the M/M/n+G queue", section 4, for the density.
struct ImpatientLine: Equatable, Sendable {
  /// Arrivals in a mean patience.
  let arrivals: Double

  /// Services in a mean patience while all are busy; `0` without agents.
  let services: Double

  /// `arrivals − services`, from the difference of the rates.
  let excess: Double

  /// Where the density has its peak.
  let peak: Double

  /// Pr{somebody can answer at once}, and the factor that makes probabilities of sums.
  let immediate: Double
  let factor: Double

  /// Over all waits above 0.
  let whole: LineSums

  private let effort: Effort

  /// - Parameter idleWeight: Probability of all states with an idle server over that of the state
  ///   in which all are busy and nobody waits.
  init(
    arrivals: Double, services: Double, excess: Double, idleWeight: Double,
    effort: Effort = .full
  ) {
    self.effort = effort
    self.arrivals = arrivals
    self.services = services
    self.excess = excess
    guard services > 0 else {
      // Without agents every wait is endless, and everybody hangs up.
      peak = 0
      immediate = arrivals == 0 ? 1 : 0
      factor = arrivals == 0 ? 0 : 1
      whole = LineSums(mass: 1, abandoned: 1, abandonedWait: 1)
      return
    }
    peak = excess > 0 ? log1p(excess / services) : 0
    let height = excess > 0 ? Self.height(arrivals, services) : 0
    let draft = effort == .draft ? Self.draft(arrivals, services, height) : nil
    whole =
      draft ?? Self.sums(arrivals, services, excess, peak, effort, from: 0, to: .infinity)
    // Heights are relative to the peak; so is the weight of the idle states.
    let idle = excess > 0 ? idleWeight * exp(-height) : idleWeight
    let line = services * whole.mass
    immediate = idle == .infinity || arrivals == 0 ? 1 : idle / (idle + line)
    factor = arrivals == 0 ? 0 : services / (idle + line)
  }

  /// Pr{all are busy on arrival}.
  var waitProbability: Double { services > 0 ? min(1, factor * whole.mass) : factor }

  /// Pr{hang up} and Pr{answered}, whose rounding does not leave 0...1 either.
  var abandonmentProbability: Double { min(1, factor * whole.abandoned) }
  var answerProbability: Double { min(1, immediate + factor * whole.answered) }

  /// The sums over finite offered waits in a range.
  func sums(from start: Double, to end: Double) -> LineSums {
    guard services > 0 else { return LineSums() }
    return Self.sums(arrivals, services, excess, peak, effort, from: start, to: end)
  }

  /// Pr{V > u}.
  func waiting(beyond duration: Double) -> Double {
    guard services > 0 else { return factor }
    return factor * sums(from: duration, to: .infinity).mass
  }

  /// x − y − y·ln(x/y), the exponent at the peak of an overloaded line, without cancellation.
  private static func height(_ arrivals: Double, _ services: Double) -> Double {
    let ratio = (arrivals - services) / (arrivals + services)
    guard ratio < 0.3 else { return arrivals - services - services * log(arrivals / services) }
    // y·ln(x/y) = 2y·artanh(r), and x − y − 2y·r = (x − y)·r.
    let square = ratio * ratio
    var term = 2 * services * ratio * square
    var sum = 0.0
    var odd = 3.0
    while sum + term / odd > sum {
      sum += term / odd
      term *= square
      odd += 2
    }
    return (arrivals - services) * ratio - sum
  }
}
