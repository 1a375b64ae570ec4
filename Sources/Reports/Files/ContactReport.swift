public import Center
public import CenterSimulation

/// `contacts.csv`: every contact of every replication, a row at a time, so that a trace larger than
/// memory passes through.
public struct ContactReport: Sendable {
  /// The name of the file before `.csv`.
  public static let name = "contacts"
  /// What it shows.
  public static let title = "Every contact"

  /// The columns, keys first.
  public static let columns: [Column] = [
    KeyColumns.scenario, KeyColumns.replication,
    Column(
      "issue", "Issue", .text, isKey: true,
      meaning: "Class, day of birth and number within both: the same in every design."),
    Column(
      "attempt", "Attempt", .integer, isKey: true,
      meaning: "The contact's number within the issue; 0 before the first."),
    Column(
      "leg", "Leg", .integer, isKey: true, meaning: "The row's number within the attempt."),
    Column("class", "Class", .text, meaning: "The demand class."),
    Column("born", "Born", .moment, meaning: "When the issue was born."),
    Column(
      "difficulty", "Difficulty", .number(decimals: 3),
      meaning: "The issue's difficulty, from 0, the easiest, to 1."),
    Column(
      "reason", "Reason", .text,
      meaning: "Why the contact was made: first, redial or repeat."),
    Column("channel", "Channel", .text, meaning: "The channel; empty before the first contact."),
    Column("tool", "Tool", .text, meaning: "The last tool of self-service that it met."),
    Column("entered", "Entered", .moment, meaning: "When it came to the channel, or to the tool."),
    Column("queued", "Queued", .moment, meaning: "When it entered its queue."),
    Column(
      "queue_entry", "Queue entry", .integer,
      meaning: "Which blocked or queued attempt of the issue: the address of its patience."),
    Column(
      "patience_quantile", "Patience quantile", .number(decimals: 3),
      meaning: "The quantile of its patience, whether or not it came to an end."),
    Column("answered", "Answered", .moment, meaning: "When an agent took it."),
    Column(
      "service", "Service", .integer,
      meaning: "Which service of the issue by an agent: the address of its talk, counted from 1."),
    Column("team", "Team", .text, meaning: "The agent's team."),
    Column("agent", "Agent", .integer, meaning: "The agent's number within the team."),
    Column(
      "talk_quantile", "Talk quantile", .number(decimals: 3),
      meaning: "The quantile of its talk that is independent of difficulty."),
    Column(
      "talk_s", "Talk", .number(decimals: 1), unit: "s",
      meaning: "Talk, with the factors of team, skill and tools; in turns, what was done of it."),
    Column(
      "repeated_information_s", "Repeated information", .number(decimals: 1), unit: "s",
      meaning: "Telling the story again."),
    Column(
      "wrap_up_s", "Wrap-up", .number(decimals: 1), unit: "s", meaning: "Work after the talk."),
    Column("left", "Left", .moment, meaning: "When it left; empty if it is still there."),
    Column(
      "wait_s", "Wait", .number(decimals: 1), unit: "s",
      meaning: "From the queue to the agent, or to its leaving without one."),
    Column(
      "outcome", "Outcome", .text,
      meaning: "resolved, unresolved, transferred, abandoned, blocked, closed, contained, "
        + "contained_falsely, not_contained; at the end waiting, in_service or in_self_service."),
    Column(
      "counted", "Counted", .text, meaning: "yes if it is booked in a counted interval."),
  ]

  private let scenario: [UInt8]
  private let classes: [[UInt8]]
  /// A class's name as an issue's key begins, and what ends the field.
  private let issuePrefixes: [[UInt8]]
  private let issueEnds: [[UInt8]]
  private let channels: [[UInt8]]
  private let tools: [[UInt8]]
  private let teams: [[UInt8]]
  private let calendar: PlanningCalendar
  /// Ten bytes for each day, from the day before the first simulated one.
  private let dates: [UInt8]
  private let firstDate: Int

  /// A report about a center.
  public init(_ center: Center) {
    func fields(_ names: [String]) -> [[UInt8]] { names.map(Self.field) }
    scenario = Self.field(center.name)
    classes = fields(center.demand.map(\.name))
    let isQuoted = classes.map { $0.first == UInt8(ascii: "\"") }
    issuePrefixes = zip(classes, isQuoted).map { name, isQuoted in
      Array(isQuoted ? name.dropLast() : name[...]) + [UInt8(ascii: "/")]
    }
    issueEnds = isQuoted.map { $0 ? [UInt8(ascii: "\"")] : [] }
    channels = fields(center.channels.map(\.name))
    tools = fields(center.selfService.map(\.name))
    teams = fields(center.teams.map(\.name))
    calendar = center.calendar
    let first = center.calendar.date(ofSimulatedDay: -1)
    firstDate = first.daysSinceEpoch
    dates = (0..<(center.calendar.simulatedDays + 2)).flatMap {
      Array(first.advanced(by: $0).description.utf8)
    }
  }

