/// Words that planners know and that are not keys, with what to write instead.
enum WordsOfTheTrade {
  private static let explanations: [String: String] = [
    "aht": "write talkTime and wrapUp, on the class's channel",
    "handletime": "write talkTime and wrapUp, on the class's channel",
    "averagehandletime": "write talkTime and wrapUp, on the class's channel",
    "acw": "write wrapUp",
    "aftercallwork": "write wrapUp",
    "att": "write talkTime",
    "fcr": "write resolutionRate",
    "firstcontactresolution": "write resolutionRate",
    "firstcallresolution": "write resolutionRate",
    "sla": "write target: { \"serviceLevel\": 0.8, \"within\": \"20s\" }",
    "sl": "write target: { \"serviceLevel\": 0.8, \"within\": \"20s\" }",
    "slatarget": "write target: { \"serviceLevel\": 0.8, \"within\": \"20s\" }",
    "asa": "a result, not an input; a target is { \"serviceLevel\": 0.8, \"within\": \"20s\" }",
    "occupancy": "a result, not an input; it follows from agents and volume",
    "abandonment": "a result, not an input; write patience",
    "abandonrate": "a result, not an input; write patience",
    "abandonmentrate": "a result, not an input; write patience",
    "queues": "a queue is a channel and a class: write channels, demand, and skills of teams",
    "queue": "a queue is a channel and a class: write channels, demand, and skills of teams",
    "skillgroups": "write skills, in a team",
    "forecast": "write volume: { \"file\": \"forecast.csv\", \"counts\": \"offered\" }, in a class",
    "calls": "write volume, in a class of demand",
    "arrivals": "write volume, in a class of demand",
    "headcount": "write agents, in a team",
    "fte": "write agents, in a team; calendar.fullTimeWeek makes hours of it",
    "staff": "write agents, in a team",
    "staffing": "write agents, in a team",
    "schedule": "write agents, in a team",
    "ivr": "write selfService: { \"ivr\": { \"on\": [\"voice\"], … } }",
    "bot": "write selfService: { \"bot\": { \"on\": [\"chat\"], … } }",
    "deflection": "a result, not an input; write selfService with containment",
    "openinghours": "write hours",
    "opening": "write hours",
    "lines": "write trunks",
    "salary": "write wage, money for each paid hour",
    "hourlywage": "write wage",
    "maxconcurrency": "write concurrency: { \"limit\": 3, \"throughput\": [1, 1.7, 2.2] }",
    "retrial": "write redial",
    "callbackrate": "write redial, or resolutionRate and repeatContactAfter",
  ]

  /// What to write instead of a word, ignoring case, hyphens and underscores.
  static func explanation(of word: String) -> String? {
    guard word.utf8.count <= 64 else { return nil }
    return explanations[word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }]
  }
}
