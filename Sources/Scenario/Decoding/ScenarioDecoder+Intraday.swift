internal import Center

extension ScenarioDecoder {
  /// The rules of dynamic staffing, in the order of the file.
  mutating func intraday(_ root: Section, _ calendar: PlanningCalendar) -> [IntradayRule] {
    guard let (list, path) = root.child("intraday"), checker.isSound(path) else { return [] }
    var rules: [IntradayRule] = []
    for (index, node) in (list.array ?? []).enumerated() {
      let path = path.appending(String(index))
      guard let rule = Section(node, path: path, kind: .object(.intradayRule), log: log),
        let condition = rule.section("when"),
        let measure = condition.text("measure").flatMap(IntradayRule.Measure.init)
      else { continue }
      let (above, below) = (condition.number("above"), condition.number("below"))
      let length = Double(calendar.intervalLength)
      let time = rule.duration("for") ?? length
      if time.truncatingRemainder(dividingBy: length) != 0 {
        diagnostics.add(
          Diagnostic(
            .offInterval, at: node.origin, path: path.appending("for"),
            "measures are known after each interval of \(DurationText.text(seconds: length)); "
              + "\(DurationText.text(seconds: time)) is not a number of them"))
      }
      rules.append(
        IntradayRule(
          team: rule.text("team") ?? "", measure: measure, channel: condition.text("channel"),
          threshold: above ?? below ?? 0, isAbove: above != nil,
          intervals: max(1, Int(time / length)), agents: rule.integer("agents") ?? 0,
          leadTime: rule.duration("after") ?? 0, duration: rule.duration("lasts") ?? 0))
    }
    return rules
  }
}
