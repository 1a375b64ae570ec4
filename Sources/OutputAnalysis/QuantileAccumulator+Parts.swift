extension QuantileAccumulator {
  /// How many numbers an edge keeps.
  package static let numbersOfEdge = 6

  /// All that is kept beside the number of replications, for writing it down: Σ n, Σ n², Σ n³, then
  /// the sums of each edge.
  package var numbers: [Double] {
    var numbers = [totals.first, totals.second, totals.third]
    for sum in sums {
      numbers += [
        sum.longer, sum.longerSquared, sum.longerCubed, sum.longerTimesTotal,
        sum.longerSquaredTimesTotal, sum.longerTimesTotalSquared,
      ]
    }
    return numbers
  }

  /// An accumulator from its numbers; `nil` unless there are three, and six for each edge.
  package init?(replications: Int, numbers: [Double]) {
    guard numbers.count >= 3, (numbers.count - 3) % Self.numbersOfEdge == 0 else { return nil }
    self.replications = replications
    totals = (numbers[0], numbers[1], numbers[2])
    for first in stride(from: 3, to: numbers.count, by: Self.numbersOfEdge) {
      var sum = Sums()
      sum.longer = numbers[first]
      sum.longerSquared = numbers[first + 1]
      sum.longerCubed = numbers[first + 2]
      sum.longerTimesTotal = numbers[first + 3]
      sum.longerSquaredTimesTotal = numbers[first + 4]
      sum.longerTimesTotalSquared = numbers[first + 5]
      sums.append(sum)
    }
  }
}
