internal import Center

extension ScenarioDecoder {
  /// The keys of what multiplies a volume.
  static let factorKeys = ["growth", "dayOfWeek", "weekOfYear", "surges"]

  /// A volume after growth, weekdays, weeks and surges.
  mutating func multiplied(
    _ rows: [[Double]], as volume: Section, calendar: PlanningCalendar
  ) throws(Diagnostic) -> [[Double]] {
    guard Self.factorKeys.contains(where: { volume.object.place(of: $0) != nil }) else {
      return rows
    }
    let growth = volume.number("growth") ?? 0
    let weekdays = try weekdayFactors(volume, calendar)
    let weeks = try weekFactors(volume)
    var result = rows
    for day in result.indices {
      let date = calendar.date(ofSimulatedDay: day)
      let factor =
        Self.growthFactor(growth, days: day - calendar.warmUpDays)
        * weekdays[date.weekday.rawValue] * weeks[date.weekOfYear - 1]
      if factor != 1 { result[day] = result[day].map { $0 * factor } }
    }
    try requireSensible(result, at: volume.origin, volume.path, "growth, weekdays and weeks")
    for surge in try surges(volume, calendar) {
      surge.apply(to: &result)
      try requireSensible(result, at: surge.origin, surge.path, "this surge")
    }
    return result
  }

  /// Volumes that factors lead beyond all bounds are refused where the factors are written.
  private func requireSensible(
    _ rows: [[Double]], at origin: Origin, _ path: SyntaxPath, _ cause: String
  ) throws(Diagnostic) {
    guard !rows.allSatisfy({ $0.allSatisfy { $0 <= 1e9 } }) else { return }
    throw Diagnostic(
      .limitExceeded, at: origin, path: path,
      "with \(cause) an interval has a volume of more than 10^9, the limit")
  }

  /// What a volume has grown by: whole years compound, the rest of a year is linear.
  ///
  /// - Parameter days: Days since growth began; before that it has yet to come.
  static func growthFactor(_ growth: Double, days: Int) -> Double {
    if growth == 0 { return 1 }
    let years = days >= 0 ? days / 365 : -((364 - days) / 365)
    var factor = 1 + growth * Double(days - years * 365) / 365
    for _ in 0..<years.magnitude {
      if years > 0 { factor *= 1 + growth } else { factor /= 1 + growth }
    }
    return factor
  }

  private mutating func weekdayFactors(
    _ volume: Section, _ calendar: PlanningCalendar
  ) throws(Diagnostic) -> [Double] {
    var factors = Array(repeating: 1.0, count: 7)
    guard let section = volume.section("dayOfWeek") else { return factors }
    let written = volume.section("profile") ?? volume
    if let table = try intervalTable(written, role: "volume", maximum: 1e12, calendar)?.table,
      table.shape == .dates || table.shape == .weekdays
    {
      throw Diagnostic(
        .contradiction, at: section.origin, path: section.path,
        "the table says already how weekdays differ",
        hint: "remove dayOfWeek, or the weekdays of the table")
    }
    for (day, factor) in try Self.factors(
      section, of: "a weekday", by: ScalarReading.weekdays(of:_:))
    {
      factors[day] = factor
    }
    return factors
  }

  private func weekFactors(_ volume: Section) throws(Diagnostic) -> [Double] {
    var factors = Array(repeating: 1.0, count: 53)
    guard let section = volume.section("weekOfYear") else { return factors }
    for (week, factor) in try Self.factors(section, of: "a week", by: ScalarReading.weeks(of:_:)) {
      factors[week - 1] = factor
    }
    return factors
  }

  /// The factors of a table whose keys name weekdays or weeks, each of them once.
  private static func factors(
    _ section: Section, of what: String,
    by numbers: (SyntaxMember, SyntaxPath) throws(Diagnostic) -> [Int]
  ) throws(Diagnostic) -> [(number: Int, factor: Double)] {
    var factors: [(number: Int, factor: Double)] = []
    var known: Set<Int> = []
    for member in section.object.members {
      let path = section.path.appending(member.key)
      for number in try numbers(member, path) {
        guard known.insert(number).inserted else {
          throw Diagnostic(
            .contradiction, at: member.keyOrigin, path: path, "\(what) is written twice")
        }
        factors.append((number, member.value.number?.value ?? 1))
      }
    }
    return factors
  }

  // MARK: Surges

  /// A factor on a stretch of simulated time [s].
  private struct Surge {
    let stretch: Range<Int>
    let factor: Double
    let intervalLength: Int
    let origin: Origin
    let path: SyntaxPath

    /// Multiplies the part of each interval that the stretch covers.
    func apply(to rows: inout [[Double]]) {
      let perDay = PlanningCalendar.dayLength / intervalLength
      let first = stretch.lowerBound / intervalLength
      let last = (stretch.upperBound - 1) / intervalLength
      for interval in first...last {
        let start = interval * intervalLength
        let covered =
          min(start + intervalLength, stretch.upperBound) - max(start, stretch.lowerBound)
        let share = Double(covered) / Double(intervalLength)
        rows[interval / perDay][interval % perDay] *= 1 + (factor - 1) * share
      }
    }
  }

  private mutating func surges(
    _ volume: Section, _ calendar: PlanningCalendar
  ) throws(Diagnostic) -> [Surge] {
    guard let (list, path) = volume.child("surges") else { return [] }
    var surges: [Surge] = []
    for (index, node) in (list.array ?? []).enumerated() {
      let path = path.appending(String(index))
      guard let section = Section(node, path: path, kind: Self.surgeKind, log: log),
        let from = section.child("from"), let to = section.child("to"),
        let factor = section.number("factor")
      else { continue }
      let start = Self.second(try ScalarReading.instant(from.node, from.path), calendar)
      let end = Self.second(
        try ScalarReading.instant(to.node, to.path), calendar,
        dateMeans: PlanningCalendar.dayLength)
      guard start < end else {
        throw Diagnostic(
          .contradiction, at: to.node.origin, path: to.path, "the surge ends before it begins")
      }
      let horizon = calendar.simulatedDays * PlanningCalendar.dayLength
      guard max(0, start) < min(horizon, end) else {
        diagnostics.add(outsideCalendar("the surge is", at: node.origin, path, calendar))
        continue
      }
      surges.append(
        Surge(
          stretch: max(0, start)..<min(horizon, end), factor: factor,
          intervalLength: calendar.intervalLength, origin: node.origin, path: path))
    }
    return surges
  }

  private static let surgeKind: ValueKind = {
    guard case .list(let element, _)? = ObjectDeclaration.volume.field("surges")?.kind else {
      preconditionFailure("surges are declared as a list")
    }
    return element
  }()

  /// An instant as seconds from the first simulated midnight.
  private static func second(
    _ instant: ScalarReading.Instant, _ calendar: PlanningCalendar, dateMeans second: Int = 0
  ) -> Int {
    let first = calendar.date(ofSimulatedDay: 0)
    let day = instant.date.daysSinceEpoch - first.daysSinceEpoch
    return day * PlanningCalendar.dayLength + (instant.second ?? second)
  }
}