  private static func field(_ text: String) -> [UInt8] {
    ByteSink.bytes { sink in
      var writer = CSVWriter()
      writer.field(.text(text), to: &sink)
    }
  }

  /// Writes the names of the columns as a row.
  public static func writeHeader(to sink: inout ByteSink) {
    var writer = CSVWriter()
    writer.header(columns, to: &sink)
  }

  /// Writes a row for each contact, until the sink refuses.
  ///
  /// - Parameters:
  ///   - contacts: The trace of a replication.
  ///   - replication: The replication's number.
  ///   - sink: Where the rows go.
  public func write(
    _ contacts: borrowing [TracedContact], replication: Int, to sink: inout ByteSink
  ) {
    var row = RowBytes()
    for index in contacts.indices {
      guard sink.isOpen else { return }
      row.bytes.removeAll(keepingCapacity: true)
      append(contacts[index], replication: replication, to: &row)
      sink.append(contentsOf: row.bytes)
    }
  }

  private func append(_ contact: TracedContact, replication: Int, to row: inout RowBytes) {
    let demandClass = Int(contact.demandClass)
    row.append(scenario)
    row.integer(replication)
    row.comma()
    row.append(issuePrefixes[demandClass])
    date(ofDay: Int(contact.day), to: &row)
    row.bytes.append(UInt8(ascii: "/"))
    row.digits(UInt64(contact.number))
    row.append(issueEnds[demandClass])
    row.integer(Int(contact.attempt))
    row.integer(Int(contact.leg))
    row.field(classes[demandClass])
    moment(contact.bornAt, to: &row)
    row.number(contact.difficulty, decimals: 9)
    row.field(contact.reason.bytes)
    row.field(channels, contact.channel)
    row.field(tools, contact.tool)
    moment(contact.enteredAt, to: &row)
    moment(contact.queuedAt, to: &row)
    row.integer(contact.queueEntry == 0 ? nil : Int(contact.queueEntry))
    row.number(contact.patienceQuantile, decimals: 9)
    let isServed = contact.answeredAt != nil
    moment(contact.answeredAt, to: &row)
    row.integer(isServed ? Int(contact.service) : nil)
    row.field(teams, contact.team)
    row.integer(isServed ? Int(contact.agent) : nil)
    row.number(contact.talkQuantile, decimals: 9)
    row.number(isServed ? contact.talk : nil, decimals: 6)
    row.number(isServed ? contact.repeatedInformation : nil, decimals: 6)
    row.number(isServed ? contact.wrapUp : nil, decimals: 6)
    moment(contact.leftAt, to: &row)
    row.number(contact.wait, decimals: 6)
    row.field(contact.outcome.bytes)
    row.field(contact.isCounted ? Self.yes : [])
    row.bytes.append(13)
    row.bytes.append(10)
  }

  private static let yes = Array("yes".utf8)

  /// The date of a day since 1970-01-01; those of the calendar are kept ready.
  private func date(ofDay day: Int, to row: inout RowBytes) {
    let first = (day - firstDate) * 10
    guard first >= 0, first + 10 <= dates.count else {
      row.append(Array(CivilDate(daysSinceEpoch: day).description.utf8))
      return
    }
    row.bytes.append(contentsOf: dates[first..<(first + 10)])
  }

  /// An instant to the millisecond; nothing for none.
  private func moment(_ time: Double?, to row: inout RowBytes) {
    row.comma()
    guard let time else { return }
    let milliseconds = Int((time * 1000).rounded())
    let day = (milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000
    let rest = milliseconds - day * 86_400_000
    date(ofDay: firstDate + 1 + day, to: &row)
    row.bytes.append(UInt8(ascii: " "))
    row.two(rest / 3_600_000)
    row.bytes.append(UInt8(ascii: ":"))
    row.two(rest / 60_000 % 60)
    row.bytes.append(UInt8(ascii: ":"))
    row.two(rest / 1000 % 60)
    row.bytes.append(UInt8(ascii: "."))
    row.bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 100 % 10))
    row.two(rest % 100)
  }
}

extension TracedContact {
  /// From the queue to the agent, or to its leaving without one [s].
  fileprivate var wait: Double? {
    guard let queuedAt, let end = answeredAt ?? leftAt else { return nil }
    return end - queuedAt
  }
}
