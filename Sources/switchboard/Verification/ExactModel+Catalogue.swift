extension ExactModel {
  /// The models that `verify` simulates: 25 million contacts in its 48 replications.
  static func catalogue() throws -> [ExactModel] {
    try patient() + singleServers() + limited() + impatient() + chats() + selfService()
  }

  /// Their names, for the command line: theory is not asked each time the program starts.
  static let names = [
    "erlang-c-1", "erlang-c-5", "erlang-c-20", "erlang-c-100", "constant-1", "log-normal-1",
    "erlang-b-20", "lines-10-14", "erlang-a-10", "erlang-a-50", "weibull-20", "chat-5x3",
    "chat-1x4", "self-service-fair", "self-service-easy",
  ]
}
