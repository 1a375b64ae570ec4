import OutputAnalysis
import Testing

@Suite("The variance of a function over points decomposes by factor")
struct EffectTests {
  private func isClose(_ first: Double, _ second: Double) -> Bool {
    (first - second).magnitude <= 1e-9 * max(1, second.magnitude)
  }

  /// f = 3x + y² + 10z over x in 0…2, y in 0…3, z in 0…1: sums of squares by hand.
  @Test("Over a grid an additive function has its exact main effects, and no others")
  func additive() {
    var values: [Double] = []
    for x in 0..<3 {
      for y in 0..<4 { for z in 0..<2 { values.append(Double(3 * x + y * y + 10 * z)) } }
    }
    let squares = GridEffects(levels: [3, 4, 2]).sumsOfSquares(of: values)
    // Σ (3x − 3)² = 18 over 8 points each; y²: 0 1 4 9 about 3.5, 49 over 6; 10z about 5, 50 over 12.
    #expect(squares.main == [144, 294, 600])
    #expect(squares.total == squares.main)
    #expect(squares.all == 1038)
  }

  /// f = x·y with x, y in {−1, 1}: the factors do nothing alone.
  @Test("A product of centered factors is all interaction")
  func interaction() {
    let squares = GridEffects(levels: [2, 2]).sumsOfSquares(of: [1, -1, -1, 1])
    #expect(squares.main == [0, 0])
    #expect(squares.total == [4, 4])
    #expect(squares.all == 4)
  }

  @Test("The means of the levels are those over all other factors")
  func levelMeans() {
    let grid = GridEffects(levels: [2, 3])
    #expect(grid.levelMeans(of: [0, 1, 2, 10, 11, 12], factor: 0) == [1, 11])
    #expect(grid.levelMeans(of: [0, 1, 2, 10, 11, 12], factor: 1) == [5, 6, 7])
  }

  /// Points on which x and y are uncorrelated: their shares are those of the function's parts.
  @Test("A regression explains lines and parabolas, and nothing else")
  func regression() throws {
    let coordinates = (0..<5).flatMap { x in
      (0..<5).map { y in [Double(x) / 4, Double(y) / 4] }
    }
    let effects = try #require(SampleEffects(coordinates: coordinates))
    #expect(effects.isQuadratic)
    let line = effects.sumsOfSquares(of: coordinates.map { 4 * $0[0] + 8 * $0[1] })
    // Σ (x − 2)² = 10 over 5 points each; twice the slope, four times the square.
    #expect(isClose(line.main[0], 50) && isClose(line.main[1], 200) && isClose(line.all, 250))
    let bend = effects.sumsOfSquares(of: coordinates.map { 16 * $0[0] * $0[0] })
    // 0 1 4 9 16 about 6: 36 + 25 + 4 + 9 + 100 = 174, over 5 points each.
    #expect(isClose(bend.main[0], 870) && isClose(bend.all, 870) && bend.main[1].magnitude < 1e-9)
    let product = effects.sumsOfSquares(
      of: coordinates.map { ($0[0] - 0.5) * ($0[1] - 0.5) })
    #expect(product.main.allSatisfy { $0.magnitude < 1e-9 } && product.all > 0.1)
  }

  @Test("Correlated factors share what they explain together")
  func correlated() throws {
    let coordinates = (0..<40).map { index in
      let x = Double(index) / 39
      return [x, (x + Double(index * 7 % 40) / 39) / 2]
    }
    let effects = try #require(SampleEffects(coordinates: coordinates))
    let squares = effects.sumsOfSquares(of: coordinates.map { 2 * $0[0] + 3 * $0[1] })
    #expect(isClose(squares.main[0] + squares.main[1], squares.all))
    #expect(squares.main.allSatisfy { $0 > 0 })
  }

  @Test("Too few points make no regression; a factor that does not vary explains nothing")
  func few() throws {
    #expect(SampleEffects(coordinates: [[0], [1], [0.5]]) == nil)
    #expect(SampleEffects(coordinates: []) == nil)
    let effects = try #require(
      SampleEffects(coordinates: (0..<8).map { [Double($0) / 7, 0.5] }))
    let squares = effects.sumsOfSquares(of: (0..<8).map { Double($0) })
    #expect(isClose(squares.main[0], 42) && squares.main[1] == 0)
  }
}
