/// Volume as an export counted it, day by day and interval by interval.
public struct VolumeCalibration: Sendable {
  /// An interval of a weekday.
  public struct Cell: Sendable, Equatable {
    /// The weekday; Monday is 0.
    public let weekday: Int
    /// The minute of the day at which it begins.
    public let minute: Int
    /// The mean count.
    public let volume: Double
    /// Its share of the weekday's mean.
    public let share: Double
  }

  /// A count that was made.
  public struct Count: Sendable {
    /// Days since any fixed day.
    public let day: Int
    /// The weekday; Monday is 0.
    public let weekday: Int
    /// The minute of the day at which the interval begins.
    public let minute: Int
    /// What was counted; not negative.
    public let volume: Double

    /// A count.
    public init(day: Int, weekday: Int, minute: Int, volume: Double) {
      self.day = day
      self.weekday = weekday
      self.minute = minute
      self.volume = volume
    }
  }

  /// The days that count, in their order.
  public let days: [VolumeAnalysis.Day]
  /// The days without a contact, which do not count.
  public let emptyDays: [Int]
  /// What the days tell.
  public let analysis: VolumeAnalysis
  /// The length of an interval [min].
  public let intervalMinutes: Int
  /// Mean counts by weekday and interval, in their order.
  public let cells: [Cell]
  /// The share of a day's volume in each interval of the day, from midnight.
  public let profile: [Double]

  /// Analyses counts.
  ///
  /// - Parameters:
  ///   - counts: The counts; several of one interval are added.
  ///   - intervalMinutes: The length of an interval [min]; divides a day.
  /// - Returns: `nil` where no day has a contact.
  public init?(_ counts: [Count], intervalMinutes: Int) {
    let slots = 1_440 / intervalMinutes
    var totals: [Int: (weekday: Int, volumes: [Double])] = [:]
    for count in counts {
      totals[count.day, default: (count.weekday, [Double](repeating: 0, count: slots))]
        .volumes[count.minute / intervalMinutes] += count.volume
    }
    var days: [VolumeAnalysis.Day] = []
    var emptyDays: [Int] = []
    var sums = [[Double]](repeating: [Double](repeating: 0, count: slots), count: 7)
    var numbers = [Int](repeating: 0, count: 7)
    for number in totals.keys.sorted() {
      guard let (weekday, volumes) = totals[number] else { continue }
      let total = volumes.reduce(0, +)
      guard total > 0 else {
        emptyDays.append(number)
        continue
      }
      days.append(VolumeAnalysis.Day(number: number, weekday: weekday, count: total))
      numbers[weekday] += 1
      for slot in 0..<slots { sums[weekday][slot] += volumes[slot] }
    }
    guard !days.isEmpty else { return nil }
    self.days = days
    self.emptyDays = emptyDays
    self.intervalMinutes = intervalMinutes
    analysis = VolumeAnalysis(days)
    var cells: [Cell] = []
    for weekday in 0..<7 where numbers[weekday] > 0 {
      let total = sums[weekday].reduce(0, +)
      for slot in 0..<slots where sums[weekday][slot] > 0 {
        cells.append(
          Cell(
            weekday: weekday, minute: slot * intervalMinutes,
            volume: sums[weekday][slot] / Double(numbers[weekday]),
            share: sums[weekday][slot] / total))
      }
    }
    self.cells = cells
    let all = days.reduce(0) { $0 + $1.count }
    profile = (0..<slots).map { slot in sums.reduce(0) { $0 + $1[slot] } / all }
  }

  /// Days far from what their weekday and growth lead to expect, and farther than chance takes
  /// independent customers: holidays, outages, campaigns.
  public var unusualDays: [(day: VolumeAnalysis.Day, expected: Double)] {
    zip(days, analysis.expected).filter { day, expected in
      (day.count < expected / 2 || day.count > expected * 1.5)
        && (day.count - expected).magnitude > 4 * expected.squareRoot()
    }
  }
}
