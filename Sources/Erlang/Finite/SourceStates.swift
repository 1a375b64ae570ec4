/// The sums over the states of a finite source: how many customers call or wait.
///
/// Weights are relative to the idle state, and shrink before they leave the range of numbers.
struct SourceStates {
  /// Of the states with an agent idle, and with all agents busy.
  private(set) var idle = 0.0
  private(set) var full = 0.0

  /// The weights times busy agents, and times waiting customers.
  private(set) var busy = 0.0
  private(set) var queue = 0.0

  var total: Double { idle + full }

  init(customers: Int, loadOfIdle: Double, agents: Int) {
    var weight = 1.0
    for state in 0...customers {
      if state < agents { idle += weight } else { full += weight }
      busy += weight * Double(min(state, agents))
      queue += weight * Double(max(0, state - agents))
      let ratio = Self.ratio(customers, loadOfIdle, agents, from: state)
      let (next, scale, times) = shrunk(weight, times: ratio)
      weight = next
      if times > 0 {
        idle *= scale
        full *= scale
        busy *= scale
        queue *= scale
      }
      // The ratio falls from state to state.
      if ratio < 1, weight < 1e-305 { return }
    }
  }

  /// The weight of the state after `state` over that of `state`; beyond 10³⁰⁰ nothing is left of
  /// the states before.
  static func ratio(
    _ customers: Int, _ loadOfIdle: Double, _ agents: Int, from state: Int
  ) -> Double {
    min(1e300, Double(customers - state) * loadOfIdle / Double(min(state + 1, agents)))
  }
}
