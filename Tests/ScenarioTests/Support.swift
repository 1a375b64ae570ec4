@testable import Scenario

/// A text as a file.
func source(_ text: String, path: String = "center.jsonc") -> SourceFile {
  SourceFile(path: path, bytes: Array(text.utf8))
}

/// The value of a text that is right.
func parsed(_ text: String, path: String = "center.jsonc") throws -> SyntaxNode {
  let (node, diagnostics) = SyntaxParser.parse(source(text, path: path), dialect: .init(path: path))
  if let first = diagnostics.kept.first { throw first }
  struct NoValue: Error {}
  guard let node else { throw NoValue() }
  return node
}

/// The codes of what is wrong with a text.
func codes(_ text: String, path: String = "center.jsonc") -> [DiagnosticCode] {
  SyntaxParser.parse(source(text, path: path), dialect: .init(path: path)).diagnostics.kept
    .map(\.code)
}

/// The first diagnostic of a text, without its excerpt.
func firstLine(_ text: String, path: String = "center.jsonc") -> String {
  let diagnostics =
    SyntaxParser.parse(source(text, path: path), dialect: .init(path: path)).diagnostics
  return diagnostics.kept.first.map { String($0.rendered().prefix { $0 != "\n" }) } ?? ""
}

/// A node as compact JSON, numbers as they were written.
func json(_ node: SyntaxNode) -> String { node.json }

/// A reader of files that are in memory.
func reader(_ files: [String: String]) -> FileReader {
  { path in
    if let text = files[path] { .success(Array(text.utf8)) } else { .failure(.missing) }
  }
}
