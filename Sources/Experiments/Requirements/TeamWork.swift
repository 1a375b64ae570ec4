import Center
import Erlang

/// The work that a team is to do first, interval by interval.
struct TeamWork {
  /// Contacts whose customers wait, of one queue.
  struct Flow {
    let queue: Queue
    /// An agent's time for each, at full concurrency [s].
    let handleTime: Double
    /// By simulated interval [1/s].
    var arrivals: [Double]
  }

  let team: Int
  /// What customers wait for.
  private(set) var live: [Flow] = []
  /// Work that is answered later, spread until it is due, by simulated interval [Erlang].
  private(set) var deferred: [Double]
  private(set) var remarks: [RequirementRemark] = []

  /// The work of every team of a center.
  ///
  /// The work of a queue belongs to the teams that serve it first, evenly where these are several.
  static func all(of center: Center) -> [TeamWork] {
    let calendar = center.calendar
    var works = center.teams.indices.map {
      TeamWork(team: $0, deferred: Array(repeating: 0, count: calendar.simulatedIntervals))
    }
    let working = center.teams.map { team in center.scheduledPresent(of: team).map { $0 > 0 } }
    for stream in ExpectedContacts(center, .all).streams {
      // Before a dated skill holds the work may be another team's.
      let first = (0..<calendar.simulatedDays).map {
        stream.team.map { [$0] } ?? center.firstTeams(for: stream.queue, onDay: $0)
      }
      for team in center.teams.indices {
        let contacts = stream.contacts.indices.map { interval in
          let teams = first[interval / calendar.intervalsPerDay]
          return teams.contains(team) ? stream.contacts[interval] / Double(teams.count) : 0
        }
        guard contacts.contains(where: { $0 > 0 }) else { continue }
        if first.contains(where: { $0.count > 1 && $0.contains(team) }) {
          works[team].add(.sharedQueues)
        }
        works[team].add(contacts, of: stream, in: center, working: working[team])
      }
    }
    for team in works.indices { works[team].finish(center) }
    return works
  }

  private init(team: Int, deferred: [Double]) {
    self.team = team
    self.deferred = deferred
  }

  private mutating func add(_ remark: RequirementRemark) {
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  private mutating func add(
    _ contacts: [Double], of stream: ExpectedContacts.Stream, in center: Center, working: [Bool]
  ) {
    let queue = stream.queue
    guard var time = center.meanHandleTime(in: queue, by: center.teams[team]) else { return }
    if center.customerHistory == .siloed {
      time += stream.toldBefore * center.repeatInformationTime
    }
    guard time > 0 else { return }
    let channel = center.channels[queue.channel]
    let length = Double(center.calendar.intervalLength)
    if channel.medium.isDeferred {
      let spread = DeferredWork(center, queue: queue, working: working).spread(
        contacts.map { $0 * time / length })
      for interval in spread.indices { deferred[interval] += spread[interval] }
      return add(.deferredWork)
    }
    var (replies, handleTime) = (1.0, time)
    if let conversation = channel.conversation {
      replies = conversation.expectedReplies
      handleTime = time / conversation.turns.mean
      add(.repliesAtOnce)
    }
    let throughput = channel.concurrency.throughput
    live.append(
      Flow(
        queue: queue, handleTime: handleTime / (throughput.last ?? 1),
        arrivals: contacts.map { $0 * replies / length }))
  }

  private mutating func finish(_ center: Center) {
    let places = Set(live.map { center.channels[$0.queue.channel].concurrency })
    if places.count > 1 { add(.chatsBesideCalls) }
    let dials = center.outbound.contains { center.teams[team].skill(campaign: $0.name) != nil }
    if dials { add(.dials) }
  }

  /// The load of what customers wait for, by simulated interval [Erlang].
  var liveLoad: [Double] {
    deferred.indices.map { interval in
      live.reduce(0) { $0 + $1.arrivals[interval] * $1.handleTime }
    }
  }
}
