/// What agents do with contacts that others should serve: they pass them on.
public struct Transfer: Sendable, Hashable {
  /// The share of served contacts that are passed on; hard ones may be more often.
  public var share: Graded
  /// The channel that they go to; `nil`: the one they are on.
  public var channel: String?
  /// The class whose queue they join there; `nil`: their own.
  public var demandClass: String?
  /// The team that alone takes them; `nil`: whoever serves the queue.
  public var team: String?
  /// Whether the first agent stays with the customer until the second has taken over.
  public var isWarm: Bool
  /// How long both agents are with the customer [s]; only where it is warm.
  public var handOver: Double

  /// Passing on a share of the contacts, cold unless said otherwise.
  public init(
    share: Graded, channel: String? = nil, demandClass: String? = nil, team: String? = nil,
    isWarm: Bool = false, handOver: Double = 0
  ) {
    self.share = share
    self.channel = channel
    self.demandClass = demandClass
    self.team = team
    self.isWarm = isWarm
    self.handOver = handOver
  }
}

extension Center {
  /// How contacts of a queue are passed on: as the class says on the channel, else as it says,
  /// unless that leads to the very queue.
  public func transfer(of queue: Queue) -> Transfer? {
    if let own = work(of: queue.demandClass, on: queue.channel)?.transfer { return own }
    guard let transfer = demand[queue.demandClass].transfer else { return nil }
    return transfer.team == nil && destination(of: transfer, from: queue) == queue ? nil : transfer
  }

  /// The queue that contacts of `queue` are passed on to; `nil` when they are not, or when the
  /// names lead nowhere.
  public func destination(ofTransfersFrom queue: Queue) -> Queue? {
    transfer(of: queue).flatMap { destination(of: $0, from: queue) }
  }

  private func destination(of transfer: Transfer, from queue: Queue) -> Queue? {
    var target = queue
    if let name = transfer.channel {
      guard let channel = channels.firstIndex(where: { $0.name == name }) else { return nil }
      target.channel = channel
    }
    if let name = transfer.demandClass {
      guard let demandClass = demand.firstIndex(where: { $0.name == name }) else { return nil }
      target.demandClass = demandClass
    }
    return target
  }

  /// The positions of the teams that may take what is passed on from a queue.
  func teams(takingTransfersFrom queue: Queue) -> [Int] {
    guard let target = destination(ofTransfersFrom: queue) else { return [] }
    let only = transfer(of: queue)?.team
    return teams(serving: target).filter { only == nil || teams[$0].name == only }
  }

  /// Whether somebody takes what is passed on from a queue on the first simulated day already.
  func isTakenFromTheBeginning(_ queue: Queue) -> Bool {
    guard let target = destination(ofTransfersFrom: queue) else { return false }
    return teams(takingTransfersFrom: queue).contains { team in
      teams[team].skill(
        channel: channels[target.channel].name, demandClass: demand[target.demandClass].name
      ).map(isThereFromTheBeginning) ?? false
    }
  }

  func teams(serving queue: Queue) -> [Int] {
    teams.indices.filter {
      teams[$0].skill(
        channel: channels[queue.channel].name, demandClass: demand[queue.demandClass].name) != nil
    }
  }
}
