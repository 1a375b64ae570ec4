/// How the issues of a class fall within what is expected of them.
public enum Arrivals: Sendable, Hashable {
  /// A Poisson process with the expected numbers as its rate: what customers do who know nothing
  /// of each other.
  case random
  /// The expected numbers themselves, evenly placed: issue *k* of a day comes where *k* − ½ are
  /// expected. What remains of a fraction goes into the next interval; each day is rounded
  /// by itself, halves down.
  case exact
  /// At measured instants by simulated day [s from the first simulated midnight], ascending
  /// within each day; the same in every replication.
  case measured([[Double]])
}
