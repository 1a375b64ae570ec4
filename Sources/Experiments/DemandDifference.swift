public import Center

/// Something in which the customers of two designs differ: a comparison of them is then not only
/// about the designs, and says so.
public struct DemandDifference: Sendable, Hashable {
  /// The demand class.
  public let demandClass: String
  /// The channel, for what a class does on one.
  public let channel: String?
  /// What differs.
  public let aspect: Aspect
  /// The value in the first design; `nil` where there is none, or no short text for it.
  public let first: String?
  /// The value in the second design; `nil` where there is none, or no short text for it.
  public let second: String?

  /// What can differ, in the words of the scenario.
  public enum Aspect: String, Sendable, Hashable, CaseIterable {
    /// The class exists in one design only.
    case existence = "demand"
    /// The number of issues in the counted days.
    case volume
    /// The same number of issues, at other times.
    case profile
    /// Chance, exact numbers or measured instants.
    case arrivals = "arrivalNoise"
    case dayVariation, forecastError, difficultyCorrelation, resolutionRate, repeatContactAfter
    case value
    case share, talkTime, wrapUp, patience, target, startingBacklog
  }

  /// Everything in which the demand of `second` differs from that of `first`: class by class in the
  /// order of the first, then what only the second has.
  public static func between(_ first: Center, _ second: Center) -> [DemandDifference] {
    var differences: [DemandDifference] = []
    for demandClass in first.demand {
      if let other = second.demand.first(where: { $0.name == demandClass.name }) {
        differences += between(demandClass, other, calendar: first.calendar)
      } else {
        differences.append(
          DemandDifference(demandClass.name, .existence, demandClass.name, nil))
      }
    }
    for other in second.demand where !first.demand.contains(where: { $0.name == other.name }) {
      differences.append(DemandDifference(other.name, .existence, nil, other.name))
    }
    return differences
  }

  private init(
    _ demandClass: String, channel: String? = nil, _ aspect: Aspect, _ first: String?,
    _ second: String?
  ) {
    self.demandClass = demandClass
    self.channel = channel
    self.aspect = aspect
    self.first = first
    self.second = second
  }

  private static func between(
    _ first: DemandClass, _ second: DemandClass, calendar: PlanningCalendar
  ) -> [DemandDifference] {
    var list = List(demandClass: first.name)
    let volumes = [first, second].map { demandClass in
      demandClass.expectedIssues[calendar.countedDays].reduce(0) { $0 + $1.reduce(0, +) }
    }
    if volumes[0] != volumes[1] {
      list.note(.volume, volumes[0], volumes[1])
    } else if first.expectedIssues != second.expectedIssues {
      list.differences.append(DemandDifference(first.name, .profile, nil, nil))
    }
    if first.arrivals != second.arrivals {
      list.differences.append(DemandDifference(first.name, .arrivals, nil, nil))
    }
    list.note(.dayVariation, first.dayVariation, second.dayVariation)
    list.note(.forecastError, first.forecastError, second.forecastError)
    list.note(.difficultyCorrelation, first.difficultyCorrelation, second.difficultyCorrelation)
    list.note(.resolutionRate, first.resolutionRate, second.resolutionRate)
    list.note(.repeatContactAfter, first.repeatContactAfter, second.repeatContactAfter)
    if first.value != second.value {
      list.differences.append(DemandDifference(first.name, .value, nil, nil))
    }
    var channels = first.channels.map(\.channel)
    for entry in second.channels where !channels.contains(entry.channel) {
      channels.append(entry.channel)
    }
    for channel in channels {
      let left = first.channels.first { $0.channel == channel }
      let right = second.channels.first { $0.channel == channel }
      list.channel = channel
      list.note(.share, left?.share, right?.share)
      list.note(.talkTime, left?.talkTime, right?.talkTime)
      list.note(.wrapUp, left?.wrapUp, right?.wrapUp)
      list.note(.patience, left?.patience, right?.patience)
      list.note(.resolutionRate, left?.resolutionRate, right?.resolutionRate)
      list.note(.target, left?.target, right?.target)
      list.note(.startingBacklog, left?.startingBacklog ?? 0, right?.startingBacklog ?? 0)
    }
    return list.differences
  }

  /// The differences of one class so far.
  private struct List {
    let demandClass: String
    var channel: String?
    var differences: [DemandDifference] = []

    init(demandClass: String) {
      self.demandClass = demandClass
    }

    mutating func note<Value: Equatable>(
      _ aspect: Aspect, _ first: Value?, _ second: Value?
    ) {
      guard first != second else { return }
      let texts = (first.flatMap(text), second.flatMap(text))
      // Measured values are only outlined: what reads the same would look like no difference.
      let isTold = texts.0 != texts.1
      differences.append(
        DemandDifference(
          demandClass, channel: channel, aspect, isTold ? texts.0 : nil, isTold ? texts.1 : nil))
    }

    /// The value in a few words, a distribution in those of the scenario; `nil` for what has none.
    private func text(_ value: some Any) -> String? {
      switch value {
      case let graded as Graded:
        return graded.easy == graded.hard ? "\(graded.easy)" : "\(graded.easy) to \(graded.hard)"
      case let variation as DayVariation:
        return "cv \(variation.cv)" + (variation.isShared ? ", shared" : "")
      case let error as ForecastError:
        return "cv \(error.cv)" + (error.isShared ? ", shared" : "")
      case let target as Target:
        return "\(target.serviceLevel) within \(target.within) s"
          + (target.clock == .opening ? " of opening hours" : "")
      case let describable as any CustomStringConvertible:
        return describable.description
      default:
        return nil
      }
    }
  }
}
