/// What the program is, for reports that must say by what they were made.
enum Version {
  /// The version of the program.
  static let program = "0.1.0"
  /// The version of the random streams: it changes when the same seed gives other values.
  static let randomStreams = 1

  static let text = "switchboard \(program), random streams \(randomStreams)\n"
}
