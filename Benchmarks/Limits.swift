/// What `--check` allows. A limit may fall; whoever raises one says in the change why the engine
/// has to be slower.
///
/// Measured on 2026-11-21 on a virtual machine with 2 cores (x86-64, Swift 6.3.1, 15 rounds, other
/// work on both cores).
enum Limits {
  /// W1: the engine's time over the floor's, median of the rounds. Measured: 2.85 to 2.93.
  static let ratio = 3.5
  /// W1: instructions for each contact. Measured: 3273, in every run.
  static let instructions = 3500.0
  /// W1: allocations of 47,000 more contacts in the same center. A column or a heap that doubles
  /// its capacity once more makes one or two; nothing else may allocate.
  static let allocations = 16
}
