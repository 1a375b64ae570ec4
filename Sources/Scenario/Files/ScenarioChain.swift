/// A scenario's files, from the one that extends nothing to the one that was asked for.
struct ScenarioChain {
  /// A file and what the chain says up to it.
  struct Stage {
    /// The file.
    let file: SourceFile
    /// The file's own content on top of all before it.
    let tree: SyntaxNode
  }

  /// The stages, the outermost base first; never empty.
  let stages: [Stage]

  /// The stage at which a value was written: that of its file, or the last one for an edit.
  func stage(of origin: Origin) -> Stage? { stages.first { $0.file === origin.file } }

  /// Reads a file and all that it extends.
  ///
  /// - Returns: The chain, unless anything in it cannot be read; then diagnostics say what.
  static func read(
    _ main: SourceFile, files: inout ScenarioFiles, diagnostics: inout Diagnostics,
    isReplacedWhole: (SyntaxPath) -> Bool
  ) -> ScenarioChain? {
    var contents: [(file: SourceFile, tree: SyntaxNode)] = []
    var file = main
    var valueBudget = files.limits[.values]
    while true {
      let (parsed, problems) = SyntaxParser.parse(
        file, dialect: .init(path: file.path), limits: files.limits,
        valueBudget: &valueBudget)
      diagnostics.add(problems)
      guard let tree = parsed else { return nil }
      contents.append((file, tree))
      guard let object = tree.object else {
        diagnostics.add(
          Diagnostic(
            .wrongKind, at: tree.origin, "a scenario is an object, not \(tree.kindInWords)"))
        return nil
      }
      guard let base = object["extends"] else { break }
      do {
        file = try extended(by: base, contents.map(\.file), files: &files)
      } catch {
        diagnostics.add(error)
        return nil
      }
    }
    return ScenarioChain(merging: contents.reversed(), isReplacedWhole: isReplacedWhole)
  }

  private init(
    merging contents: [(file: SourceFile, tree: SyntaxNode)],
    isReplacedWhole: (SyntaxPath) -> Bool
  ) {
    var stages: [Stage] = []
    for (file, tree) in contents {
      let below = stages.last?.tree ?? SyntaxNode(.null, at: tree.origin)
      let merged = below.merged(with: tree, isReplacedWhole: isReplacedWhole)
      stages.append(Stage(file: file, tree: merged))
    }
    self.stages = stages
  }

  private static func extended(
    by base: SyntaxNode, _ chain: [SourceFile], files: inout ScenarioFiles
  ) throws(Diagnostic) -> SourceFile {
    let path = SyntaxPath(["extends"])
    guard let name = base.string else {
      throw Diagnostic(
        .wrongKind, at: base.origin, path: path,
        "expected the name of a file, found \(base.kindInWords)")
    }
    let file = try files.file(named: name, at: base.origin, path: path)
    let normalized = FilePath.normalized(file.path)
    if let start = chain.firstIndex(where: { FilePath.normalized($0.path) == normalized }) {
      let circle = (chain[start...].map(\.path) + [file.path]).joined(separator: " → ")
      throw Diagnostic(
        .extendsCycle, at: base.origin, path: path, "the files extend one another: \(circle)")
    }
    guard chain.count < files.limits[.chainLength] else {
      throw Diagnostic(
        .chainTooLong, at: base.origin, path: path,
        "more than \(files.limits.inWords(.chainLength)) files extend one another, the limit")
    }
    return file
  }
}
