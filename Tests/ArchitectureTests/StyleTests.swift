import Foundation
import Testing

@Suite("Promises about the sources hold")
struct StyleTests {
  @Test("The manifest names no package but this one")
  func manifest() throws {
    let text = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(!text.contains(".package("))
    #expect(!text.contains("unsafeFlags"))
    #expect(text.contains(".strictMemorySafety()"))
    #expect(text.contains(".treatAllWarnings(as: .error)"))
  }

  @Test("A file can be read in one sitting")
  func length() {
    // Tables of reference numbers are looked up, not read.
    for file in SourceTree.everything where !file.path.contains("References") {
      #expect(file.lines.count <= 301, "\(file) has \(file.lines.count) lines")
    }
  }

  @Test("Output goes through the checked writer: nothing prints")
  func noPrint() {
    for file in SourceTree.sources {
      #expect(!file.uses(["print(", "debugPrint(", "dump("]), "\(file)")
    }
  }

  @Test("Nothing traps on purpose where an error can be thrown")
  func noTraps() {
    for file in SourceTree.sources {
      #expect(!file.uses(["try!", "as!", "fatalError("]), "\(file)")
    }
  }

  @Test("No stub is left behind")
  func noStubs() {
    for file in SourceTree.everything where file.module != "ArchitectureTests" {
      #expect(!file.lines.contains { $0.contains("TODO") || $0.contains("FIXME") }, "\(file)")
    }
  }

  /// One file a data structure; the calls of the system in one folder.
  static let unsafeFiles: Set<String> = [
    "Sources/EventKernel/Column.swift", "Sources/EventKernel/EventHeap.swift",
    "Sources/EventKernel/EventPlaces.swift",
    "Sources/Experiments/Shards/RecordWords.swift",
  ]

  @Test("Unsafe code lives behind its fence")
  func unsafeCode() {
    for file in SourceTree.sources
    where !file.path.hasPrefix("Sources/switchboard/System/")
      && !Self.unsafeFiles.contains(file.path)
    {
      #expect(!file.uses(["unsafe", "Unsafe", "@unsafe", "@unchecked"]), "\(file)")
    }
  }

  @Test("Everything public says what it is")
  func publicDeclarationsAreDocumented() {
    for file in SourceTree.sources {
      for line in file.undocumentedPublicLines {
        Issue.record("\(file):\(line + 1) has no doc comment: \(file.lines[line])")
      }
    }
  }

  @Test("Nothing that reaches an output calls the system's mathematics")
  func noSystemMathematics() {
    for file in SourceTree.sources where file.module != "switchboard" {
      #expect(!file.uses([".addingProduct(", ".addProduct(", "fma("]), "\(file)")
    }
  }
}
