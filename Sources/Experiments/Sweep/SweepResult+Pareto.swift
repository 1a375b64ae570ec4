import OutputAnalysis

extension SweepResult {
  /// The measure of service that points are weighed by: the service level, or where no point has
  /// one, as without live channels, the share answered on time.
  public var serviceMeasure: String {
    points.indices.contains { estimate(of: "service_level", atPoint: $0) != nil }
      ? "service_level" : "on_time_rate"
  }

  /// The measure of cost that points are weighed by.
  public static let costMeasure = "cost_total"

  /// Which points are worth a choice between cost and service: no other point is shown to be at
  /// least as good in both and better in one.
  ///
  /// A point loses its mark to a rival only if in each of cost and service the rival is better
  /// beyond chance, or the same in every replication; and better in one. Beyond chance: the paired
  /// difference over the replications has a p-value under 5 % divided by the number of rivals
  /// (Bonferroni), so that a point that deserves its mark keeps it with a probability of 95 %. Two points
  /// that cannot be told apart both keep it.
  ///
  /// `nil` where nothing can be told: with a single replication, or at a point without cost or
  /// service.
  ///
  /// - Complexity: O(points² × replications) at worst; far less where most points are beaten.
  public var pareto: [Bool?] {
    guard let cost = Self.place(of: Self.costMeasure),
      let service = Self.place(of: serviceMeasure),
      let correction = SkewnessCorrection(count: groupSizes.count)
    else { return points.map { _ in nil } }
    let candidates = points.indices.compactMap { index -> Candidate? in
      guard let costs = points[index].groups[cost], let levels = points[index].groups[service],
        let price = points[index].estimates[cost]?.value,
        let level = points[index].estimates[service]?.value
      else { return nil }
      return Candidate(
        point: index, price: price, level: level, costs: costs.means, levels: levels.means)
    }
    // The cheapest first, of those the best: whoever stands on the front comes early, and beats.
    let ordered = candidates.sorted {
      ($0.price, -$0.level, $0.point) < ($1.price, -$1.level, $1.point)
    }
    var best = -Double.infinity
    var front: [Candidate] = []
    for candidate in ordered where candidate.level > best {
      best = candidate.level
      front.append(candidate)
    }
    let test = PairTest(
      correction: correction, threshold: 0.05 / Double(max(1, candidates.count - 1)))
    var marks: [Bool?] = points.map { _ in nil }
    for candidate in candidates {
      let isBeaten =
        front.contains { $0.beats(candidate, test) }
        || ordered.prefix { $0.price <= candidate.price }.contains { $0.beats(candidate, test) }
      marks[candidate.point] = !isBeaten
    }
    return marks
  }

  /// What points are weighed by.
  private struct Candidate {
    let point: Int
    let price: Double
    let level: Double
    let costs: [Double]
    let levels: [Double]

    func beats(_ other: Candidate, _ test: PairTest) -> Bool {
      guard point != other.point, price <= other.price, level >= other.level else { return false }
      let cheaper = test.difference(costs, other.costs)
      guard cheaper != .unclear else { return false }
      let better = test.difference(levels, other.levels)
      return better != .unclear && (cheaper == .clear || better == .clear)
    }
  }

  /// Tells two series apart that met the same customers.
  private struct PairTest {
    let correction: SkewnessCorrection
    let threshold: Double

    enum Outcome {
      case same, unclear, clear
    }

    func difference(_ first: [Double], _ second: [Double]) -> Outcome {
      var moments = Moments()
      for (left, right) in zip(first, second) { moments.add(left - right) }
      guard let mean = moments.mean, moments.squares > 0 || mean != 0 else { return .same }
      guard moments.squares > 0 else { return .clear }
      let count = Double(moments.count)
      let standardError = (moments.squares / (count * (count - 1))).squareRoot()
      let pValue = correction.pValue(
        deviation: mean / standardError, skewness: moments.skewness)
      return pValue < threshold ? .clear : .unclear
    }
  }
}
