import Center
import CenterSimulation
import Experiments

/// What a planner would say of a year on the telephone.
enum YearSentence {
  /// `B requires 21.3 FTE fewer than A on average, hires 31 fewer and costs 1.20 M USD less over
  /// the year (1.1 M to 1.3 M in nine of ten years).`
  static func difference(_ result: YearResult, from first: YearResult) -> String {
    let weeks = Double(result.whole.count)
    let required =
      (result.whole.reduce(0) { $0 + $1.requiredFTE }
        - first.whole.reduce(0) { $0 + $1.requiredFTE }) / weeks
    let hires =
      result.whole.reduce(0) { $0 + $1.people.hires }
      - first.whole.reduce(0) { $0 + $1.people.hires }
    let cost =
      result.whole.reduce(0) { $0 + $1.cost.total } - first.whole.reduce(0) { $0 + $1.cost.total }
    var text = "\(result.center.name) requires "
    let amount = Figure.rounded(required.magnitude, 1)
    text +=
      amount == "0.0"
      ? "as many FTE as \(first.center.name) on average"
      : "\(amount) FTE \(required < 0 ? "fewer" : "more") than \(first.center.name) on average"
    text +=
      hires == 0
      ? ", hires as many"
      : ", hires \(Figure.rounded(hires.magnitude, 0)) \(hires < 0 ? "fewer" : "more")"
    guard result.center.currency == first.center.currency else {
      return text + "; the costs are in different currencies."
    }
    guard cost.magnitude >= 0.5 else { return text + " and costs the same." }
    let sign = cost < 0 ? -1.0 : 1
    text +=
      " and costs \(money(cost.magnitude)) \(result.center.currency) "
      + "\(cost < 0 ? "less" : "more") over \(period(result))"
    let paired = zip(result.costs, first.costs).map { sign * ($0 - $1) }
    if !paired.isEmpty {
      let points = YearBand.Points(paired)
      text += " (\(money(points.low)) to \(money(points.high)) in nine of ten years)"
    }
    return text + "."
  }

  /// When to hire, and what is left.
  static func hiring(_ result: YearResult) -> String {
    let name = result.center.name
    let need = result.firstNeeds.compactMap(\.self).min()
    var parts: [String] = []
    let classes = result.classes.joined()
    let started = classes.filter(\.isStarted)
    if started.isEmpty {
      parts.append("\(name) starts no class")
    } else {
      let suggested = started.filter(\.isSuggested).map(\.decideBy).min()
      parts.append(
        "\(name) starts \(number(started.count, "class", "classes")) with "
          + number(started.reduce(0) { $0 + $1.agents }, "agent", "agents")
          + (suggested.map { ", the first to be decided on by \($0)" } ?? ""))
      if suggested != nil, let need,
        need != result.whole.firstIndex(where: { $0.shortfallFTE > 0 })
      {
        parts.append(
          "without those suggested its first gap would be in week \(label(need, result))")
      }
    }
    if let week = result.whole.firstIndex(where: { $0.shortfallFTE > 0 }) {
      var worst = week
      for other in result.whole.indices
      where result.whole[other].shortfallFTE > result.whole[worst].shortfallFTE { worst = other }
      var text = "its first gap is in week \(label(week, result)) with \(fte(week, result))"
      if worst != week {
        text += ", the largest in week \(label(worst, result)) with \(fte(worst, result))"
      }
      let count = result.whole.count { $0.shortfallFTE > 0 }
      parts.append(count > 1 ? text + ", \(count) weeks have one" : text + ", the only one")
    } else {
      parts.append("no week has a gap")
    }
    let further = classes.filter { !$0.isStarted }
    if !further.isEmpty {
      let agents = number(further.reduce(0) { $0 + $1.agents }, "agent", "agents")
      let by = further.map(\.decideBy).min().map { ", decided on from \($0) on," } ?? ""
      parts.append(
        "\(number(further.count, "further class", "further classes")) with \(agents)\(by) would "
          + "close \(result.unclosed.allSatisfy(\.isEmpty) ? "all of them" : "the others")")
    }
    let unclosed = Set(result.unclosed.joined()).count
    if unclosed > 0 {
      parts.append("in \(number(unclosed, "week", "weeks")) no class can close the gap")
    }
    return parts.joined(separator: "; ") + "."
  }

  /// An amount for people: `1.23 M`, `123 k`, `456`.
  static func money(_ value: Double) -> String {
    let magnitude = value.magnitude
    let sign = value < 0 && magnitude >= 0.5 ? "−" : ""
    if magnitude >= 999_500 { return sign + Figure.rounded(magnitude / 1e6, 2) + " M" }
    if magnitude >= 9_999.5 { return sign + Figure.rounded(magnitude / 1e3, 0) + " k" }
    return sign + Figure.rounded(magnitude, 0)
  }

  private static func period(_ result: YearResult) -> String {
    result.whole.count == 52 ? "the year" : "\(result.whole.count) weeks"
  }

  /// `47 of 2027 (from 2027-11-22)`.
  private static func label(_ week: Int, _ result: YearResult) -> String {
    let monday = result.monday(of: week)
    return "\(monday.weekOfYear) of \(monday.isoWeek.prefix(4)) (from \(monday))"
  }

  private static func fte(_ week: Int, _ result: YearResult) -> String {
    let text = Figure.rounded(result.whole[week].shortfallFTE, 1)
    return (text == "0.0" ? "less than 0.1" : text) + " FTE"
  }

  private static func number(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
