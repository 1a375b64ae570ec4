import Center

/// Opening hours over all simulated intervals: is it open, when does it open next, when is a
/// number of open seconds over.
struct OpeningTable: Sendable {
  private let length: Double
  private let open: [Bool]
  /// For each interval the first open one that is not before it; the count when there is none.
  private let nextOpen: [Int32]
  /// Open seconds before each interval, and in all.
  private let openSecondsBefore: [Double]

  init(_ hours: WeeklyHours, calendar: PlanningCalendar) {
    length = Double(calendar.intervalLength)
    open = hours.openIntervals(in: calendar)
    var next = Array(repeating: Int32(open.count), count: open.count + 1)
    for interval in open.indices.reversed() {
      next[interval] = open[interval] ? Int32(interval) : next[interval + 1]
    }
    nextOpen = next
    var seconds = [0.0]
    for isOpen in open { seconds.append(seconds[seconds.count - 1] + (isOpen ? length : 0)) }
    openSecondsBefore = seconds
  }

  /// Whether `interval` is open.
  func isOpen(inInterval interval: Int) -> Bool { open[interval] }

  /// The start of the next opening after `time` and the length of its first open stretch, at most
  /// an hour [s]; `nil` when it does not open again.
  ///
  /// - Parameter time: An instant at which it is closed [s].
  func nextOpening(after time: Double) -> (start: Double, firstHour: Double)? {
    let interval = Int(time / length)
    guard interval < open.count else { return nil }
    let start = Int(nextOpen[interval])
    guard start < open.count else { return nil }
    var end = start
    while end < open.count, open[end], Double(end - start) * length < 3600 { end += 1 }
    return (Double(start) * length, min(3600, Double(end - start) * length))
  }

  /// Whether it is open at `time` [s]; `false` from the end of the simulation on.
  func isOpen(at time: Double) -> Bool {
    let interval = Int(time / length)
    return interval < open.count && open[interval]
  }

  /// The instant at which `seconds` of opening hours have passed since `time`; infinity when the
  /// simulation ends before.
  ///
  /// - Complexity: O(log intervals).
  func instant(afterOpenSeconds seconds: Double, from time: Double) -> Double {
    let interval = Int(time / length)
    guard interval < open.count else { return .infinity }
    let within = open[interval] ? time - Double(interval) * length : 0
    let wanted = openSecondsBefore[interval] + within + seconds
    guard wanted <= openSecondsBefore[open.count] else { return .infinity }
    // The last interval with fewer open seconds before it than wanted holds the instant.
    var (low, high) = (interval, open.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if openSecondsBefore[middle] < wanted { low = middle } else { high = middle }
    }
    return Double(low) * length + (wanted - openSecondsBefore[low])
  }
}
