import SpecialFunctions

extension LimitedLine {
  /// What has become of callers let in who had to wait, after some time.
  ///
  /// Behind k others, the wait offered exceeds t when at most k of a negative binomial (Poisson
  /// without abandonment) number have left by then.
  ///
  /// - Complexity: O(states + departures within the time), O(1) space.
  func fate(within time: Double) -> (answered: Double, abandoned: Double, waiting: Double) {
    guard time > 0 else { return (0, 0, waiting) }
    guard services * time < .infinity else { return (answered, abandoned, 0) }
    guard states > 0, waiting > 0 else { return (0, 0, 0) }
    let leaves = -expm1(-departures * time)
    let span = departures == 0 ? time : leaves / departures
    // A caller's own patience shortens the wait of those whom it does not end.
    var others = DepartureCounts(rate: services, each: departures, time: time, span: span)
    var withOwn = DepartureCounts(
      rate: services + departures, each: departures, time: time, span: span)
    var weight = 1.0
    // Of the callers before: all, those who will be answered, those who will hang up before.
    var line = 0.0
    var share = 0.0
    var gone = 0.0
    var answered = 0.0
    var abandoned = 0.0
    var waiting = 0.0
    for index in 0..<states {
      let position = Double(index + 1)
      let rate = services + position * departures
      line += weight
      share += weight * services / rate
      waiting += weight * others.below
      answered *= withOwn.advance()
      let scale = others.advance()
      waiting *= scale
      abandoned *= scale
      answered += withOwn.term * share
      abandoned += others.term * gone
      gone += weight * (position * departures / rate)
      let (next, shrinking, times) = shrunk(weight, times: arrivals / rate)
      weight = next
      if times > 0 {
        line *= shrinking
        share *= shrinking
        gone *= shrinking
        answered *= shrinking
        abandoned *= shrinking
        waiting *= shrinking
      }
    }
    let ofOthers = others.rest()
    let ofOwn = withOwn.rest()
    answered = answered * ofOwn.unit + ofOwn.beyond * share
    abandoned = abandoned * ofOthers.unit + ofOthers.beyond * gone
    waiting *= ofOthers.unit
    let fraction = self.waiting / line
    return (
      fraction * answered, fraction * (abandoned + leaves * waiting),
      fraction * exp(-departures * time) * waiting
    )
  }
}
