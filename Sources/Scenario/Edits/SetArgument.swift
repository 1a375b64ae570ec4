/// An edit from the command line: `channels.voice.trunks=140`, `demand.*.volume*=1.1`.
///
/// A path of keys joined by points, each a name, a quoted name or `*`; one of `=`, `+=`, `-=`,
/// `*=`, `/=`; and a value, read as JSON if it can be and as a text otherwise.
public struct SetArgument: Sendable {
  /// What is done at the places that the path leads to.
  public enum Operation: String, Sendable {
    /// Writes the value, `null` removes.
    case replace = "="
    /// Adds to what is written.
    case add = "+="
    /// Subtracts from what is written.
    case subtract = "-="
    /// Multiplies what is written.
    case multiply = "*="
    /// Divides what is written.
    case divide = "/="
  }

  /// A step of the path.
  enum Step: Sendable, Equatable {
    /// One key, or the index from 0 of a list's element.
    case key(String, offset: Int)
    /// All keys of an object, or all elements of a list.
    case all(offset: Int)

    /// Where the step begins in the argument [bytes].
    var offset: Int {
      switch self {
      case .key(_, let offset), .all(let offset): offset
      }
    }
  }

  let steps: [Step]
  let operation: Operation
  /// The value, its place in the argument's own text.
  let value: SyntaxNode
  /// The argument as a text that diagnostics can point into.
  let file: SourceFile

  /// Reads an argument.
  ///
  /// - Parameters:
  ///   - text: The argument without `--set`.
  ///   - number: Which one it is, from 1, for diagnostics: `--set #2`.
  ///   - folder: Where files that the value names are looked for: the scenario's folder.
  /// - Throws: `malformedEdit`, at the place in the argument.
  public init(_ text: String, number: Int, folder: String) throws(Diagnostic) {
    try self.init(text, number: number, folder: folder, limits: .standard)
  }

  /// Reads an argument of an option within limits.
  init(
    _ text: String, option: String = "--set", number: Int, folder: String, limits: ReaderLimits
  ) throws(Diagnostic) {
    let file = SourceFile(path: "\(option) #\(number)", bytes: Array(text.utf8), folder: folder)
    if file.bytes.count > limits[.fileSize] {
      throw Diagnostic(
        .malformedEdit, at: nil,
        "the argument is larger than \(limits.inWords(.fileSize)), the limit")
    }
    var reader = SetArgumentReader(file: file, limits: limits)
    self.file = file
    steps = try reader.path()
    operation = try reader.operation()
    value = try reader.value()
  }
}

/// Takes an argument apart.
struct SetArgumentReader {
  let file: SourceFile
  private let limits: ReaderLimits
  /// What has been read [bytes].
  private(set) var index = 0

  init(file: SourceFile, limits: ReaderLimits) {
    self.file = file
    self.limits = limits
  }

  private var bytes: [UInt8] { file.bytes }

  private func problem(_ message: String, at offset: Int, hint: String? = nil) -> Diagnostic {
    Diagnostic(.malformedEdit, at: Origin(file: file, offset: offset), message, hint: hint)
  }

  mutating func path() throws(Diagnostic) -> [SetArgument.Step] {
    var steps: [SetArgument.Step] = []
    while true {
      steps.append(try step())
      guard index < bytes.count else {
        throw problem(
          "the edit has no \"=\"", at: index, hint: "write it like channels.voice.trunks=140")
      }
      if bytes[index] != 0x2E { break }
      index += 1
      guard steps.count < limits[.editSteps] else {
        throw problem(
          "the path has more than \(limits.inWords(.editSteps)) steps, the limit", at: index)
      }
    }
    if case .key("extends", let offset)? = steps.first {
      throw problem(
        "extends is followed before edits are made; name another file instead", at: offset)
    }
    return steps
  }

