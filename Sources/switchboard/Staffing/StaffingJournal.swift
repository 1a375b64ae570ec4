import Experiments
import Reports

/// What a search has simulated so far, in a file: an interrupted search goes on from it.
///
/// The first line says which search it is of. Every evaluation is a line of its own, written as soon
/// as it is there; a line that was cut off is left out when the file is read.
final class StaffingJournal: Sendable {
  /// What an earlier run has simulated.
  let entries: [StaffingEvaluation]

  private let path: String
  private let file: FileDescriptor

  private static let option = "--journal"
  /// The largest journal that is read [bytes].
  private static let sizeLimit = 1 << 30

  /// Opens the journal of a search, or begins one.
  ///
  /// - Parameter search: What tells the search from all others.
  init(_ path: String, of search: [String]) throws(Failure) {
    var hash = SHA256()
    for part in search { hash.update(Array("\(part.utf8.count) \(part)".utf8)) }
    let heading = "switchboard staffing journal 1 \(hash.finish())\n"
    self.path = path
    do throws(SystemError) {
      file = try FileDescriptor.exclusive(path)
    } catch {
      guard error != .busy else {
        throw Failure(
          .cannotCreate, "Wait for the process that writes \(path), or name another --journal.")
      }
      throw Failure(writing: path, error, option: Self.option)
    }
    do { entries = try Self.begin(file, path, heading) } catch {
      try? file.close()
      throw error
    }
  }

  /// What a journal holds, without what was cut off; a new one gets its heading.
  private static func begin(
    _ file: FileDescriptor, _ path: String, _ heading: String
  ) throws(Failure) -> [StaffingEvaluation] {
    let known: [StaffingEvaluation]?
    do throws(SystemError) {
      let text = String(decoding: try file.readToEnd(limit: Self.sizeLimit), as: UTF8.self)
      known = text.isEmpty ? [] : entries(of: text, heading)
      if text.isEmpty {
        try file.write(Array(heading.utf8))
      } else if let known {
        try file.cut(after: known.reduce(heading.utf8.count) { $0 + line($1).utf8.count })
      }
    } catch {
      throw Failure(writing: path, error, option: option)
    }
    guard let known else {
      throw Failure(
        .badData, "Name another --journal: \(path) is of another search, or damaged.")
    }
    return known
  }

  /// Writes down an evaluation.
  func add(_ entry: StaffingEvaluation) throws(Failure) {
    do throws(SystemError) {
      try file.write(Array(Self.line(entry).utf8))
    } catch {
      throw Failure(writing: path, error, option: Self.option)
    }
  }

  /// Closes the file.
  func close() { try? file.close() }

  // MARK: Lines

  /// Exact: numbers by their bits.
  private static func line(_ entry: StaffingEvaluation) -> String {
    var words = [String(entry.fingerprint, radix: 16), "\(entry.replications)"]
    for outcome in entry.outcomes {
      words.append(outcome.value.map(bits) ?? "-")
      words += [bits(outcome.lower), bits(outcome.upper)]
    }
    return words.joined(separator: " ") + "\n"
  }

  private static func bits(_ number: Double) -> String { String(number.bitPattern, radix: 16) }

  /// The evaluations of a text; `nil` where it is no journal of the search.
  private static func entries(of text: String, _ heading: String) -> [StaffingEvaluation]? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Whatever follows the last line break was cut off.
    _ = lines.popLast()
    guard lines.first.map({ $0 + "\n" }) == heading[...] else { return nil }
    var entries: [StaffingEvaluation] = []
    for line in lines.dropFirst() {
      guard let entry = entry(line) else { return nil }
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ line: Substring) -> StaffingEvaluation? {
    let words = line.split(separator: " ")
    guard words.count >= 2, words.count % 3 == 2, let fingerprint = UInt64(words[0], radix: 16),
      let replications = Int(words[1])
    else { return nil }
    var outcomes: [StaffingPromise.Outcome] = []
    for index in stride(from: 2, to: words.count, by: 3) {
      let value = number(words[index])
      guard words[index] == "-" || value != nil, let lower = number(words[index + 1]),
        let upper = number(words[index + 2])
      else { return nil }
      outcomes.append(StaffingPromise.Outcome(value: value, lower: lower, upper: upper))
    }
    return StaffingEvaluation(
      fingerprint: fingerprint, replications: replications, outcomes: outcomes)
  }

  private static func number(_ word: Substring) -> Double? {
    UInt64(word, radix: 16).map { Double(bitPattern: $0) }
  }
}
