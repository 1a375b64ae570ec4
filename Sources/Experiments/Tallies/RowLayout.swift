import Center
import CenterSimulation

/// The rows of a design's reports, in the order of its file, and what is booked in each.
struct RowLayout: Sendable {
  let rows: [Row]
  /// For each row, what is booked in it.
  let members: [Members]
  /// Rows of the intervals: contacts, agents and campaigns, all classes or one queue.
  let intervalRows: [Int]
  /// Rows that designs are compared in.
  let headlineRows: [Int]

  let queueCount: Int
  let teamCount: Int
  let campaignCount: Int
  let dayCount: Int
  let intervalsPerDay: Int
  let intervalLength: Double
  let fullTimeEquivalentTime: Double
  /// By class: what the ends of its issues are worth.
  let issueValues: [IssueValue]

  var intervalCount: Int { dayCount * intervalsPerDay }

  /// What is booked in a row: positions in the arrays of an observation.
  struct Members: Sendable {
    var liveQueues: [Int] = []
    var deferredQueues: [Int] = []
    var teams: [Int] = []
    /// `tool * classes + class`.
    var tools: [Int] = []
    var classes: [Int] = []
    var campaigns: [Int] = []
    /// What a channel or queue that has a target promises.
    var promise: RowPromise?
    /// Rows whose kept targets are counted here; empty for a row that has its own.
    var promisingRows: [Int] = []
    var isTool = false

    var queues: [Int] { liveQueues + deferredQueues }
    /// Whether anything is booked interval by interval.
    var isBookedByInterval: Bool {
      !liveQueues.isEmpty || !deferredQueues.isEmpty || !teams.isEmpty
        || !campaigns.isEmpty
    }
  }

  init(_ center: Center, queues: [Queue]) {
    var builder = Builder(center: center, queues: queues)
    builder.addChannels()
    builder.addEverything()
    builder.addTeamsAndTools()
    builder.addCampaigns()
    let rows = builder.rows
    self.rows = rows
    members = builder.members
    func positions(_ scopes: RowScopes) -> [Int] {
      rows.indices.filter { scopes.contains(rows[$0].scope) }
    }
    intervalRows = positions([.center, .channel, .queue, .team, .campaign])
    headlineRows = positions([.center, .channel, .team, .campaign])
    queueCount = queues.count
    teamCount = center.teams.count
    campaignCount = center.outbound.count
    dayCount = center.calendar.days
    intervalsPerDay = center.calendar.intervalsPerDay
    intervalLength = Double(center.calendar.intervalLength)
    fullTimeEquivalentTime = center.calendar.fullTimeEquivalentTime
    issueValues = center.demand.map(\.value)
  }

  /// A tally of a row with nothing booked, over `time` [s].
  func emptyTally(ofRow row: Int, time: Double) -> RowTally {
    var tally = RowTally()
    tally.time = time
    tally.fullTimeEquivalentTime = fullTimeEquivalentTime
    tally.hasLiveQueues = !members[row].liveQueues.isEmpty
    tally.isTool = members[row].isTool
    return tally
  }
}

extension RowLayout {
  /// Lists the rows. Those for everything come first in reports, but refer to those of channels
  /// and queues for the targets kept: these are laid out behind a known number of rows.
  private struct Builder {
    let center: Center
    let queues: [Queue]
    var rows: [Row] = []
    var members: [Members] = []
    private var channelRows: [Int] = []
    private var queueRows: [Int] = []

    init(center: Center, queues: [Queue]) {
      self.center = center
      self.queues = queues
      // Everything, then each class, if there are several.
      let classRows = center.demand.count > 1 ? center.demand.count : 0
      rows = [Row(level: .all)]
      members = [Members()]
      for demandClass in center.demand.prefix(classRows) {
        rows.append(Row(level: .all, demandClass: demandClass.name))
        members.append(Members())
      }
    }

    mutating func addChannels() {
      for (index, channel) in center.channels.enumerated() {
        let own = queues.indices.filter { queues[$0].channel == index }
        channelRows.append(
          add(
            Row(level: .channel, name: channel.name),
            booking(own, target: channel.target, penalty: channel.penalty)))
      }
      for (index, queue) in queues.enumerated() {
        queueRows.append(
          add(
            Row(
              level: .queue, name: center.channels[queue.channel].name,
              demandClass: center.demand[queue.demandClass].name),
            booking([index], target: center.target(of: queue))))
      }
    }

    mutating func addEverything() {
      members[0] = booking(Array(queues.indices), target: nil)
      members[0].teams = Array(center.teams.indices)
      members[0].tools = Array(0..<(center.selfService.count * center.demand.count))
      members[0].classes = Array(center.demand.indices)
      members[0].campaigns = Array(center.outbound.indices)
      members[0].promisingRows = channelRows
      guard center.demand.count > 1 else { return }
      for demandClass in center.demand.indices {
        let own = queues.indices.filter { queues[$0].demandClass == demandClass }
        var booked = booking(own, target: nil)
        booked.tools = center.selfService.indices.map { $0 * center.demand.count + demandClass }
        booked.classes = [demandClass]
        booked.promisingRows = own.map { queueRows[$0] }
        members[1 + demandClass] = booked
      }
    }

    mutating func addTeamsAndTools() {
      for (index, team) in center.teams.enumerated() {
        var booked = Members()
        booked.teams = [index]
        _ = add(Row(level: .team, name: team.name), booked)
      }
      for (index, tool) in center.selfService.enumerated() {
        var booked = Members()
        booked.isTool = true
        let first = index * center.demand.count
        booked.tools = Array(first..<(first + center.demand.count))
        _ = add(Row(level: .tool, name: tool.name), booked)
        guard center.demand.count > 1 else { continue }
        for demandClass in center.demand.indices {
          booked.tools = [first + demandClass]
          _ = add(
            Row(level: .tool, name: tool.name, demandClass: center.demand[demandClass].name),
            booked)
        }
      }
    }

    mutating func addCampaigns() {
      for (index, campaign) in center.outbound.enumerated() {
        var booked = Members()
        booked.campaigns = [index]
        _ = add(Row(level: .campaign, name: campaign.name), booked)
      }
    }

    private func booking(
      _ own: [Int], target: Target?, penalty: Penalty? = nil
    ) -> Members {
      var booked = Members()
      let isDeferred = { (queue: Int) in
        center.channels[queues[queue].channel].medium.isDeferred
      }
      booked.liveQueues = own.filter { !isDeferred($0) }
      booked.deferredQueues = own.filter(isDeferred)
      // Those who have a target are of one channel.
      if let target, let first = own.first {
        booked.promise = RowPromise(
          target, on: center.channels[queues[first].channel].medium, penalty: penalty)
      }
      return booked
    }

    private mutating func add(_ row: Row, _ booked: Members) -> Int {
      rows.append(row)
      members.append(booked)
      return rows.count - 1
    }
  }
}
