/// What the end of an issue is worth, in the scenario's currency.
public struct IssueValue: Sendable, Hashable {
  /// What a resolved issue is worth.
  public var resolved: Double
  /// What a lost issue costs: the order not placed, the customer who leaves.
  public var lost: Double

  /// The worth of a resolved and the cost of a lost issue.
  public init(resolved: Double = 0, lost: Double = 0) {
    self.resolved = resolved
    self.lost = lost
  }
}

/// What a missed service level costs by contract.
public struct Penalty: Sendable, Hashable {
  /// The service level below which it is due, by the formula of the target; `0...1`.
  public var below: Double
  /// Over what the level is taken, and for each of which the amount is due.
  public var per: Target.Period
  /// The amount for each period whose level is below.
  public var amount: Double

  /// An amount for each period below a level.
  public init(below: Double, per: Target.Period, amount: Double) {
    self.below = below
    self.per = per
    self.amount = amount
  }
}

extension Center {
  func moneyProblems() -> [Problem] {
    var list = ProblemList(prefix: [])
    for demandClass in demand {
      list.requireMoney(demandClass.value.resolved, at: "demand.\(demandClass.name).value.resolved")
      list.requireMoney(demandClass.value.lost, at: "demand.\(demandClass.name).value.lost")
    }
    for channel in channels {
      guard let penalty = channel.penalty else { continue }
      let key = "channels.\(channel.name).penalty"
      if channel.target == nil {
        list.add(key, .badValue, "needs a target, which says what the service level is")
      }
      list.requireShare(penalty.below, at: key + ".below")
      list.requireMoney(penalty.amount, at: key + ".amount")
    }
    for team in teams where !(team.overtimeRate >= 0 && team.overtimeRate <= 10) {
      list.add("teams.\(team.name).overtimeRate", .badValue, "expected 0…10 regular hours")
    }
    return list.problems
  }
}
