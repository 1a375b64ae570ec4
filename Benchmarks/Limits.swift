/// What `--check` allows. A limit may fall; whoever raises one says in the change why the engine
/// has to be slower.
///
/// Measured on 2026-11-22 on a virtual machine with 2 cores (x86-64, Swift 6.3.1, 15 rounds, other
/// work on both cores).
enum Limits {
  /// W1: the engine's time over the floor's, median of the rounds. Measured: 1.92 to 2.15;
  /// the rest is head room for other processors and busy machines.
  static let ratio = 2.5
  /// W1: instructions for each contact on x86-64. Measured: 2630, in every run; 2306 before
  /// transfers, callbacks, interruptions, traces and the load of agents, whose questions a center
  /// without them still answers.
  static let instructions = 2700.0
  /// W1: allocations of 47,000 more contacts in the same center. A column or a heap that doubles
  /// its capacity once more makes one or two; nothing else may allocate.
  static let allocations = 16
}
