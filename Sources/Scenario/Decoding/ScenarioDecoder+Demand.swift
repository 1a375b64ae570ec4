internal import Center
internal import Stochastics

extension ScenarioDecoder {
  /// The classes of demand, in the order of the file, without their volumes.
  mutating func demand(_ section: Section) -> [DemandClass] {
    var classes: [DemandClass] = []
    for (member, section) in section.namedSections {
      var variation: DayVariation?
      if let written = section.section("volume")?.section("dayVariation"),
        let cv = written.number("cv")
      {
        variation = DayVariation(cv: cv, isShared: written.boolean("shared") ?? false)
        checkVariation(cv, written)
      }
      var forecastError: ForecastError?
      if let written = section.section("volume")?.section("forecastError"),
        let cv = written.number("cv")
      {
        forecastError = ForecastError(cv: cv, isShared: written.boolean("shared") ?? false)
        checkVariation(cv, written)
      }
      var demandClass = DemandClass(
        name: member.key, expectedIssues: [], dayVariation: variation,
        difficultyCorrelation: section.number("difficultyCorrelation") ?? 0,
        priority: section.integer("priority"), waitWeight: section.number("waitWeight"),
        resolutionRate: graded("resolutionRate", of: section) ?? Graded(1),
        transfer: transfer(section),
        repeatContactAfter: distribution("repeatContactAfter", of: section),
        value: section.section("value").map {
          IssueValue(resolved: $0.number("resolved") ?? 0, lost: $0.number("lost") ?? 0)
        } ?? IssueValue(),
        channels: section.section("channels").map { self.entries($0) } ?? [])
      demandClass.forecastError = forecastError
      demandClass.repeatChannels = changes("repeatChannels", of: section)
      classes.append(demandClass)
    }
    return classes
  }

  /// A factor that hardly varies cannot be told from none.
  private mutating func checkVariation(_ cv: Double, _ section: Section) {
    guard cv > 0, cv < 0.001, let (node, path) = section.child("cv") else { return }
    diagnostics.add(
      Diagnostic(
        .outOfRange, at: node.origin, path: path,
        "\(DurationText.plain(cv)) is between 0 and 0.001", hint: "write 0 for no variation"))
  }

  private mutating func entries(_ section: Section) -> [ClassChannel] {
    var entries: [ClassChannel] = []
    for (member, section) in section.namedSections {
      entries.append(
        ClassChannel(
          channel: member.key, share: graded("share", of: section) ?? Graded(0),
          talkTime: distribution("talkTime", of: section),
          wrapUp: distribution("wrapUp", of: section),
          patience: distribution("patience", of: section),
          priority: section.integer("priority"), waitWeight: section.number("waitWeight"),
          target: target(of: section),
          resolutionRate: graded("resolutionRate", of: section), transfer: transfer(section),
          startingBacklog: section.integer("startingBacklog") ?? 0))
    }
    return entries
  }

  /// A rate, the same for all issues or linear in their difficulty.
  func graded(_ key: String, of section: Section) -> Graded? {
    if let ends = section.section(key) {
      guard let easy = ends.rate("easy"), let hard = ends.rate("hard") else { return nil }
      return Graded(easy: easy, hard: hard)
    }
    return section.rate(key).map { Graded($0) }
  }

  /// Fills in the volumes.
  mutating func readVolumes(
    _ section: Section, into demand: inout [DemandClass], center: Center
  ) {
    let masks = center.channels.map { WeekMask($0.hours, calendar: center.calendar) }
    for (index, (member, classSection)) in section.namedSections.enumerated() {
      guard let (node, path) = classSection.child("volume"), checker.isSound(path),
        let volume = classSection.section("volume")
      else { continue }
      do {
        let hours = explicitHours(of: demand[index], center: center, masks: masks)
        if try readTrace(volume, node, into: &demand[index], calendar: center.calendar) { continue }
        guard var issues = try expectedVolume(volume, hours: hours, calendar: center.calendar)
        else { continue }
        issues = try multiplied(issues, as: volume, calendar: center.calendar)
        var factor = try scaleOfVolume(node, path)
        if volume.text("counts") == "offered" {
          factor /= try entriesPerIssue(ofClass: member.key, volume: node, path)
        }
        if factor != 1 { issues = Self.scaled(issues, by: factor) }
        demand[index].expectedIssues = issues
        if volume.text("arrivalNoise") == "none" { demand[index].arrivals = .exact }
      } catch {
        diagnostics.add(error)
      }
    }
  }

  /// Each row by a factor; rows that are the same stay so.
  private static func scaled(_ rows: [[Double]], by factor: Double) -> [[Double]] {
    var last: (from: [Double], to: [Double])?
    return rows.map { row in
      if let last, last.from == row { return last.to }
      let scaled = row.map { $0 * factor }
      last = (row, scaled)
      return scaled
    }
  }

  private func scaleOfVolume(
    _ node: SyntaxNode, _ path: SyntaxPath
  ) throws(Diagnostic) -> Double {
    var scale = 1.0
    for adjustment in node.adjustments {
      guard adjustment.operation != .add, adjustment.operand >= 0 else {
        throw Diagnostic(
          .editDoesNotApply, at: adjustment.origin, path: path,
          "a volume takes *= and /= with a number above 0")
      }
      scale = adjustment.applied(to: scale)
    }
    return scale
  }

  /// Which intervals of each weekday the live channels of a class are open in, where their hours
  /// are written; nil where no live channel has hours.
  private func explicitHours(
    of demandClass: DemandClass, center: Center, masks: [WeekMask]
  ) -> WeekMask? {
    var reached: Set<Int> = []
    for entry in demandClass.channels where entry.share.mean > 0 {
      guard let index = center.channelReached(byTrying: entry.channel) else { continue }
      let channel = center.channels[index]
      if !channel.medium.isDeferred, channel.hours != .always { reached.insert(index) }
    }
    guard let first = reached.min() else { return nil }
    return reached.reduce(masks[first]) { $0.union(masks[$1]) }
  }
}

/// For each weekday, which intervals of the day are meant.
struct WeekMask {
  /// Seven rows from Monday, one element an interval.
  private(set) var days: [[Bool]]

  /// No interval.
  init(_ calendar: PlanningCalendar) {
    days = Array(repeating: Array(repeating: false, count: calendar.intervalsPerDay), count: 7)
  }

  /// The intervals that begin inside hours.
  init(_ hours: WeeklyHours, calendar: PlanningCalendar) {
    let length = calendar.intervalLength
    days = Weekday.allCases.map { weekday in
      (0..<calendar.intervalsPerDay).map { hours.isOpen(on: weekday, at: $0 * length) }
    }
  }

  /// The intervals of either.
  func union(_ other: WeekMask) -> WeekMask {
    var result = self
    result.days = zip(days, other.days).map { zip($0, $1).map { $0 || $1 } }
    return result
  }
}
