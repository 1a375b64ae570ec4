import SpecialFunctions

/// A small generator for experiments of their own (SplitMix64, Steele, Lea and Flood 2014): two
/// multiplications a number, so that the time goes into the queue.
struct SplitMix {
  private var state: UInt64

  /// The generator of one of many streams, which begin far from each other.
  init(stream: UInt64) {
    state = SplitMix.mixed(stream &* 0x9E37_79B9_7F4A_7C15 &+ 1)
  }

  /// Uniform in the open interval (0, 1).
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    return (Double(SplitMix.mixed(state) >> 11) + 0.5) * 0x1p-53
  }

  /// Exponential with a mean.
  mutating func exponential(mean: Double) -> Double { -mean * log(uniform()) }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
