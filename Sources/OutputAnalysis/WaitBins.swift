/// The bins in which waiting times are counted.
///
/// An atom at exactly 0, then (k − 1, k] for every second to 600 s, from there 16 bins an octave
/// to 60 days, and an open bin above. Every target time is an edge of its own, so that "within T" is
/// read off exactly. A bin includes its upper edge: who waited exactly T waited within T.
@frozen
public struct WaitBins: Sendable, Equatable {
  /// The upper edges [s], increasing; the first is 0. The last bin, above them all, is open.
  public let edges: [Double]
  /// For each bin before the targets were put in, the first bin that it became.
  @usableFromInline let starts: [Int32]

  /// The last edge: 60 days [s].
  public static let lastEdge = 60.0 * 86_400

  @usableFromInline static let fineLimit = 600.0
  @usableFromInline static let binsPerOctave = 16

  /// Bins with the given targets as edges.
  ///
  /// - Parameter targets: Times [s] that get an edge; those not above 0, beyond the last edge or
  ///   not finite are left out.
  public init(targets: [Double] = []) {
    var base = (0...Int(Self.fineLimit)).map(Double.init)
    var octave = Self.fineLimit
    while base[base.count - 1] < Self.lastEdge {
      for step in 1...Self.binsPerOctave {
        let edge = octave * (1 + Double(step) / Double(Self.binsPerOctave))
        base.append(min(edge, Self.lastEdge))
        if edge >= Self.lastEdge { break }
      }
      octave *= 2
    }
    let extra = targets.filter { $0 > 0 && $0 < Self.lastEdge }.sorted()
    var edges: [Double] = []
    var starts: [Int32] = []
    var next = 0
    for edge in base {
      starts.append(Int32(edges.count))
      while next < extra.count, extra[next] < edge {
        if extra[next] != edges[edges.count - 1] { edges.append(extra[next]) }
        next += 1
      }
      if next < extra.count, extra[next] == edge { next += 1 }
      edges.append(edge)
    }
    self.edges = edges
    self.starts = starts
  }

  /// The number of bins, the open one included.
  @inlinable
  public var count: Int { edges.count + 1 }

  /// The bin that a waiting time falls in.
  ///
  /// - Parameter wait: A waiting time [s]; `≥ 0`.
  /// - Complexity: O(1), plus the number of targets within one bin.
  @inlinable
  public func index(of wait: Double) -> Int {
    guard wait > 0 else { return 0 }
    guard wait <= Self.lastEdge else { return edges.count }
    var base: Int
    if wait <= Self.fineLimit {
      // The bin that begins at the second below: rounding up is a call on the baseline processor.
      base = Int(wait)
    } else {
      let relative = wait / Self.fineLimit
      let octave = Int(relative.exponent)
      let within = (relative.significand - 1) * Double(Self.binsPerOctave)
      // The bin below the computed one: an exact edge belongs to the lower bin, and the division may
      // have rounded up across an edge.
      base = Int(Self.fineLimit) + octave * Self.binsPerOctave + Int(within)
    }
    var index = Int(starts[base])
    while wait > edges[index] { index += 1 }
    return index
  }

  /// The lower edge of a bin [s], itself outside it; the atom at 0 has `0`.
  @inlinable
  public func lowerEdge(of index: Int) -> Double {
    index == 0 ? 0 : edges[index - 1]
  }

  /// The upper edge of a bin [s]; `nil` for the open one.
  @inlinable
  public func upperEdge(of index: Int) -> Double? {
    index < edges.count ? edges[index] : nil
  }
}
