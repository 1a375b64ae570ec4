/// A `--vary` argument: a path of a scenario and the values that it takes one after another.
///
///     channels.voice.trunks=100,120,140
///     channels.voice.patience=60s..180s:20s
///     teams.phones.agents-=0..6:1
///
/// The path and the operation are those of ``SetArgument``; every value makes one such edit, so that
/// diagnostics have positions. A range may lack its step where points are sampled.
public struct VaryArgument: Sendable {
  /// The path as it was written, with its operation unless that is `=`: the name of a column.
  public let name: String
  /// The argument as a text that diagnostics can point into.
  let file: SourceFile
  /// The values, and where they begin in the argument [bytes].
  let values: Values
  let valuesOffset: Int
  private let steps: [SetArgument.Step]
  private let operation: SetArgument.Operation
  /// The path and the operation as they were written.
  private let beginning: String

  /// What a path takes.
  enum Values: Sendable, Equatable {
    /// These, one after another.
    case list([VariedValue])
    /// What lies between two values; by steps, if there is one.
    case range(VaryRange)
  }

  /// Reads an argument.
  ///
  /// - Parameters:
  ///   - text: The argument without `--vary`.
  ///   - number: Which one it is, from 1, for diagnostics: `--vary #2`.
  /// - Throws: `malformedEdit`, at the place in the argument.
  public init(_ text: String, number: Int) throws(Diagnostic) {
    let file = SourceFile(path: "--vary #\(number)", bytes: Array(text.utf8), folder: "")
    var reader = SetArgumentReader(file: file, limits: .standard)
    steps = try reader.path()
    let end = reader.index
    operation = try reader.operation()
    let written = Self.trimmed(String(decoding: file.bytes[..<end], as: UTF8.self))
    name = operation == .replace ? written : written + operation.rawValue
    beginning = written + operation.rawValue
    self.file = file
    var offset = reader.index
    while offset < file.bytes.count, file.bytes[offset] == 0x20 { offset += 1 }
    valuesOffset = offset
    let rest = Self.trimmed(String(decoding: file.bytes[offset...], as: UTF8.self))
    if let range = try VaryRange(rest, at: Origin(file: file, offset: offset)) {
      values = .range(range)
    } else {
      values = .list(try Self.list(rest, file: file, offset: offset))
    }
  }

  /// The edit that writes a value.
  func edit(_ value: VariedValue) -> String { beginning + value.text }

  /// Whether this writes what another has written before, or something around it, so that the other
  /// would change nothing there.
  func overwrites(_ other: VaryArgument) -> Bool {
    operation == .replace && steps.count <= other.steps.count
      && zip(steps, other.steps).allSatisfy { own, others in
        guard case .key(let key, _) = own, case .key(let otherKey, _) = others else { return true }
        return key == otherKey
      }
  }

  /// Something that is wrong with the values.
  func problem(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      .malformedEdit, at: Origin(file: file, offset: valuesOffset), message, hint: hint)
  }

  /// Values parted by commas, but not by those within quotes, lists and objects.
  private static func list(
    _ text: String, file: SourceFile, offset: Int
  ) throws(Diagnostic) -> [VariedValue] {
    var values: [VariedValue] = []
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    var piece: [UInt8] = []
    var start = offset
    for (index, byte) in (Array(text.utf8) + [0x2C]).enumerated() {
      let isEnd = index == text.utf8.count
      if isEnd || (byte == 0x2C && depth == 0 && !isQuoted) {
        let value = VariedValue(trimmed(String(decoding: piece, as: UTF8.self)))
        let origin = Origin(file: file, offset: min(start, file.bytes.count))
        if let range = Self.hyphenated(value.text) {
          throw Diagnostic(
            .malformedEdit, at: origin, "\(DisplayText.quoted(value.text)) is no value",
            hint: "write a range as \(range):STEP, without the step for --latin")
        }
        guard !value.text.isEmpty else {
          throw Diagnostic(
            .malformedEdit, at: origin, "a value is missing",
            hint: "write values as 100,120,140 or 100..140:20")
        }
        if try VaryRange(value.text, at: origin) != nil {
          throw Diagnostic(
            .malformedEdit, at: origin, "a range stands alone",
            hint: "write it alone, or its values one by one")
        }
        if let equal = values.first(where: { $0.isSame(as: value) }) {
          throw Diagnostic(
            .malformedEdit, at: origin, "\(DisplayText.quoted(equal.text)) is there already")
        }
        values.append(value)
        piece = []
        start = offset + index + 1
        continue
      }
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isQuoted = false
        }
      } else {
        switch byte {
        case 0x22: isQuoted = true
        case 0x5B, 0x7B: depth += 1
        case 0x5D, 0x7D: depth -= 1
        default: break
        }
      }
      piece.append(byte)
    }
    return values
  }

  /// What somebody means who writes a range as `40-46`; `nil` for anything else.
  private static func hyphenated(_ text: String) -> String? {
    guard let hyphen = text.dropFirst().firstIndex(of: "-") else { return nil }
    let ends = [text[..<hyphen], text[text.index(after: hyphen)...]].map(String.init)
    guard ends.allSatisfy({ VariedValue($0).amount != nil }) else { return nil }
    return "\(ends[0])..\(ends[1])"
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}

extension VariedValue {
  /// Whether both write the same, however they are written.
  fileprivate func isSame(as other: VariedValue) -> Bool {
    if let amount, let others = other.amount {
      let isNumber = [kind, other.kind].allSatisfy { $0 != .duration }
      return amount == others && (isNumber || kind == other.kind)
    }
    return text == other.text
  }
}
