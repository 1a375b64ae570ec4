import Center
import Testing

@testable import Experiments

@Suite("Which classes to start: the rule")
struct HiringRuleTests {
  private func rule(
    lead: Int = 0, training: Int = 2, sizes: ClosedRange<Int> = 1...1000, every: Int = 1,
    effect: [Double] = Array(repeating: 1, count: 60), decided: [Int] = []
  ) -> HiringRule {
    HiringRule(
      hiring: Hiring(
        leadWeeks: lead, smallestClass: sizes.lowerBound, largestClass: sizes.upperBound,
        weeksBetween: every),
      trainingWeeks: training, effect: effect, decided: decided)
  }

  private func classes(_ agents: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: agents.enumerated().filter { $0.element > 0 }.map { $0 })
  }

  @Test("Without a gap nobody is hired")
  func none() {
    let found = rule().suggestion(closing: [-1, 0, -3, 0])
    #expect(found.agents == [0, 0, 0, 0] && found.unclosed.isEmpty)
  }

  @Test("A gap is closed by the latest class that works by then")
  func latest() {
    let found = rule().suggestion(closing: [0, 0, 0, 0, 0, 2.5, 2.5, 4])
    #expect(classes(found.agents) == [3: 3, 5: 1])
    #expect(found.unclosed.isEmpty)
  }

  @Test("Classes that keep their distance cover the weeks until the next")
  func distance() {
    let found = rule(every: 4).suggestion(closing: [0, 0, 0, 0, 1, 2, 3, 4, 5, 5])
    #expect(classes(found.agents) == [2: 4, 6: 1])
    let decided = rule(every: 4, decided: [4]).suggestion(closing: [0, 0, 0, 0, 0, 0, 1, 1])
    #expect(classes(decided.agents) == [0: 1])
  }

  @Test("What the largest class leaves is taken by the class before")
  func largest() {
    let found = rule(sizes: 1...3).suggestion(closing: [0, 0, 0, 0, 0, 7])
    #expect(classes(found.agents) == [1: 1, 2: 3, 3: 3])
  }

  @Test("A smallest class is larger than the gap, and later gaps use its agents")
  func smallest() {
    let found = rule(sizes: 5...9).suggestion(closing: [0, 0, 0, 1, 2, 5])
    #expect(classes(found.agents) == [1: 5])
  }

  @Test("What nobody hired today can close is said, and only that")
  func unclosed() {
    let found = rule(lead: 1).suggestion(closing: [1, 1, 1, 1, 1])
    #expect(found.unclosed == [0, 1, 2])
    #expect(classes(found.agents) == [1: 1])
    let hopeless = rule(effect: Array(repeating: 0, count: 60)).suggestion(closing: [0, 0, 0, 1])
    #expect(hopeless.unclosed == [3] && hopeless.agents.allSatisfy { $0 == 0 })
  }

  @Test("Learning and leaving count: an agent does 0.5, then 0.8, then less by leaving")
  func effects() {
    let found = rule(training: 1, effect: [0.5, 0.8, 0.7, 0.6, 0.5, 0.4])
      .suggestion(closing: [0, 4, 4, 4, 4])
    // Eight agents do 4 in their first week and 4.8 in their last: none was too many.
    #expect(classes(found.agents) == [0: 8])
  }

  /// Nothing random: gaps from a small generator.
  @Test("No class can be left out or made smaller without a gap, and no week keeps one it need not")
  func minimal() {
    var state: UInt64 = 1
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for _ in 0..<60 {
      let (training, lead, every) = (next(5), next(6), 1 + next(6))
      let smallest = 1 + next(5)
      let sizes = smallest...(smallest + next(15))
      let effect = (0..<40).map { week -> Double in
        let learnt: Double = week < 8 ? 0.6 + 0.05 * Double(week) : 1
        return learnt * (1 - 0.006 * Double(week))
      }
      var level = -4.0
      let gap = (0..<40).map { _ -> Double in
        level += Double(next(100)) / 40 - 0.9
        return level
      }
      let rule = rule(
        lead: lead, training: training, sizes: sizes, every: every, effect: effect)
      let found = rule.suggestion(closing: gap)
      func left(_ agents: [Int]) -> [Double] {
        var rest = gap
        for week in gap.indices {
          for start in agents.indices where week - start - training >= 0 {
            rest[week] -= Double(agents[start]) * effect[week - start - training]
          }
        }
        return rest
      }
      let rest = left(found.agents)
      let open = rest.indices.filter { rest[$0] > 1e-6 }
      #expect(open == found.unclosed.filter { rest[$0] > 1e-6 })
      let starts = found.agents.indices.filter { found.agents[$0] > 0 }
      #expect(starts.allSatisfy { $0 >= lead && sizes.contains(found.agents[$0]) })
      #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 >= every })
      for start in starts {
        var fewer = found.agents
        fewer[start] = fewer[start] > smallest ? fewer[start] - 1 : 0
        let without = left(fewer)
        #expect(gap.indices.contains { without[$0] > max(1e-6, rest[$0] + 1e-9) })
        fewer[start] = 0
        #expect(gap.indices.contains { left(fewer)[$0] > max(1e-6, rest[$0] + 1e-9) })
      }
    }
  }
}
