internal import Center
internal import Stochastics

/// Makes a center of a checked tree.
///
/// What the checker refused is skipped here, so that one reading tells as much as can be told.
struct ScenarioDecoder {
  let tree: SyntaxNode
  let checker: DeclarationChecker
  let chain: ScenarioChain
  let log: ReadLog?
  var files: ScenarioFiles
  var diagnostics = Diagnostics()
  /// Tables that have been read, by path; nil for those that could not be.
  var tables: [String: CSVTable] = [:]
  var failedTables: Set<String> = []
  /// Distributions that have been made with a table of their own.
  var tabulated: [TabulatedFamily: Distribution] = [:]
  /// How many rows of tables have been read.
  var rowsRead = 0
  /// The designs of the chain's files, by file, for volumes that count offered contacts.
  var designs: [ObjectIdentifier: Center?] = [:]

  init(
    tree: SyntaxNode, checker: DeclarationChecker, chain: ScenarioChain, files: ScenarioFiles,
    log: ReadLog? = nil
  ) {
    self.tree = tree
    self.checker = checker
    self.chain = chain
    self.files = files
    self.log = log
  }

  /// Whether nothing at or below a path was refused.
  func isSound(_ keys: String...) -> Bool { checker.isSound(SyntaxPath(keys)) }

  /// The scenario as a section.
  var root: Section? {
    tree.object.map { Section($0, at: tree.origin, path: SyntaxPath(), .scenario, log: log) }
  }

  /// The center, as far as it can be read; complete when there are no errors.
  mutating func center(named fileName: String) -> Center? {
    guard let root else { return nil }
    checkNames(root)
    guard let calendar = calendar(root) else { return nil }
    _ = root.node("$schema")
    _ = root.node("extends")
    _ = root.node("switchboard")
    guard fits(calendar, root) else { return nil }
    let channels = root.section("channels").map { self.channels($0) } ?? []
    let fallback = root.text("fallbackChannel")
    var demand = root.section("demand").map { self.demand($0) } ?? []
    let tools =
      root.section("selfService").map { self.tools($0, classes: demand.map(\.name)) } ?? []
    var center = Center(
      name: root.text("name") ?? fileName, calendar: calendar, demand: demand, channels: channels,
      fallbackChannel: fallback, steering: steering(root), selfService: tools,
      customerHistory: root.text("customerHistory").flatMap(CustomerHistory.init) ?? .unified,
      repeatInformationTime: root.duration("repeatInformationTime") ?? 0,
      currency: root.text("currency") ?? "", teams: [])
    center.proactive = root.section("proactive").map { messages($0) } ?? []
    center.outbound = root.section("outbound").map { campaigns($0) } ?? []
    if let section = root.section("demand") {
      readVolumes(section, into: &demand, center: center)
      center.demand = demand
    }
    center.assist = assist(root)
    center.quality = quality(root)
    center.intraday = intraday(root, calendar)
    if let section = root.section("teams") { center.teams = teams(section, center: center) }
    if let section = root.section("routing") { center.routing = routing(section) }
    return center
  }

  private func calendar(_ root: Section) -> PlanningCalendar? {
    guard isSound("calendar"), let section = root.section("calendar"),
      let (node, path) = section.child("start"),
      let start = try? ScalarReading.date(node, path), let days = section.integer("days"),
      let interval = section.duration("interval")
    else { return nil }
    return PlanningCalendar(
      start: start, days: days, warmUpDays: section.integer("warmUpDays") ?? 0,
      followUpDays: section.integer("followUpDays") ?? 0, intervalLength: Int(interval),
      fullTimeWeek: section.duration("fullTimeWeek") ?? 0)
  }

  /// Whether the calendar makes intervals, and no more of them than there is room for.
  private mutating func fits(_ calendar: PlanningCalendar, _ root: Section) -> Bool {
    guard let section = root.section("calendar") else { return false }
    let interval = section.child("interval")
    if PlanningCalendar.dayLength % calendar.intervalLength != 0
      || section.duration("interval") != Double(calendar.intervalLength)
    {
      diagnostics.add(
        Diagnostic(
          .outOfRange, at: place(of: interval?.node, in: section),
          path: interval?.path ?? section.path,
          "an interval divides the day; usual are 15m, 30m and 1h"))
      return false
    }
    let limits = files.limits
    let members =
      (root.section("demand")?.object.members.count ?? 0)
      + (root.section("teams")?.object.members.count ?? 0)
    if calendar.simulatedIntervals * max(1, members) > limits[.intervals] {
      diagnostics.add(
        Diagnostic(
          .limitExceeded, at: section.origin, path: section.path,
          "\(calendar.simulatedIntervals) intervals × \(members) classes and teams are more than "
            + "\(limits.inWords(.intervals)), the limit"))
      return false
    }
    let channels = root.section("channels")?.object.members.count ?? 0
    let classes = root.section("demand")?.object.members.count ?? 0
    if channels * classes > limits[.queues] {
      diagnostics.add(
        Diagnostic(
          .limitExceeded, at: root.section("channels")?.origin, path: SyntaxPath(["channels"]),
          "\(channels) channels × \(classes) classes are more than "
            + "\(limits.inWords(.queues)) queues, the limit"))
      return false
    }
    let skills = root.section("teams")?.namedSections.reduce(0) { sum, team in
      sum + (team.section.object["skills"]?.object?.members.count ?? 0)
    }
    if channels * classes * (skills ?? 0) > limits[.queueSkills] {
      diagnostics.add(
        Diagnostic(
          .limitExceeded, at: root.section("teams")?.origin, path: SyntaxPath(["teams"]),
          "\(channels * classes) queues × \(skills ?? 0) skills are more than "
            + "\(limits.inWords(.queueSkills)), the limit"))
      return false
    }
    return true
  }

  /// Where a value was written, or the section when it is a default.
  func place(of node: SyntaxNode?, in section: Section) -> Origin {
    guard let node, node.origin.file.path != "default" else { return section.origin }
    return node.origin
  }

  /// The table that a value names; nil when it cannot be read, which is told once.
  mutating func table(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> CSVTable? {
    guard let name = node.string else { return nil }
    let file = try files.file(named: name, at: node.origin, path: path)
    if let table = tables[file.path] { return table }
    if failedTables.contains(file.path) { return nil }
    do {
      let table = try CSVTable(file, limits: files.limits)
      tables[file.path] = table
      return table
    } catch {
      failedTables.insert(file.path)
      throw Diagnostic(
        error.code, at: error.origin, path: path, error.message, hint: error.hint)
    }
  }
}
