import SpecialFunctions

/// A waiting line of limited length above a group that serves at a constant rate while anybody
/// waits. Time is in units of the caller's choice.
///
/// The weights of the states are built from the likeliest one downwards on both sides, so that
/// nothing overflows and nothing cancels.
struct LimitedLine: Equatable, Sendable {
  /// Rates of arrival and of service, and at which one waiting caller hangs up.
  let arrivals: Double
  let services: Double
  let departures: Double

  /// Pr{find k waiting and wait} of a caller let in, for k = 0…
  let waitingBehind: [Double]

  /// The fraction of all callers who are turned away, and of those who get in.
  let blocked: Double
  let admitted: Double

  /// Fractions of those let in.
  let immediate: Double
  let waiting: Double
  let answered: Double
  let abandoned: Double

  /// Sums of waits over those let in.
  let answeredWait: Double
  let abandonedWait: Double

  /// - Parameter idleWeight: Probability of all states with an idle server over that of the state
  ///   in which all are busy and nobody waits.
  init(
    arrivals: Double, services: Double, departures: Double, places: Int, idleWeight: Double
  ) {
    self.arrivals = arrivals
    self.services = services
    self.departures = departures
    var weights = Self.weights(arrivals, services, departures, places: places)
    let idle = idleWeight * weights[0]
    let full = weights.removeLast()
    let line = weights.reduce(0, +)
    let inside = idle + line
    // Without waiting places and with all states idle but one, `inside` is that of the idle ones.
    let isIdle = idle == .infinity || arrivals == 0
    blocked = isIdle ? 0 : full / (inside + full)
    admitted = isIdle ? 1 : inside / (inside + full)
    immediate = isIdle ? 1 : idle / inside
    waiting = isIdle ? 0 : line / inside
    var mean = 0.0
    var spare = 0.0
    var answered = 0.0
    var abandoned = 0.0
    var answeredWait = 0.0
    var abandonedWait = 0.0
    for index in weights.indices {
      let weight = isIdle ? 0 : weights[index] / inside
      weights[index] = weight
      // Before this caller there are index + 1 departures.
      let position = Double(index + 1)
      let rate = services + position * departures
      mean += 1 / rate
      spare += position / rate
      answered += weight * services / rate
      abandoned += weight * (position * departures / rate)
      answeredWait += weight * services / rate * mean
      abandonedWait += weight * departures / rate * spare
    }
    waitingBehind = weights
    self.answered = answered
    self.abandoned = abandoned
    self.answeredWait = answeredWait
    self.abandonedWait = abandonedWait
  }

  /// Weights of the states with 0 to `places` waiting; that of the likeliest is 1.
  private static func weights(
    _ arrivals: Double, _ services: Double, _ departures: Double, places: Int
  ) -> [Double] {
    var weights = Array(repeating: 0.0, count: places + 1)
    let level = (arrivals - services) / departures
    let likeliest =
      arrivals <= services ? 0 : level < Double(places) ? Int(level.rounded(.down)) : places
    weights[likeliest] = 1
    for index in likeliest..<max(likeliest, places) {
      weights[index + 1] =
        weights[index] * (arrivals / (services + Double(index + 1) * departures))
    }
    for index in stride(from: likeliest, to: 0, by: -1) {
      weights[index - 1] =
        weights[index] * ((services + Double(index) * departures) / arrivals)
    }
    return weights
  }

  /// What has become of callers let in who had to wait, after some time.
  ///
  /// Behind k others, the wait offered exceeds t when at most k of a negative binomial (Poisson
  /// without abandonment) number have left by then.
  func fate(within time: Double) -> (answered: Double, abandoned: Double, waiting: Double) {
    guard time > 0 else { return (0, 0, waiting) }
    guard time < .infinity else { return (answered, abandoned, 0) }
    let count = waitingBehind.count
    guard count > 0, waiting > 0 else { return (0, 0, 0) }
    let leaves = -expm1(-departures * time)
    let span = departures == 0 ? time : leaves / departures
    let others = DepartureCounts(
      rate: services, each: departures, time: time, span: span, count: count + 1)
    let withOwn = DepartureCounts(
      rate: services + departures, each: departures, time: time, span: span, count: count + 1)
    var share = 0.0
    var gone = 0.0
    var answered = 0.0
    var abandoned = 0.0
    var waiting = 0.0
    var below = 0.0
    for index in 0..<count {
      let weight = waitingBehind[index]
      let position = Double(index + 1)
      let rate = services + position * departures
      below += others.probabilities[index]
      waiting += weight * below
      share += weight * services / rate
      answered += withOwn.probabilities[index + 1] * share
      abandoned += others.probabilities[index + 1] * gone
      gone += weight * (position * departures / rate)
    }
    answered += withOwn.beyond * share
    abandoned += others.beyond * gone
    return (answered, abandoned + leaves * waiting, exp(-departures * time) * waiting)
  }
}
