/// Components of variance by pick and freeze: every source of chance is drawn twice, and a function
/// is computed for all combinations.
///
/// The variance of a function of independent sources is a sum of components, one for each set of
/// sources (Hoeffding 1948, Sobol' 1993): of one source alone, and of several together beyond that.
/// In the 2ᵈ values of such a set of draws the contrast over the sources S,
///
///     c(S) = 2⁻ᵈ Σ ± f,   the sign that of the product over S,
///
/// has mean 0 and E c(S)² = Σ V(U) / 2^|U| over all U that hold S; a Möbius inversion gives each
/// component without bias, the mean being known to nobody.
public struct CrossedEffects: Sendable {
  /// How many sources there are.
  public let sources: Int

  /// A design of so many sources, 1…8.
  public init(sources: Int) {
    precondition((1...8).contains(sources), "a design has one to eight sources")
    self.sources = sources
  }

  /// How many values a set of draws has: bit i of a value's number says which draw of source i.
  public var combinations: Int { 1 << sources }

  /// One unbiased estimate of every component of variance.
  ///
  /// - Parameter values: By combination.
  /// - Returns: By set of sources as bits; the empty set has 0.
  /// - Complexity: O(4ᵈ).
  public func components(of values: [Double]) -> [Double] {
    precondition(values.count == combinations, "a set of draws has 2^d values")
    var squares = [Double](repeating: 0, count: combinations)
    for set in 1..<combinations {
      var contrast = 0.0
      for (combination, value) in values.enumerated() {
        contrast += (combination & set).nonzeroBitCount % 2 == 0 ? value : -value
      }
      contrast /= Double(combinations)
      squares[set] = contrast * contrast
    }
    var components = [Double](repeating: 0, count: combinations)
    for set in 1..<combinations {
      for larger in set..<combinations where larger & set == set {
        let isOdd = (larger ^ set).nonzeroBitCount % 2 == 1
        components[set] += isOdd ? -squares[larger] : squares[larger]
      }
      components[set] *= Double(1 << set.nonzeroBitCount)
    }
    return components
  }
}