  private mutating func step() throws(Diagnostic) -> SetArgument.Step {
    let start = index
    if index < bytes.count, bytes[index] == 0x22 { return try quotedStep() }
    if index < bytes.count, bytes[index] == 0x2A {
      index += 1
      if index < bytes.count, bytes[index] == 0x2E || operatorLength(at: index) > 0 {
        return .all(offset: start)
      }
      throw problem("\"*\" stands for a whole name", at: start)
    }
    while index < bytes.count, bytes[index] != 0x2E, bytes[index] != 0x22,
      operatorLength(at: index) == 0
    {
      index += 1
    }
    let key = trimmed(String(decoding: bytes[start..<index], as: UTF8.self))
    guard !key.isEmpty, !key.contains("*") else {
      throw problem(
        key.isEmpty ? "a name is missing in the path" : "\"*\" stands for a whole name", at: start,
        hint: "write it like channels.voice.trunks=140")
    }
    return .key(key, offset: start)
  }

  private mutating func quotedStep() throws(Diagnostic) -> SetArgument.Step {
    let start = index
    index += 1
    var name: [UInt8] = []
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C, index + 1 < bytes.count { index += 1 }
      name.append(bytes[index])
      index += 1
    }
    guard index < bytes.count else { throw problem("the quoted name does not end", at: start) }
    index += 1
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index == bytes.count || bytes[index] == 0x2E || operatorLength(at: index) > 0 else {
      throw problem("expected \".\" or \"=\" after a quoted name", at: index)
    }
    return .key(String(decoding: name, as: UTF8.self), offset: start)
  }

  /// The length of the operator at a place, 0 when there is none [bytes].
  private func operatorLength(at place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    switch bytes[place] {
    case 0x3D: return 1
    case 0x2B, 0x2D, 0x2A, 0x2F: return place + 1 < bytes.count && bytes[place + 1] == 0x3D ? 2 : 0
    default: return 0
    }
  }

  mutating func operation() throws(Diagnostic) -> SetArgument.Operation {
    let length = operatorLength(at: index)
    let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
    guard let operation = SetArgument.Operation(rawValue: text) else {
      throw problem("expected \"=\", \"+=\", \"-=\", \"*=\" or \"/=\"", at: index)
    }
    index += length
    return operation
  }

  mutating func value() throws(Diagnostic) -> SyntaxNode {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let start = index
    let text = trimmed(String(decoding: bytes[start...], as: UTF8.self))
    guard let first = text.utf8.first else { throw problem("the edit has no value", at: start) }
    // Spaces in place of the path keep the positions of the value's parts.
    let blanked = [UInt8](repeating: 0x20, count: start) + bytes[start...]
    let blank = SourceFile(path: file.path, bytes: blanked, folder: file.folder)
    var valueBudget = limits[.values]
    let (node, problems) = SyntaxParser.parse(
      blank, dialect: .json, limits: limits, valueBudget: &valueBudget)
    if let node { return node.moved(to: file) }
    if [0x7B, 0x5B, 0x22].contains(first), let problem = problems.errors.first {
      throw self.problem(problem.message, at: problem.origin?.offset ?? start, hint: problem.hint)
    }
    return SyntaxNode(.string(text), at: Origin(file: file, offset: start))
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

extension SyntaxNode {
  /// The same value, said to come from another text at the same offsets.
  fileprivate func moved(to file: SourceFile) -> SyntaxNode {
    let place = Origin(file: file, offset: origin.offset)
    switch value {
    case .array(let elements):
      return SyntaxNode(.array(elements.map { $0.moved(to: file) }), at: place)
    case .object(let object):
      var moved = SyntaxObject()
      for member in object.members {
        let key = Origin(file: file, offset: member.keyOrigin.offset)
        moved.set(
          SyntaxMember(key: member.key, keyOrigin: key, value: member.value.moved(to: file)))
      }
      return SyntaxNode(.object(moved), at: place)
    default: return SyntaxNode(value, at: place)
    }
  }
}
