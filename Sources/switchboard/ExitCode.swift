/// What the program tells its caller. The numbers are part of the interface; those from 64 to 77
/// are the ones of `sysexits.h`.
enum ExitCode: Int32, CaseIterable, Sendable {
  case ok = 0
  /// The command line is wrong.
  case misuse = 64
  /// A scenario or its data are wrong.
  case badData = 65
  /// A file named on the command line is missing.
  case missingInput = 66
  /// The program broke a promise of its own.
  case internalError = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// A limit was reached before the answer was as precise as asked for.
  case partialResult = 75
  /// Permission was refused.
  case permission = 77
  /// A target of the scenario is missed.
  case targetMissed = 99
  /// Stopped by SIGINT.
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143
}
