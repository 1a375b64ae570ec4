/// The contacts that a center expects in its queues, interval by interval.
///
/// First contacts are the issues by share, after what is tried before contact, offers of other
/// channels, closed doors with their fallback, peers and the mean containment of self-service;
/// what waits when the simulation begins comes in the first interval.
///
/// What follows from them is taken to come in the same interval, to the same queue: issues that
/// were contained or answered without being resolved, and come back until they are. Transfers come
/// in the same interval, to their own queue.
///
/// Left out is what depends on how customers are served: redials, and what trunks and ports block;
/// and the messages that prevent or cause contacts.
public struct ExpectedContacts: Sendable {
  /// Which contacts count.
  public enum Scope: Sendable {
    /// First contacts alone.
    case first
    /// First contacts and what follows from them.
    case all
  }

  /// What comes to one queue.
  public struct Stream: Sendable, Hashable {
    /// The queue.
    public let queue: Queue
    /// The position of the team that alone may take them; `nil`: whoever serves the queue.
    public let team: Int?
    /// The share of contacts whose customers have told their story before, to a tool or an agent.
    public let toldBefore: Double
    /// Contacts by simulated interval.
    public fileprivate(set) var contacts: [Double]
  }

  /// In the order of the queues; what is passed on to a team alone comes after the others.
  public private(set) var streams: [Stream]

  /// What a center expects.
  ///
  /// - Parameters:
  ///   - center: A center without problems.
  ///   - scope: Which contacts count.
  /// - Complexity: O(intervals × classes × (channels + tools)), and for transfers O(intervals ×
  ///   queues) for each time that a contact may be passed on.
  public init(_ center: Center, _ scope: Scope) {
    let intervals = center.calendar.simulatedIntervals
    let queues = center.queues
    let attempts = queues.map { scope == .all ? center.contactsPerResolution(in: $0) : 1 }
    var streams = zip(queues, attempts).map { queue, attempts in
      Stream(
        queue: queue, team: nil,
        toldBefore: center.tools(onChannel: queue.channel).isEmpty ? 1 - 1 / attempts : 1,
        contacts: Array(repeating: 0, count: intervals))
    }
    var place = Array(repeating: -1, count: center.channels.count * center.demand.count)
    for (index, queue) in queues.enumerated() {
      place[queue.channel * center.demand.count + queue.demandClass] = index
    }
    let doors = Doors(center, comesBack: scope == .all)
    for demandClass in center.demand.indices {
      for interval in 0..<intervals {
        let (day, part) = interval.quotientAndRemainder(
          dividingBy: center.calendar.intervalsPerDay)
        let issues = center.demand[demandClass].expectedIssues[day][part]
        guard issues > 0 else { continue }
        let contacting = issues * doors.share(contacting: demandClass, day: day)
        for (channel, share) in doors.entered(by: demandClass, interval: interval) {
          let index = place[channel * center.demand.count + demandClass]
          guard index >= 0 else { continue }
          streams[index].contacts[interval] +=
            contacting * share * attempts[index]
            * doors.share(queueing: demandClass, on: channel, day: day)
        }
      }
    }
    for index in streams.indices {
      let queue = streams[index].queue
      guard center.channels[queue.channel].medium.isDeferred else { continue }
      let waiting = center.work(of: queue.demandClass, on: queue.channel)?.startingBacklog ?? 0
      streams[index].contacts[0] += Double(waiting)
    }
    self.streams = streams
    if scope == .all { followTransfers(in: center) }
  }

  /// Adds what is passed on, round after round: at most as many as there are queues, should they
  /// lead around in a circle.
  private mutating func followTransfers(in center: Center) {
    var arriving = streams
    for _ in 0...streams.count {
      var next: [Stream] = []
      for stream in arriving {
        guard let transfer = center.transfer(of: stream.queue),
          let destination = center.destination(ofTransfersFrom: stream.queue)
        else { continue }
        let share = transfer.share.mean
        let contacts = stream.contacts.map { $0 * share }
        guard contacts.contains(where: { $0 > 0 }) else { continue }
        let team = transfer.team.flatMap { name in
          center.teams.firstIndex { $0.name == name }
        }
        // Within a queue the team that alone takes them keeps them.
        if destination == stream.queue, stream.team == team { continue }
        next.append(
          Stream(queue: destination, team: team, toldBefore: 1, contacts: contacts))
      }
      for stream in next { add(stream) }
      if next.isEmpty { return }
      arriving = next
    }
  }

  private mutating func add(_ stream: Stream) {
    guard
      let index = streams.firstIndex(where: {
        $0.queue == stream.queue && $0.team == stream.team && $0.toldBefore == stream.toldBefore
      })
    else {
      streams.append(stream)
      return
    }
    for interval in stream.contacts.indices {
      streams[index].contacts[interval] += stream.contacts[interval]
    }
  }
}

extension Center {
  /// How many contacts it takes until an issue of a queue is resolved, where those that are not
  /// come back: the mean over the difficulty of 1 / resolution rate.
  func contactsPerResolution(in queue: Queue) -> Double {
    guard demand[queue.demandClass].repeatContactAfter != nil else { return 1 }
    let rate = resolutionRate(of: queue)
    let parts = 64
    let sum = (0..<parts).reduce(0.0) { $0 + 1 / rate.at((Double($1) + 0.5) / Double(parts)) }
    return sum.isFinite ? sum / Double(parts) : 1
  }
}
