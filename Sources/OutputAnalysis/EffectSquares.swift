/// How much of the variation of a function over points each factor accounts for, as sums of squares.
///
/// Each is a quadratic form of the values: what chance adds to it can be computed from the
/// deviations of groups of replications by the same form, and taken off.
public struct EffectSquares: Sendable, Equatable {
  /// Of each factor alone.
  public var main: [Double]
  /// Of each factor alone and together with others; empty where the points do not tell.
  public var total: [Double]
  /// Of the values about their mean.
  public var all: Double

  /// Sums of squares.
  public init(main: [Double], total: [Double], all: Double) {
    self.main = main
    self.total = total
    self.all = all
  }

  /// The forms, each `factor` times as large.
  public func scaled(by factor: Double) -> EffectSquares {
    EffectSquares(
      main: main.map { $0 * factor }, total: total.map { $0 * factor }, all: all * factor)
  }

  /// Adds the forms of other values.
  public static func += (sums: inout EffectSquares, others: EffectSquares) {
    for index in sums.main.indices { sums.main[index] += others.main[index] }
    for index in sums.total.indices { sums.total[index] += others.total[index] }
    sums.all += others.all
  }
}

/// Points of which every function has sums of squares by factor.
public protocol EffectDesign: Sendable {
  /// The sums of squares of a function.
  ///
  /// - Parameter values: One for each point, in order.
  func sumsOfSquares(of values: [Double]) -> EffectSquares
}
