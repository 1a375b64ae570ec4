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
      return isInText ? "" : File.code(of: line)
    }
  }

  private typealias File = SourceTree.File

  private static func code(of line: String) -> String {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\"") }) else {
      return line
    }
    var code: [UInt8] = []
    var isQuoted = false
    var previous = UInt8(ascii: " ")
    for byte in line.utf8 {
      if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "/"), previous == byte {
        code.removeLast()
        break
      }
      if !isQuoted { code.append(byte) }
      previous = byte
    }
    return String(decoding: code, as: UTF8.self)
  }

  /// Whether the code, comments and texts aside, contains one of these as a word of its own where
  /// it begins.
  func uses(_ words: [String]) -> Bool {
    // Looking at whole lines first is what keeps this fast: few contain any of the words.
    guard lines.contains(where: { File.contains($0, anyOf: words) }) else { return false }
    return code.contains { File.contains($0, anyOf: words) }
  }

  /// The lines that declare something public without a doc comment above. What a protocol of the
  /// language asks for (`==`, `+=`, `hash`, `description`) is documented there.
  var undocumentedPublicLines: [Int] {
    let kinds: Set<String> = [
      "func", "var", "let", "struct", "enum", "protocol", "init", "subscript", "typealias",
    ]
    let inherited = ["static func ==", "static func +=", "func hash(", "var description"]
    return lines.indices.filter { index in
      let line = lines[index].drop { $0 == " " }
      let words = line.split { !($0.isLetter || $0 == "@" || $0 == "_") }.map(String.init)
      guard let kind = words.firstIndex(where: kinds.contains),
        words[..<kind].contains("public"), !line.hasPrefix("//"),
        !inherited.contains(where: { line.contains($0) })
      else { return false }
      var above = index - 1
      while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@"),
        !lines[above].contains("public ")
      {
        above -= 1
      }
      return above < 0 || !lines[above].drop(while: { $0 == " " }).hasPrefix("///")
    }
  }

  private static func contains(_ line: String, anyOf words: [String]) -> Bool {
    words.contains { word in
      var rest = line[...]
      while let range = rest.range(of: word, options: .literal) {
        let before =
          range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
        if !(before.isLetter || before.isNumber || before == "_") { return true }
        rest = rest[range.upperBound...]
      }
      return false
    }
  }
}
