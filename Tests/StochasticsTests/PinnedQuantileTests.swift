import Testing

@testable import Stochastics

/// What fixed numbers draw from the laws that `DistributionPinTests` does not have, to the last bit,
/// at `lowerProbabilities` and `upperProbabilities`: a change to any value changes results and
/// belongs into the changelog. How near they are to the truth is tested in `QuantileAccuracyTests`.
@Suite struct PinnedQuantileTests {
  @Test(arguments: (Law.all + Law.extreme).filter { pinnedQuantiles[$0.description] != nil })
  func whatANumberDrawsIsPinned(law: Law) {
    let drawn =
      lowerProbabilities.map { law.distribution.quantile($0) }
      + upperProbabilities.map { law.distribution.quantile(upper: $0) }
    #expect(drawn == pinnedQuantiles[law.description])
  }

  @Test func allOfThemArePinned() {
    let names = (Law.all + Law.extreme).map(\.description)
    #expect(Set(pinnedQuantiles.keys).isSubset(of: names))
  }
}
