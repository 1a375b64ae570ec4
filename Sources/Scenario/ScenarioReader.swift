public import Center

/// Reads scenarios: text in, a center out, or diagnostics that say what is wrong and where.
///
///     let reader = ScenarioReader(read: { path in … })
///     let reading = reader.read("twin/contact-center.jsonc", edits: ["channels.voice.trunks=140"])
///     guard let center = reading.center else { print(reading.diagnostics.rendered()) }
///
/// No input makes it trap, and every limit is named in the message that refuses more.
public struct ScenarioReader {
  private let readFile: FileReader
  private let allowOutside: Bool
  private let limits: ReaderLimits

  /// A reader.
  ///
  /// - Parameters:
  ///   - allowOutside: Whether a scenario may name files outside its own folder.
  ///   - read: How files are read. It should refuse what is not a regular file, or is larger than
  ///     16 MB, before it reads it.
  public init(allowOutside: Bool = false, read: @escaping FileReader) {
    self.init(allowOutside: allowOutside, limits: .standard, read: read)
  }

  /// A reader with limits of its own.
  init(allowOutside: Bool = false, limits: ReaderLimits, read: @escaping FileReader) {
    self.allowOutside = allowOutside
    self.limits = limits
    readFile = read
  }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: The file, as the user named it.
  ///   - edits: The arguments of `--set`, in order; they edit what the files say together.
  ///   - varied: The edits of a point of `--vary`, in order; they come after the others.
  /// - Complexity: O(bytes + intervals × (classes + teams)).
  public func read(
    _ path: String, edits: [String] = [], varied: [String] = []
  ) -> ScenarioReading {
    read(path, edits: edits, varied: varied, log: nil)
  }

  /// Reads a scenario, and notes which keys were looked at.
  func read(
    _ path: String, edits: [String], varied: [String] = [], log: ReadLog?
  ) -> ScenarioReading {
    var reading = ScenarioReading()
    let main: SourceFile
    switch readFile(path) {
    case .success(let bytes): main = SourceFile(path: path, bytes: bytes)
    case .failure(let failure):
      reading.failure = failure
      reading.diagnostics.add(
        ScenarioFiles.diagnostic(
          failure, shown: DisplayText.quoted(path), at: nil, path: SyntaxPath()))
      return reading
    }
    var files = ScenarioFiles(
      root: main.folder, allowOutside: allowOutside, sizeSoFar: main.bytes.count, limits: limits,
      read: readFile)
    let chain = ScenarioChain.read(
      main, files: &files, diagnostics: &reading.diagnostics,
      isReplacedWhole: ValueKind.isReplacedWhole)
    guard let chain, var tree = chain.stages.last?.tree else { return reading }
    for (option, texts) in [("--set", edits), ("--vary", varied)] {
      for (index, text) in texts.enumerated() {
        do {
          let edit = try SetArgument(
            text, option: option, number: index + 1, folder: main.folder, limits: limits)
          try edit.apply(to: &tree, rules: ValueKind.editRules)
        } catch {
          reading.diagnostics.add(error)
        }
      }
    }
    guard !reading.diagnostics.hasErrors else { return reading }
    decode(tree, chain: chain, files: files, name: Self.name(of: path), into: &reading, log: log)
    reading.diagnostics.sortByPlace()
    return reading
  }

  private func decode(
    _ tree: SyntaxNode, chain: ScenarioChain, files: ScenarioFiles, name: String,
    into reading: inout ScenarioReading, log: ReadLog?
  ) {
    var checker = DeclarationChecker(limits: limits)
    checker.check(tree, as: .object(.scenario), at: SyntaxPath())
    reading.diagnostics.add(checker.diagnostics)
    var decoder = ScenarioDecoder(
      tree: tree, checker: checker, chain: chain, files: files, log: log)
    let center = decoder.center(named: name)
    reading.diagnostics.add(decoder.diagnostics)
    guard let center, !reading.diagnostics.hasErrors else { return }
    let translation = ProblemTranslation(tree: tree)
    for problem in center.problems() { reading.diagnostics.add(translation.diagnostic(problem)) }
    guard !reading.diagnostics.hasErrors else { return }
    for note in center.notes() { reading.diagnostics.add(translation.diagnostic(note)) }
    reading.center = center
  }

  /// The name of a scenario that has none: its file's, without folder and extension.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = file.lastIndex(of: "."), point != file.startIndex else { return file }
    return String(file[..<point])
  }
}

/// What reading a scenario gave.
public struct ScenarioReading: Sendable {
  /// The center, when there are no errors.
  public fileprivate(set) var center: Center?
  /// Errors and notes.
  public fileprivate(set) var diagnostics = Diagnostics()
  /// Why the file that was asked for could not be had; nil when it could.
  public fileprivate(set) var failure: FileFailure?
}
