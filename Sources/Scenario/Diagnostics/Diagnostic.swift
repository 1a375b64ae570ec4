/// Something to tell about a scenario: what, where, and what was probably meant.
public struct Diagnostic: Error, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The scenario cannot be used.
    case error
    /// Worth knowing; nothing is wrong.
    case note
  }

  /// The stable code.
  public let code: DiagnosticCode
  /// Where it was written, if it was written anywhere.
  public let origin: Origin?
  /// The way to the value, empty when the text itself is wrong.
  public let path: SyntaxPath
  /// What is wrong.
  public let message: String
  /// What was probably meant, or what to write.
  public let hint: String?

  /// Makes a diagnostic.
  public init(
    _ code: DiagnosticCode, at origin: Origin?, path: SyntaxPath = SyntaxPath(), _ message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.origin = origin
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// How bad it is: codes with an E are errors, codes with an N notes.
  public var severity: Severity { code.rawValue.hasPrefix("E") ? .error : .note }
}

/// The diagnostics of one reading, of which the first are kept and the rest is counted.
public struct Diagnostics: Sendable {
  /// How many errors are kept, and how many notes.
  public static let limit = 20

  /// What is kept, in the order it was found in: errors, and notes between them.
  public private(set) var kept: [Diagnostic] = []
  /// How many errors were found beyond the limit.
  public private(set) var omittedErrors = 0
  private var errorCount = 0
  private var noteCount = 0

  /// No diagnostics yet.
  public init() {}

  /// Whether anything found is an error.
  public var hasErrors: Bool { errorCount > 0 }

  /// Whether more errors would only be counted.
  public var isFull: Bool { errorCount >= Self.limit }

  /// The errors that are kept.
  public var errors: [Diagnostic] { kept.filter { $0.severity == .error } }

  /// Adds a diagnostic, or counts it when there are enough.
  public mutating func add(_ diagnostic: Diagnostic) {
    switch diagnostic.severity {
    case .error:
      errorCount += 1
      if errorCount > Self.limit { omittedErrors += 1 } else { kept.append(diagnostic) }
    case .note:
      noteCount += 1
      if noteCount <= Self.limit { kept.append(diagnostic) }
    }
  }

  /// Adds an error, which is only made when it is kept: a text may hold a million of them.
  mutating func addError(_ diagnostic: @autoclosure () -> Diagnostic) {
    if isFull { countOmitted() } else { add(diagnostic()) }
  }

  /// Counts an error that is not kept.
  mutating func countOmitted() {
    errorCount += 1
    omittedErrors += 1
  }

  /// Puts what is kept in the order of the files, as they are first mentioned, and of the places in
  /// them.
  mutating func sortByPlace() {
    var files: [SourceFile] = []
    for file in kept.compactMap(\.origin?.file) where !files.contains(where: { $0 === file }) {
      files.append(file)
    }
    func place(_ diagnostic: Diagnostic) -> (Int, Int) {
      guard let origin = diagnostic.origin else { return (-1, 0) }
      return (files.firstIndex { $0 === origin.file } ?? 0, origin.offset)
    }
    kept = kept.enumerated().sorted { left, right in
      let places = (place(left.element), place(right.element))
      return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
    }.map(\.element)
  }

  /// Adds all of another reading's diagnostics.
  public mutating func add(_ others: Diagnostics) {
    for diagnostic in others.kept { add(diagnostic) }
    errorCount += others.omittedErrors
    omittedErrors += others.omittedErrors
  }
}
