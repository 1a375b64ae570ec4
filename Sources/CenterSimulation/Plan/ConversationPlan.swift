import Center
import Stochastics

/// How the conversations of a channel go.
struct ConversationPlan: BitwiseCopyable, Sendable {
  /// The replies of each; 0 where their number is random.
  let turns: Int32
  /// The mean number of replies beyond the first, where it is random.
  let furtherTurns: Double
  let customerReply: Sampler
  let silentShare: Double
  /// How long a reply may go without an answer [s]; infinity for ever.
  let closesAfter: Double

  init?(_ channel: Channel, _ sampling: inout SamplingTables) {
    guard channel.medium.isInTurns, let conversation = channel.conversation else { return nil }
    switch conversation.turns {
    case .exactly(let count): (turns, furtherTurns) = (Int32(count), 0)
    case .mean(let mean): (turns, furtherTurns) = (0, mean - 1)
    }
    customerReply = sampling.sampler(for: conversation.customerReply)
    silentShare = conversation.silence?.share ?? 0
    closesAfter = conversation.silence?.closesAfter ?? .infinity
  }
}

/// The conversation that an issue is in.
struct Thread: BitwiseCopyable {
  // Whose turns are counted.
  var demandClass: Int32 = -1
  var day: Int32 = 0
  var number: Int32 = 0
  /// Turns of the issue so far, over all its conversations: the occurrence of its next turn lane.
  var turns: Int32 = 0

  /// From the first reply to the end.
  var isUnderWay = false
  /// Whether the reply in hand is the last.
  var isLast = false
  /// Whether the conversation is closed when its customer's time is over.
  var closes = false
  var repliesLeft: Int32 = 0
  /// Talk as drawn that is still to do, and what follows the last reply [s].
  var workLeft = 0.0
  var wrapUp = 0.0
  /// The uniform that decides whether the conversation resolves the issue.
  var outcome = 0.0
  /// From the reply in hand until the customer writes or the conversation is closed [s].
  var pause = 0.0
  /// Who replied last.
  var agent: Int32 = -1
  /// When the conversation entered its queue, and what its replies took so far [s].
  var enteredQueueAt = 0.0
  var talk = 0.0
  /// Of the first reply, telling the story again [s].
  var repeated = 0.0
}
