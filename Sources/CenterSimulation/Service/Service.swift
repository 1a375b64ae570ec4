import Stochastics

/// What an agent does with a contact.
struct Service: BitwiseCopyable {
  var talk = 0.0
  /// Of the talk, telling the story again.
  var repeated = 0.0
  var wrapUp = 0.0
  /// The uniform that decides whether the service resolves the issue.
  var outcome = 0.0
}

/// The draws of a service.
struct ServiceDraws: BitwiseCopyable {
  /// The uniforms of talk, wrap-up and outcome.
  var talk = 0.0
  var wrapUp = 0.0
  var outcome = 0.0
  /// The unit exponential distribution's quantile of the talk's uniform; last, see `BirthDraws`.
  var talkHazard = 0.0

  /// Nobody's.
  init() {}

  /// Those of a service lane.
  @inline(__always)
  init(_ lane: Lane, talkHazard: Double) {
    talk = lane.u0
    wrapUp = lane.u1
    outcome = lane.u2
    self.talkHazard = talkHazard
  }
}
