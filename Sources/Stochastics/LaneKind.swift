/// What the four draws of a lane decide. The raw values are part of every drawn number.
@frozen
public enum LaneKind: UInt8, BitwiseCopyable, CaseIterable, Sendable {
  /// How busy a day is; once a class and day.
  case day = 0
  /// What an issue is: gap, channel, difficulty, adoption.
  case issue = 1
  /// One wait of an issue for an agent: patience, balking, redial, delay.
  case queue = 2
  /// One service of an issue by an agent: talk quantile, wrap-up, outcome, transfer.
  case service = 3
  /// What a self-service tool does with an issue.
  case tool = 4
  /// When and how an issue comes back.
  case `return` = 5
  /// How a contact finds an agent: which of those that are equal.
  case routing = 6
  /// What else may happen in one wait of an issue: leaving without a trace, the time until that is
  /// noticed, accepting a callback, the try that reaches the customer.
  case wait = 16
  /// What a message to customers does about an issue: preventing it, causing a contact.
  case message = 17
  /// Which other channel a contact is offered, and whether it accepts.
  case steering = 24
  /// One turn of a conversation: how much of its talk the reply takes, the time until the customer
  /// writes again, falling silent instead.
  case turn = 25
  /// What other customers do about a contact: answering it, the time until then, true resolution.
  case peers = 26
  /// Whether a service by video loses its picture, and where in the talk.
  case picture = 27
  /// Whether an agent is out for a day.
  case absence = 32
  /// Whether a service is reviewed.
  case review = 33
  /// One dial of a record: the time to ring, whom it reaches, the time to read before.
  case dial = 40
  /// What becomes of an agent: passing the training, the time until leaving.
  case career = 48
  /// Where the points of a sample of what-ifs lie; no part of a replication.
  case sample = 49
  /// How far a forecast is off, for all days of a replication.
  case forecast = 50
}
