/// The same customers through many variants of one design: a grid of what-ifs, or a sample of one.
///
///     let sweep = try Sweep(layout: .grid(levels: [7, 3]), seed: 1, replications: 100) { point in
///       Design(try Simulation(center(at: point)))
///     }
///     let result = try await sweep.run(workers: 4)
///
/// All points have the same seed, and therefore the same customers. A design is made when its turn
/// comes and dropped when its replications are done: what is kept of a point are the estimates of the
/// headline measures and a few dozen numbers for each, so that points can be compared pair by pair.
public struct Sweep: Sendable {
  /// How many points there are.
  public let points: Int
  /// How the points lie.
  public let layout: Layout
  /// The seed of all random numbers.
  public let seed: UInt64
  /// The replications of each point.
  public let replications: Int
  let design: @Sendable (Int) throws -> Design

  /// How the points of a sweep lie.
  public enum Layout: Sendable, Equatable {
    /// All combinations, the first factor varying slowest; how many values each factor takes.
    case grid(levels: [Int])
    /// Scattered; by point and factor in `0...1`.
    case sample(coordinates: [[Double]])
  }

  /// A sweep.
  ///
  /// - Parameters:
  ///   - layout: How the points lie; at least one.
  ///   - seed: The seed of all random numbers.
  ///   - replications: 1…10,000,000, of each point.
  ///   - design: Makes the design of a point, a pure function.
  /// - Throws: `ExperimentError`.
  public init(
    layout: Layout, seed: UInt64, replications: Int,
    design: @escaping @Sendable (_ point: Int) throws -> Design
  ) throws(ExperimentError) {
    switch layout {
    case .grid(let levels): points = levels.reduce(1, *)
    case .sample(let coordinates): points = coordinates.count
    }
    guard points > 0 else { throw .noDesign }
    guard (1...Experiment.mostReplications).contains(replications) else {
      throw .replications(replications)
    }
    self.layout = layout
    self.seed = seed
    self.replications = replications
    self.design = design
  }

  /// The measures that are kept of each point, as positions in `Measure.catalogue`: the headline
  /// measures of the whole center.
  public static let measures = Measure.catalogue.indices.filter {
    Measure.catalogue[$0].isHeadline && Measure.catalogue[$0].scopes.contains(.center)
  }

  /// Their columns.
  public static let columns = measures.map { Measure.catalogue[$0].column }

  /// The numbers kept of all points together, about: 64 MB.
  private static let mostNumbers = 8_000_000

  /// Into how many groups the replications of a point are averaged; at least 8, or as many as
  /// there are replications, and no more than 100.
  var groupCount: Int {
    let affordable = Self.mostNumbers / (points * Self.measures.count)
    return min(replications, max(8, min(100, affordable)))
  }
}

/// A point of a sweep that could not be simulated.
public struct SweepFailure: Error {
  /// The point, from 0.
  public let point: Int
  /// Why.
  public let reason: any Error
}
