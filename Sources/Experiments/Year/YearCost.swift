public import Center
public import CenterSimulation

/// What the people of a team cost in a week, and the hours that close its gap.
public struct YearCost: Sendable, Hashable {
  /// Wages of all who are paid, those in training included.
  public var wages = 0.0
  /// Recruiting, of those who begin their training.
  public var hiring = 0.0
  /// Trainers and rooms, of those who begin their training.
  public var training = 0.0
  /// Overtime that closes a gap.
  public var overtime = 0.0
  /// A vendor's hours that close what is left of it.
  public var vendor = 0.0
  /// Hours of overtime [h].
  public var overtimeHours = 0.0
  /// Hours of the vendor [h].
  public var vendorHours = 0.0

  /// Nothing.
  public init() {}

  /// The cost of a team's week.
  ///
  /// - Parameters:
  ///   - people: Who is there.
  ///   - required: What is required [FTE].
  ///   - team: The team, whose wage and overtime rate count.
  ///   - workforce: Its people.
  ///   - fullTimeWeek: The weekly hours of a full-time equivalent [s].
  public init(
    _ people: WorkforceWeek, required: Double, of team: Team, workforce: Workforce,
    fullTimeWeek: Double
  ) {
    let hoursEach = (workforce.hoursAWeek ?? fullTimeWeek) / 3600
    wages = (people.headcount + people.inTraining) * hoursEach * team.wage
    hiring = people.hires * workforce.cost.perHire
    training = people.hires * workforce.cost.perTrainee
    let missing = max(0, required - people.effectiveFTE) * fullTimeWeek / 3600
    overtimeHours = min(missing, people.headcount * workforce.overtime / 3600)
    overtime = overtimeHours * team.wage * team.overtimeRate
    if let perHour = workforce.cost.perVendorHour {
      vendorHours = missing - overtimeHours
      vendor = vendorHours * perHour
    }
  }

  /// Everything.
  public var total: Double { wages + hiring + training + overtime + vendor }

  /// Adds another cost.
  public static func += (left: inout YearCost, right: YearCost) {
    left.wages += right.wages
    left.hiring += right.hiring
    left.training += right.training
    left.overtime += right.overtime
    left.vendor += right.vendor
    left.overtimeHours += right.overtimeHours
    left.vendorHours += right.vendorHours
  }
}
