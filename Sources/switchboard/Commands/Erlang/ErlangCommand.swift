import Arguments
import Erlang
import Reports

/// `switchboard erlang`: the calculators.
enum ErlangCommand {
  static let declaration = CommandDeclaration(
    name: "erlang", summary: "Compute waiting and blocking from closed forms",
    examples: [
      Example("switchboard erlang c --load 40 --talk-time 3m --agents 45", "how long callers wait"),
      Example("switchboard erlang b --load 40 --target-blocking 1%", "how many lines it takes"),
    ],
    subcommands: [
      ErlangBCommand.declaration, ErlangCCommand.declaration, ErlangACommand.declaration,
      ErlangChatCommand.declaration, ErlangCompareCommand.declaration,
    ])
}

extension Failure {
  /// A formula has no answer for what was asked.
  init(_ error: ErlangError) {
    switch error {
    case .unstable(let load, let agents):
      self.init(
        .misuse,
        "Give at least \(Int(load.rounded(.down)) + 1) agents: \(agents) cannot carry "
          + "\(ByteSink.text { $0.append(load) }) Erlang, and the queue would grow for ever.")
    case .limitExceeded(_, let limit):
      self.init(.misuse, "Ask for less: the target takes more than \(limit) agents or lines.")
    default:
      self.init(.misuse, "Change the value: \(error).")
    }
  }
}
