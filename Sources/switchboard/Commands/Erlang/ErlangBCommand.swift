import Arguments
import Erlang
import Reports

/// `switchboard erlang b`: blocking where nobody waits.
enum ErlangBCommand {
  static let declaration = CommandDeclaration(
    name: "b", summary: "Blocking without a queue: M/G/n/n, Erlang's loss formula",
    examples: [
      Example("switchboard erlang b --load 40 --agents 50", "the share that 50 lines turn away"),
      Example(
        "switchboard erlang b --arrivals 800/1h --talk-time 3m --target-blocking 1%",
        "the lines that turn away at most 1 %"),
    ],
    discussion: [
      "Poisson arrivals, holding times of any distribution, and no place to wait: who finds every "
        + "line or agent busy is lost. It sizes trunks, ports and lines."
    ],
    options: ErlangOptions.offered + [
      ErlangOptions.agents.declaration, ErlangOptions.targetBlocking.declaration,
      ErlangOptions.format.declaration,
    ])

  private static let columns = [
    ErlangColumns.agents, ErlangColumns.offeredLoad, ErlangColumns.blockingProbability,
    ErlangColumns.carriedLoad, ErlangColumns.occupancy,
  ]

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let load = try ErlangLoad(arguments)
    let lines = try lines(arguments, load)
    var table = Table(name: "erlang_b", title: "Erlang B", columns: columns)
    do throws(ErlangError) {
      for number in lines {
        let model = try ErlangB(offeredLoad: load.offeredLoad, servers: number)
        table.append([
          .integer(number), .number(load.offeredLoad), .number(model.blockingProbability),
          .number(model.carriedLoad), .number(model.utilization),
        ])
      }
    } catch {
      throw Failure(error)
    }
    try session.write([table], as: arguments[ErlangOptions.format], command: "erlang b")
    return .ok
  }

  /// The numbers of lines that are asked about: given, or found.
  private static func lines(
    _ arguments: ParsedArguments, _ load: ErlangLoad
  ) throws -> ClosedRange<Int> {
    switch (arguments[ErlangOptions.agents], arguments[ErlangOptions.targetBlocking]) {
    case (.some, .some):
      throw arguments.error(.conflict("--agents", "--target-blocking"))
    case (let given?, nil):
      return given.values
    case (nil, let target?):
      do throws(ErlangError) {
        let required = try ErlangB.requiredServers(
          offeredLoad: load.offeredLoad, blockingProbability: target)
        return required...required
      } catch {
        throw Failure(error)
      }
    case (nil, nil):
      throw arguments.error(.missingOption(oneOf: ["--agents", "--target-blocking"]))
    }
  }
}
