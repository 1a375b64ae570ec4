import Testing

@testable import OutputAnalysis

@Suite struct WaitBinsTests {
  private let bins = WaitBins(targets: [20, 12.5, 12.25, 600.5, 86_400, 14_400, 0, -3, .infinity])

  @Test func edgesIncreaseAndHoldEverySecondAndEveryTarget() {
    for index in 1..<bins.edges.count { #expect(bins.edges[index] > bins.edges[index - 1]) }
    for second in 0...600 { #expect(bins.edges.contains(Double(second))) }
    for target in [12.25, 12.5, 20, 600.5, 14_400, 86_400] {
      #expect(bins.edges.contains(target))
    }
    #expect(bins.edges.last == 5_184_000)
    // 20 s, 4 h and a day are edges anyway.
    #expect(bins.edges.count == WaitBins().edges.count + 3)
  }

  @Test func exactlyTheTargetIsWithinIt() {
    for target in [12.25, 12.5, 20, 600.5, 14_400, 86_400] {
      #expect(bins.upperEdge(of: bins.index(of: target)) == target)
      #expect(bins.index(of: target.nextUp) == bins.index(of: target) + 1)
    }
  }

  @Test func zeroIsAnAtom() {
    #expect(bins.index(of: 0) == 0)
    #expect(bins.index(of: .leastNonzeroMagnitude) == 1)
    #expect(bins.upperEdge(of: 0) == 0)
  }

  @Test func everyWaitLiesWithinItsBin() {
    var generator = TestGenerator(seed: 8)
    for round in 0..<20_000 {
      let u = generator.uniform()
      let wait = round % 2 == 0 ? 700 * u : 600 / (u * u)
      let index = bins.index(of: wait)
      #expect(wait > bins.lowerEdge(of: index) || wait == 0)
      if let upper = bins.upperEdge(of: index) { #expect(wait <= upper) }
    }
  }

  @Test func everyEdgeIsInItsOwnBinAndTheNextValueIsNot() {
    for (index, edge) in bins.edges.enumerated() {
      #expect(bins.index(of: edge) == index)
      #expect(bins.index(of: edge.nextUp) == index + 1)
      if edge > 0 { #expect(bins.index(of: edge.nextDown) == index) }
    }
    #expect(bins.index(of: .infinity) == bins.count - 1)
    #expect(bins.upperEdge(of: bins.count - 1) == nil)
  }

  @Test func sixteenBinsAnOctaveAboveTenMinutes() {
    let edges = WaitBins().edges
    let atTen = 600
    #expect(edges[atTen] == 600)
    #expect(edges[atTen + 16] == 1_200)
    #expect(edges[atTen + 32] == 2_400)
  }
}
