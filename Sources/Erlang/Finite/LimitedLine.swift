/// A waiting line of limited length above a group that serves at a constant rate while anybody
/// waits. Time is in units of the caller's choice.
///
/// The states are gone through one after the other, and nothing of them is kept: their weights are
/// relative to the empty line and shrink, with all sums, before they leave the range of numbers.
/// Sums of positive terms; nothing cancels.
struct LimitedLine: Equatable, Sendable {
  /// Rates of arrival and of service, and at which one waiting caller hangs up.
  let arrivals: Double
  let services: Double
  let departures: Double

  /// The states, from the empty line on, in which a caller is let in: those whose probability is
  /// not below all numbers.
  let states: Int

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
    let isIdle = idleWeight == .infinity || arrivals == 0
    var weight = 1.0
    var idle = idleWeight
    var sums = LineSums()
    var (mean, spare) = (0.0, 0.0)
    var index = 0
    while index < places, !isIdle {
      index += 1
      // Before a caller who finds index − 1 waiting there are `index` departures.
      let position = Double(index)
      let rate = services + position * departures
      mean += 1 / rate
      spare += position / rate
      let stays = weight * (services / rate)
      sums.mass += weight
      sums.answered += stays
      sums.abandoned += weight * (position * departures / rate)
      sums.answeredWait += stays * mean
      sums.abandonedWait += weight * (departures / rate) * spare
      let ratio = arrivals / rate
      let (next, scale, times) = shrunk(weight, times: ratio)
      weight = next
      if times > 0 {
        idle *= scale
        sums = sums.scaled(by: scale)
      }
      // From here on the weights fall.
      if ratio < 1, weight < 1e-305 * min(1, 1 - ratio) {
        weight = 0
        break
      }
    }
    states = index
    // Without waiting places and with all states idle but one, `inside` is that of the idle ones.
    let inside = idle + sums.mass
    blocked = isIdle ? 0 : weight / (inside + weight)
    admitted = isIdle ? 1 : inside / (inside + weight)
    immediate = isIdle ? 1 : idle / inside
    waiting = isIdle ? 0 : sums.mass / inside
    answered = isIdle ? 0 : sums.answered / inside
    abandoned = isIdle ? 0 : sums.abandoned / inside
    answeredWait = isIdle ? 0 : sums.answeredWait / inside
    abandonedWait = isIdle ? 0 : sums.abandonedWait / inside
  }
}
