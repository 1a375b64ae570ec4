/// Checks that count instead of measuring: allocations and instructions of W1.
///
/// Two probes of the same center run under a valgrind tool; they differ in the number of contacts
/// alone, tenfold. Reading the scenario, setting up and reporting cancel in the difference; what is
/// left is what contacts cost.
enum CountChecks {
  /// - Parameter isAllocating: Whether to plant an allocation for each contact.
  static func all(isAllocating: Bool) throws -> [Check] {
    [try allocations(isAllocating: isAllocating), try instructions()]
  }

  private static func allocations(isAllocating: Bool) throws -> Check {
    let name = "W1: contacts allocate nothing"
    let tool = ["--tool=memcheck", "--undef-value-errors=no", "--leak-check=no"]
    guard
      let cost = try difference(
        tool, /total heap usage: ([\d,]+) allocs/, isAllocating: isAllocating)
    else { return Check(name, skipped: missing) }
    return Check(
      name, cost.events <= Limits.allocations,
      "\(cost.events) allocations for \(cost.contacts) more contacts, "
        + "at most \(Limits.allocations)")
  }

  private static func instructions() throws -> Check {
    let name = "W1: a contact takes no more instructions than it did"
    #if !arch(x86_64)
      return Check(name, skipped: "the limit is one for x86-64")
    #endif
    let tool = ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
    guard let cost = try difference(tool, /Collected : (\d+)/, isAllocating: false) else {
      return Check(name, skipped: missing)
    }
    let each = Double(cost.events) / Double(cost.contacts)
    return Check(
      name, each <= Limits.instructions,
      "\(Int(each.rounded())) instructions, at most \(Int(Limits.instructions))")
  }

  private static let missing = "there is no valgrind (apt-get install valgrind)"

  /// How much more of an event a tool counts for how many more contacts.
  private static func difference(
    _ tool: [String], _ pattern: Regex<(Substring, Substring)>, isAllocating: Bool
  ) throws -> (events: Int, contacts: Int)? {
    guard let many = try Valgrind.run(tool, .w1, isAllocating: isAllocating),
      let few = try Valgrind.run(tool, .w1Tenth, isAllocating: isAllocating)
    else { return nil }
    guard let manyEvents = many.number(pattern), let fewEvents = few.number(pattern) else {
      throw Valgrind.ProbeFailed(status: 0, report: many.text + few.text)
    }
    return (manyEvents - fewEvents, many.contacts - few.contacts)
  }
}
