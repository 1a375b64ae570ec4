/// The tables behind many distributions and arrival curves, in three arrays.
///
/// A `Distribution` may own arrays, so that whoever reads it from an array copies it and counts
/// references, which costs more than most draws and makes threads wait for each other. A simulation
/// therefore compiles its distributions once: a `Sampler` or an `ArrivalCurve` is a plain value, and
/// the tables it points into are lent to it for each draw. The results are the same to the last bit.
///
///     var tables = SamplingTables()
///     let patience = tables.sampler(for: center.patience)
///     let seconds = patience.quantile(lane.u0, in: tables)
@frozen
public struct SamplingTables: Sendable {
  @usableFromInline var pieces: [QuantilePiece]
  @usableFromInline var numbers: [Double]
  @usableFromInline var guides: [Int32]

  /// Tables for nothing yet.
  public init() {
    pieces = []
    numbers = []
    guides = []
  }

  /// Compiles a distribution.
  ///
  /// - Returns: A value that draws the same times, valid with these tables however they grow.
  public mutating func sampler(for distribution: Distribution) -> Sampler {
    switch distribution {
    case .constant(let law): return .constant(law)
    case .exponential(let law): return .exponential(law)
    case .logNormal(let law): return .logNormal(law)
    case .weibull(let law): return .weibull(law)
    case .uniform(let law): return .uniform(law)
    case .triangular(let law): return .triangular(law)
    case .gamma(let law):
      return .gamma(sampler(for: law.table, scale: law.scale, shape: law.shape))
    case .erlang(let law):
      return .gamma(sampler(for: law.table, scale: law.scale, shape: law.shape))
    case .hyperExponential(let law):
      defer {
        pieces += law.table.pieces
        numbers += law.table.knots
        guides += law.table.guide
      }
      return .hyperExponential(
        HyperExponentialSampler(
          mean: law.mean, branches: law.branches, firstPiece: Int32(pieces.count),
          firstKnot: Int32(numbers.count), firstGuide: Int32(guides.count)))
    case .empirical(let law):
      defer {
        numbers += law.cumulatives + law.values
        guides += law.guide
      }
      return .empirical(
        EmpiricalSampler(
          first: Int32(numbers.count), count: Int32(law.values.count),
          firstGuide: Int32(guides.count)))
    }
  }

  private mutating func sampler(
    for table: GammaTable, scale: Double, shape: Double
  ) -> GammaSampler {
    defer { pieces += table.pieces }
    return GammaSampler(scale: scale, shape: shape, firstPiece: Int32(pieces.count))
  }

  /// Compiles an arrival curve.
  ///
  /// - Returns: A value that gives the same arrivals, valid with these tables however they grow.
  public mutating func curve(for rate: PiecewiseConstantRate) -> ArrivalCurve {
    defer { numbers += rate.cumulatives }
    return ArrivalCurve(
      start: rate.start, intervalLength: rate.intervalLength,
      intervalCount: Int32(rate.intervalCount), first: Int32(numbers.count))
  }
}
