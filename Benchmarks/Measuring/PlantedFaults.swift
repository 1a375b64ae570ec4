import Foundation

/// What goes wrong on purpose, to see a check fail.
struct PlantedFaults {
  /// The engine takes 3 % longer.
  var isSlowed = false
  /// Something is allocated for each contact.
  var isAllocating = false
  /// A wait is a millisecond longer.
  var isAnswerWrong = false

  static let slowdown = 0.03

  /// Uses up processor time.
  ///
  /// - Returns: How much it was [ns].
  static func spin(for time: Double) -> Double {
    let start = clock()
    while Double(clock() - start) * 1000 < time {}
    return Double(clock() - start) * 1000
  }

  /// Uses up instructions: a chain of multiplications that nothing can shorten.
  ///
  /// - Returns: A number that has to be looked at, or the compiler leaves out the work.
  static func spin(instructions: Double) -> UInt64 {
    var state: UInt64 = 1
    for _ in 0..<Int(instructions / Self.instructionsOfStep) {
      state = state &* 0x5851_F42D_4C95_7F2D &+ (state >> 33)
    }
    return state
  }

  /// Of the loop above on x86-64.
  private static let instructionsOfStep = 4.5
}
