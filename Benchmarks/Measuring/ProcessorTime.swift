import Foundation

/// The processor time that this program has used.
enum ProcessorTime {
  /// How much processor time `work` takes [ns], to a microsecond.
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    // POSIX has a million clock ticks a second, whatever the system's own ticks are.
    return Double(clock() - start) * 1000
  }
}
