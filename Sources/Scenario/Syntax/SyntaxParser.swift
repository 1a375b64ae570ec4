/// Reads JSON (RFC 8259), or JSON with comments and trailing commas, into nodes with positions.
///
/// Strict where leniency would hide a mistake: no duplicate keys, no lone surrogates, no NaN.
/// Slips with an obvious intention (a comma forgotten, single quotes, `True`) are reported with
/// what was meant and read on, so that one reading shows them all; any other error ends it.
/// No text makes the parser trap, and it recurses no deeper than its limit.
public struct SyntaxParser {
  /// What a text may hold besides JSON.
  public enum Dialect: Sendable {
    /// Nothing.
    case json
    /// `//` and `/* */` comments, and a comma after the last element.
    case jsonWithComments

    /// The dialect of a file by its extension: `.json` is strict, all else is not.
    public init(path: String) {
      self = FilePath.fileExtension(of: path) == "json" ? .json : .jsonWithComments
    }
  }

  let file: SourceFile
  let bytes: [UInt8]
  let dialect: Dialect
  var index: Int
  var diagnostics = Diagnostics()
  let limits: ReaderLimits
  private let depthLimit: Int
  private var valueBudget: Int

  private init(file: SourceFile, dialect: Dialect, limits: ReaderLimits, valueBudget: Int) {
    self.file = file
    self.dialect = dialect
    self.limits = limits
    depthLimit = limits[.depth]
    self.valueBudget = valueBudget
    bytes = file.bytes
    index = file.contentStart
  }

  /// Reads a text.
  ///
  /// - Returns: The value, unless there was an error; and what there is to say.
  /// - Complexity: O(bytes).
  public static func parse(
    _ file: SourceFile, dialect: Dialect
  ) -> (node: SyntaxNode?, diagnostics: Diagnostics) {
    var budget = ReaderLimits.standard[.values]
    return parse(file, dialect: dialect, valueBudget: &budget)
  }

  /// Reads a text that shares a number of values with others.
  ///
  /// - Parameter valueBudget: How many values may still be read; less afterwards.
  static func parse(
    _ file: SourceFile, dialect: Dialect, limits: ReaderLimits = .standard,
    valueBudget: inout Int
  ) -> (node: SyntaxNode?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    if let problem = TextEncoding.problem(in: file, limits) {
      diagnostics.add(problem)
      return (nil, diagnostics)
    }
    var parser = SyntaxParser(
      file: file, dialect: dialect, limits: limits, valueBudget: valueBudget)
    defer { valueBudget = parser.valueBudget }
    do {
      let node = try parser.wholeText()
      return (parser.diagnostics.hasErrors ? nil : node, parser.diagnostics)
    } catch {
      parser.diagnostics.add(error)
      return (nil, parser.diagnostics)
    }
  }

  private mutating func wholeText() throws(Diagnostic) -> SyntaxNode {
    try skipTrivia()
    guard index < bytes.count else {
      throw problem(.emptyFile, at: file.contentStart, "the file is empty")
    }
    let node = try value(depth: 0)
    try skipTrivia()
    if index < bytes.count {
      throw problem(
        .contentAfterEnd, at: index, "the text goes on after the end of the value",
        hint: bytes[index] == 0x7D || bytes[index] == 0x5D ? "there is one bracket too many" : nil)
    }
    return node
  }

  // MARK: Values

  mutating func value(depth: Int) throws(Diagnostic) -> SyntaxNode {
    let start = index
    let origin = Origin(file: file, offset: start)
    valueBudget -= 1
    if valueBudget < 0 {
      throw problem(
        .tooManyValues, at: start,
        "more than \(limits.inWords(.values)) values, the limit for a scenario")
    }
    guard start < bytes.count else { throw truncation("a value is missing") }
    switch bytes[start] {
    case 0x7B, 0x5B:  // { [
      guard depth < depthLimit else {
        throw problem(
          .tooDeep, at: start, "nested deeper than \(limits.inWords(.depth)) levels, the limit")
      }
      return bytes[start] == 0x7B
        ? SyntaxNode(.object(try object(depth: depth)), at: origin)
        : SyntaxNode(.array(try array(depth: depth)), at: origin)
    case 0x22: return SyntaxNode(.string(try string()), at: origin)
    case 0x27: return SyntaxNode(.string(try singleQuoted()), at: origin)
    case 0x2B, 0x2D, 0x2E, 0x30...0x39:  // + - . digits
      return SyntaxNode(.number(try number()), at: origin)
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24:
      return SyntaxNode(try word(), at: origin)
    default: throw unexpected("a value")
    }
  }

