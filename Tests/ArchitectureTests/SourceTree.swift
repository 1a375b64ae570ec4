import Foundation

/// The package as files.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  struct File: Sendable, CustomStringConvertible {
    /// Relative to the root of the package.
    let path: String
    let lines: [String]
    var description: String { path }
    /// The folder below `Sources` or `Tests`.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// All Swift files below a folder of the package, by name.
  static func files(in folder: String) -> [File] {
    let base = root.appending(path: folder)
    guard let walker = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      let text = (try? String(contentsOf: base.appending(path: $0), encoding: .utf8)) ?? ""
      return File(path: "\(folder)/\($0)", lines: text.components(separatedBy: "\n"))
    }
  }

  static let sources = files(in: "Sources")
  static let everything = sources + files(in: "Tests") + files(in: "Benchmarks")
}

extension SourceTree.File {
  /// The modules that the file imports, in order.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let at = words.firstIndex(of: "import"), at < 3, words.count > at + 1,
        words[..<at].allSatisfy({
          [
            "public", "package", "internal", "private", "fileprivate", "@testable",
            "@preconcurrency",
          ]
          .contains($0)
        })
      else { return nil }
      let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(words[at + 1]) ? words[at + 2] : words[at + 1]
      return String(name.prefix { $0 != "." })
    }
  }

  /// The lines without comments and without what stands between quotes.
  var code: [String] {
    var isInText = false
    return lines.map { line in
      if line.contains("\"\"\"") {
        isInText.toggle()
        return ""
      }
      if isInText { return "" }
      var code = ""
      var isQuoted = false
      var previous: Character = " "
      for character in line {
        if character == "\"", previous != "\\" { isQuoted.toggle() }
        if !isQuoted, character == "/", previous == "/" {
          code.removeLast()
          break
        }
        if !isQuoted { code.append(character) }
        previous = character
      }
      return code
    }
  }

  /// The numbers of the lines whose code contains `pattern`.
  func lines(containing pattern: some RegexComponent) -> [Int] {
    code.indices.filter { code[$0].contains(pattern) }.map { $0 + 1 }
  }
}
