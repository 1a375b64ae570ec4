extension ObjectDeclaration {
  static let channels = ObjectDeclaration(
    "channels", "The ways into the center.", [], others: (.names, .object(channel)))

  static let channel = ObjectDeclaration(
    "channel", "A way into the center: its medium, hours, targets and limits.",
    [
      Field(
        "medium",
        .choice([
          .init("voice"), .init("video"), .init("chat"), .init("sms"), .init("messaging"),
          .init("email"), .init("social"), .init("forum"),
        ]), .required, "What kind of contact it is."),
      Field("hours", .hours, "When it is open; by default always."),
      Field(
        "patience", .distribution(bare: .exponential),
        "How long customers wait before they give up; without it, for ever."),
      Field(
        "priority", .integer(0...1_000), .defaults("0"),
        "Whose contacts are served first: the highest."),
      Field(
        "waitWeight", .number(1e-6...1e6), .defaults("1"),
        "What a second of waiting counts where routing.contact is weighted-wait."),
      Field(
        "balks", .rate, .defaults("0"),
        "The share of customers who leave at once when they would have to wait; live media only."),
      Field(
        "silentAbandonment", .object(silentAbandonment),
        "Customers out of patience who leave without a trace; without it, none do."),
      Field(
        "shortAbandonment", .duration(0...86_400), .defaults("\"5s\""),
        "Up to what wait an abandonment counts as short, exactly that long included."),
      Field("target", .object(target), "The promise."),
      Field(
        "wrapUp", .distribution(bare: .exponential), "The agent's work after the contact."),
      Field("trunks", .integer(1...1_000_000), "Lines; without it, no limit."),
      Field("redial", .object(redial), "What customers do who were blocked or gave up."),
      Field(
        "callback", .object(callback),
        "An offer to call back those who would wait long; voice only."),
      Field(
        "concurrency", .object(concurrency), "How many contacts an agent holds side by side."),
      Field(
        "conversation", .object(conversation), .defaults("{}"),
        "How its conversations go; sms and messaging only."),
      Field(
        "peerAnswers", .object(peerAnswers),
        "Other customers who answer posts before staff does; forum only."),
      Field("video", .object(video), "Falling back to voice; video only."),
      Field("cost", .object(channelCost), "What it costs beside its agents."),
      Field(
        "atClose", .words("serve", "drop"), .defaults("\"serve\""),
        "Whether those who wait at closing are still served."),
      Field("penalty", .object(penalty), "What a missed target costs."),
    ])

  static let target = ObjectDeclaration(
    "target", "A share of contacts answered within a time.",
    [
      Field("serviceLevel", .rate, .required, "The share."),
      Field("within", .duration(0...366 * 86_400), .required, "The time."),
      Field(
        "clock", .words("wall", "opening"), .defaults("\"wall\""),
        "Whether every second counts, or only those inside the hours; not for media that wait online."
      ),
      Field(
        "formula",
        .words(
          "service_level", "service_level_excluding_abandons_in_time",
          "service_level_abandons_in_time_as_met", "service_level_answered",
          "service_level_excluding_short_abandons", "service_level_of_entered",
          "service_level_first_attempts", "reply_service_level"),
        "Which of the formulas for the service level, by its column; by default service_level, of "
          + "sms and messaging reply_service_level."),
      Field("per", periods, .defaults("\"horizon\""), "Over what the level is taken."),
      Field(
        "days", .rate, .defaults("1"),
        "On what share of days it must hold; with intervals, in all of a day's."),
    ])

  private static let periods = ValueKind.words("interval", "day", "horizon")

  private static let penalty = ObjectDeclaration(
    "penalty", "What a missed target costs: an amount for each period below a level.",
    [
      Field(
        "below", .rate, .required, "The level, by the target's formula, below which it is due."),
      Field("per", periods, .required, "Over what the level is taken, each of which costs."),
      Field("amount", .money, .required, "What each period below costs."),
    ])

  static let redial = ObjectDeclaration(
    "redial", "What customers do who were blocked or gave up.",
    [
      Field("share", .rate, .required, "How many of them try again."),
      Field("after", .distribution(bare: .constant), .required, "After how long."),
      Field(
        "attempts", .integer(1...100), .defaults("3"), "The most attempts, counting the first."),
      Field("laterShare", .rate, "How many try again after a redial; by default as at first."),
      Field(
        "channels", .object(changes),
        "The shares of attempts made through another channel or medium; the rest stays."),
    ])

  static let changes = ObjectDeclaration(
    "changes", "Channels or media that shares of those who come back change to.", [],
    others: (.names, .rate))

  static let callback = ObjectDeclaration(
    "callback",
    "An offer to call back, made once, on entering the queue: the place is kept, the line freed.",
    [
      Field(
        "offerAbove", .duration(0...86_400), .required,
        "The predicted wait above which it is offered: contacts ahead and this one, times the mean "
          + "handle time, by the agents present."),
      Field("acceptance", .rate, .required, "The share of those offered who accept."),
      Field(
        "ring", .duration(0...86_400), .defaults("\"20s\""),
        "How long an agent dials, whether somebody answers or not."),
      Field("reach", .rate, .defaults("1"), "The share of tries that reach the customer."),
      Field(
        "retryAfter", .duration(1...86_400), .defaults("\"15m\""),
        "The time from a try that failed to the next."),
      Field("tries", .integer(1...100), .defaults("3"), "The most tries; then it is abandoned."),
    ])

  static let silentAbandonment = ObjectDeclaration(
    "silentAbandonment",
    "Customers who leave without a trace: abandoned, while the contact stays in line.",
    [
      Field("share", .rate, .required, "The share of those out of patience who leave so."),
      Field(
        "detectAfter", .distribution(bare: .constant), .required,
        "What the agent who takes the contact loses until nobody answers."),
    ])

  private static let peerAnswers = ObjectDeclaration(
    "peerAnswers",
    "Other customers who answer posts: what has an answer when staff looks is contained.",
    [
      Field(
        "share", .rate, .required, "The share of posts that they would answer sooner or later."),
      Field("after", .distribution(bare: .exponential), .required, "The time until they do."),
      Field(
        "staffAfter", .duration(0...366 * 86_400), .required,
        "How long staff leaves a post to them; what has no answer then enters the queue."),
      Field(
        "trueResolution", .rate, .defaults("1"),
        "The share of their answers that resolve the issue; the others come back."),
    ])

  private static let video = ObjectDeclaration(
    "video", "Video contacts that lose the picture at a uniform instant of their talk.",
    [
      Field(
        "fallsBackToVoice", .rate, .required,
        "The share that does, and goes on as a voice call with the same agent."),
      Field(
        "talkFactor", .number(0.01...100), .defaults("1"),
        "What is left of the talk then takes so many times as long."),
    ])

  static let concurrency = ObjectDeclaration(
    "concurrency", "How many contacts an agent holds side by side, and how fast.",
    [
      Field("limit", .integer(1...64), .required, "The most contacts."),
      Field(
        "throughput", .list(of: .number(0.001...1_000), count: 1...64), .required,
        "The agent's total rate of work with 1, 2, … contacts: [1, 2] is no slower side by side."
      ),
    ])

  static let channelCost = ObjectDeclaration(
    "channelCost", "What a channel costs beside its agents.",
    [
      Field("perContact", .money, .defaults("0"), "For each contact."),
      Field("perMinute", .money, .defaults("0"), "For each minute from entry to the end of talk."),
    ])

  static let weeklyHours = ObjectDeclaration(
    "weeklyHours", "Opening hours by weekday: \"Mon-Fri\": \"07:00-21:00\".", [],
    others: (.weekdays, .either([.openingHours, .list(of: .openingHours, count: 1...24)])),
    isReplacedWhole: true)
}

extension ValueKind {
  /// Opening hours of a week: by weekday, the same every day, or `always`.
  static let hours = ValueKind.either([.openingHours, .object(.weeklyHours)])
}
