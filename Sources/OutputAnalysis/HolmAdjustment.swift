/// Adjusts p-values of a family of tests so that the chance of even one false alarm in the family
/// stays at the level of a single test.
///
/// Source: Holm (1979). Valid under any dependence of the tests.
///
/// - Parameter pValues: One for each test, in any order; `nil` for a test that could not be made.
/// - Returns: The adjusted values in the same order, at most 1; `nil` where there was none, and such
///   tests do not count towards the family.
/// - Complexity: O(*n* log *n*).
public func holmAdjusted(_ pValues: [Double?]) -> [Double?] {
  var tests: [(position: Int, pValue: Double)] = []
  for (position, pValue) in pValues.enumerated() {
    if let pValue { tests.append((position, pValue)) }
  }
  tests.sort { ($0.pValue, $0.position) < ($1.pValue, $1.position) }
  var adjusted = [Double?](repeating: nil, count: pValues.count)
  var greatest = 0.0
  for (rank, test) in tests.enumerated() {
    greatest = max(greatest, min(1, Double(tests.count - rank) * test.pValue))
    adjusted[test.position] = greatest
  }
  return adjusted
}
