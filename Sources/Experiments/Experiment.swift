/// How many replications of which designs, with which random numbers.
///
///     let experiment = try Experiment(designs: designs, seed: 1, replications: 100)
///     let results = try await experiment.run(workers: 4)
///
/// All designs of a replication meet the same customers. Replications come in blocks of 8, which
/// are merged in the order of their numbers: the results are the same, to the last byte, whatever
/// the number of workers.
public struct Experiment: Sendable {
  /// Replications in a block. Part of the version: another number would change the last bits of
  /// merged moments.
  public static let blockLength = 8
  /// The most replications of an experiment.
  public static let mostReplications = 10_000_000

  /// The designs, in the order of the results.
  public let designs: [Design]
  /// The seed of all random numbers.
  public let seed: UInt64
  /// When to stop.
  public let stop: StopRule
  /// Whether the results hold the headline measures of every replication, as comparisons and
  /// `replications.csv` need them. Without, memory does not grow with the replications.
  public var keepsReplications = true {
    didSet { layouts = Self.layouts(of: designs, keepsReplications: keepsReplications) }
  }
  /// What is kept of each design.
  private(set) var layouts: [DesignLayout]

  /// An experiment with a fixed number of replications.
  ///
  /// - Parameters:
  ///   - designs: At least one.
  ///   - seed: The seed of all random numbers.
  ///   - replications: 1…10,000,000.
  /// - Throws: `ExperimentError`.
  public init(designs: [Design], seed: UInt64, replications: Int) throws(ExperimentError) {
    try self.init(designs: designs, seed: seed, stop: .after(replications: replications))
  }

  /// An experiment that stops by a rule.
  ///
  /// - Throws: `ExperimentError`.
  public init(designs: [Design], seed: UInt64, stop: StopRule) throws(ExperimentError) {
    guard !designs.isEmpty else { throw .noDesign }
    guard (1...Self.mostReplications).contains(stop.mostReplications) else {
      throw .replications(stop.mostReplications)
    }
    if case .precise(let precision, _, _) = stop, !(precision > 0 && precision < 1) {
      throw .precision(precision)
    }
    self.designs = designs
    self.seed = seed
    self.stop = stop
    layouts = Self.layouts(of: designs, keepsReplications: true)
  }

  private static func layouts(of designs: [Design], keepsReplications: Bool) -> [DesignLayout] {
    designs.map {
      DesignLayout(
        $0.center, queues: $0.queues, bins: $0.waitBins, keepsReplications: keepsReplications)
    }
  }

  /// The number of blocks, at most.
  public var blockCount: Int {
    (stop.mostReplications + Self.blockLength - 1) / Self.blockLength
  }

  /// The replications of a block.
  public func replications(ofBlock block: Int) -> Range<Int> {
    replications(before: block)..<replications(before: block + 1)
  }

  /// How many replications the blocks below one hold.
  public func replications(before block: Int) -> Int {
    min(block * Self.blockLength, stop.mostReplications)
  }
}

/// What an experiment cannot be made of.
public enum ExperimentError: Error, Hashable {
  /// There is no design.
  case noDesign
  /// Not a number of replications.
  case replications(Int)
  /// Not a precision in 0…1, exclusive.
  case precision(Double)
}
