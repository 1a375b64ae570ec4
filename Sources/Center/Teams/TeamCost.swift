/// What a site or vendor charges for the work of a team, beside or in place of wages.
public struct TeamCost: Sendable, Hashable {
  /// Money for each contact that an agent begins to serve.
  public var perContact: Double
  /// Money for each minute in which an agent has a contact or its wrap-up in hand.
  public var perMinute: Double

  /// Charges by contact and by minute of work.
  public init(perContact: Double = 0, perMinute: Double = 0) {
    self.perContact = perContact
    self.perMinute = perMinute
  }
}