  private mutating func array(depth: Int) throws(Diagnostic) -> [SyntaxNode] {
    let open = index
    var elements: [SyntaxNode] = []
    index += 1
    while true {
      try skipTrivia()
      if try closes(0x5D, open: open, isEmpty: elements.isEmpty) { return elements }
      elements.append(try value(depth: depth + 1))
      try skipToNextElement(closing: 0x5D, open: open)
    }
  }

  private mutating func object(depth: Int) throws(Diagnostic) -> SyntaxObject {
    let open = index
    var object = SyntaxObject()
    index += 1
    while true {
      try skipTrivia()
      if try closes(0x7D, open: open, isEmpty: object.members.isEmpty) { return object }
      let keyOrigin = Origin(file: file, offset: index)
      let key = try self.key()
      try skipTrivia()
      guard index < bytes.count else { throw unclosed(open) }
      if bytes[index] == 0x3D {
        diagnostics.add(
          problem(.unexpectedCharacter, at: index, "\"=\" after a key", hint: "write \":\""))
      } else if bytes[index] != 0x3A {
        throw unexpected("\":\" after the key \(DisplayText.quoted(key))")
      }
      index += 1
      try skipTrivia()
      guard index < bytes.count else { throw unclosed(open) }
      if bytes[index] == 0x2C || bytes[index] == 0x7D {
        throw problem(
          .unexpectedCharacter, at: index, "the key \(DisplayText.quoted(key)) has no value")
      }
      let value = try value(depth: depth + 1)
      let member = SyntaxMember(key: key, keyOrigin: keyOrigin, value: value)
      if let first = object.insert(member) { duplicate(member, of: first) }
      try skipToNextElement(closing: 0x7D, open: open)
    }
  }

  private mutating func duplicate(_ member: SyntaxMember, of first: SyntaxMember) {
    // The line costs a walk through the text: only for those that are shown.
    guard !diagnostics.isFull else { return diagnostics.countOmitted() }
    diagnostics.add(
      problem(
        .duplicateKey, at: member.keyOrigin.offset,
        "the key \(DisplayText.quoted(member.key)) is in this object already, on line "
          + "\(first.keyOrigin.position.line)", hint: "remove one of them"))
  }

  // MARK: Between values

  /// Takes the closing bracket, if it is next. A comma before it is allowed with comments only.
  private mutating func closes(
    _ bracket: UInt8, open: Int, isEmpty: Bool
  ) throws(Diagnostic) -> Bool {
    guard index < bytes.count else { throw unclosed(open) }
    if bytes[index] == bracket {
      index += 1
      return true
    }
    if bytes[index] == 0x2C {
      throw problem(
        .unexpectedCharacter, at: index,
        isEmpty ? "a comma before the first element" : "a second comma", hint: "remove it")
    }
    if bytes[index] == 0x7D || bytes[index] == 0x5D { throw unexpected("another element") }
    return false
  }

  /// Takes the comma between two elements; leaves the closing bracket to `closes`.
  private mutating func skipToNextElement(closing bracket: UInt8, open: Int) throws(Diagnostic) {
    let end = index
    try skipTrivia()
    guard index < bytes.count else { throw unclosed(open) }
    if bytes[index] == bracket { return }
    if bytes[index] == 0x2C {
      let comma = index
      index += 1
      try skipTrivia()
      if dialect == .json, index < bytes.count, bytes[index] == bracket {
        diagnostics.add(
          problem(
            .trailingCommaInStrictFile, at: comma,
            "a comma after the last element, in a file read as strict JSON",
            hint: "remove it, or name the file .jsonc"))
      }
      return
    }
    guard startsElement(bytes[index]) else { throw unexpected("\",\" or the closing bracket") }
    diagnostics.add(
      problem(.missingComma, at: end, "a comma is missing here", hint: "put \",\" after the value"))
    if diagnostics.isFull { throw unexpected("\",\"") }
  }

  private func startsElement(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x7B, 0x5B, 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  /// Skips white space and comments.
  mutating func skipTrivia() throws(Diagnostic) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0x2F: try skipComment()
      case 0x23:
        throw problem(
          .unexpectedCharacter, at: index, "\"#\" does not begin a comment here",
          hint: "write \"//\"")
      default: return
      }
    }
  }

  private mutating func skipComment() throws(Diagnostic) {
    let start = index
    let second: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
    guard second == 0x2F || second == 0x2A else { throw unexpected("a value") }
    if dialect == .json {
      throw problem(
        .commentInStrictFile, at: start, "a comment, in a file read as strict JSON",
        hint: "name the file .jsonc")
    }
    index += 2
    if second == 0x2F {
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      return
    }
    while index + 1 < bytes.count {
      if bytes[index] == 0x2A, bytes[index + 1] == 0x2F {
        index += 2
        return
      }
      index += 1
    }
    throw problem(
      .truncated, at: start, "the comment that begins here does not end", hint: "add \"*/\"")
  }
}
