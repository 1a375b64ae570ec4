import Arguments

/// `switchboard calibrate`: a scenario's numbers from one's own data.
enum CalibrateCommand {
  static let declaration = CommandDeclaration(
    name: "calibrate", summary: "Find patience, talk times and volume from your own data",
    examples: [
      Example(
        "switchboard calibrate patience --mean-wait 12s --abandonment 4%",
        "how long callers would wait, from two totals"),
      Example(
        "switchboard calibrate patience --data waits.csv",
        "the distribution of patience, from single waits"),
      Example(
        "switchboard calibrate talk-time --data talks.csv --columns duration=Talk",
        "the distribution of talk times"),
      Example(
        "switchboard calibrate volume --data acd.csv --columns volume=Offered",
        "volume a day, weekdays, profile and how days vary"),
    ],
    subcommands: [
      CalibratePatienceCommand.declaration, CalibrateTalkTimeCommand.declaration,
      CalibrateVolumeCommand.declaration,
    ])
}
