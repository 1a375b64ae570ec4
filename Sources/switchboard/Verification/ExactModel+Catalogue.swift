extension ExactModel {
  /// The models that `verify` simulates: about ten million contacts in its 48 replications.
  static func catalogue() throws -> [ExactModel] {
    try patient() + singleServers() + limited() + impatient() + chats() + selfService()
  }

  /// The names of the models, for the command line.
  static func names() -> [String] { ((try? catalogue()) ?? []).map(\.name) }
}
