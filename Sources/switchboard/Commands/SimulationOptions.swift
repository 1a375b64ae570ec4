import Arguments
import Experiments
import Reports

/// The options that the commands share which simulate.
enum SimulationOptions {
  static let replications = Option(
    "replications", short: "r", .integer(in: 1...Experiment.mostReplications),
    help: "How often every day is simulated, 100 times unless given; with --precision the most, "
      + "10000 unless given.")
  static let precision = Option(
    "precision", .share("P", in: .between(1e-9, 0.999)),
    help:
      "Go on until no interval, of --measures if they are named, reaches farther to a side: 1% is "
      + "of the value, and for shares a point.")
  static let seed = Option(
    "seed", .unsigned(), default: "1", help: "Which random numbers: another seed, other days.")
  static let jobs = Option(
    "jobs", short: "j", .integer(in: 1...4096),
    help: "Workers; as many as processors are allowed unless given. Changes no result.")
  static let out = Option(
    "out", short: "o", .folder(),
    help: "Write all reports as CSV files into this folder, and show the table.")
  static let trace = Flag(
    "trace", help: "Write every contact into contacts.csv; needs --out.")
  static let set = Option(
    "set", .text("PATH=VALUE"), repeatable: true,
    help: "Change a value of the scenario, such as channels.voice.trunks=140.")
  static let allowOutside = Flag(
    "allow-outside", help: "Let the scenario name files outside its own folder.")
  static let measures = Option(
    "measures", measureNames,
    help: "Only these measures, parted by commas; switchboard columns lists them.")
  static let decompose = Flag(
    "decompose",
    help: "Say instead how much of what differs between replications is sampling, day variation "
      + "and forecast error.")
  static let requireTargets = Flag(
    "require-targets", help: "Exit with 99 if a target of the scenario is missed on average.")
  static let format = ErlangOptions.format
  static let resume = Flag(
    "resume",
    help: "Keep finished work in --out, and go on from what an interrupted run has left there.")

  static let reading = [set.declaration, allowOutside.declaration]
  static let all =
    [
      replications.declaration, precision.declaration, seed.declaration, jobs.declaration,
      out.declaration,
      trace.declaration,
      measures.declaration, requireTargets.declaration, format.declaration,
    ] + reading
  /// For commands whose work can be cut into shards.
  static let sharding = [ShardRequest.option.declaration, resume.declaration]

  private static let measureNames = ValueKind("A,B") { text throws(ValueProblem) -> [String] in
    let names = text.split(separator: ",").map(String.init)
    guard !names.isEmpty else { throw .empty }
    for name in names where !Report.measureColumns.contains(name) {
      throw .unknownName(name, nearest: nearest(to: name, among: Report.measureColumns))
    }
    return names
  }
}
