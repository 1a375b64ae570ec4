import Testing

@Suite("Modules import what the architecture allows, exactly")
struct ImportTests {
  /// The modules of ours that a library may import.
  static let allowed: [String: Set<String>] = [
    "SpecialFunctions": [],
    "EventKernel": [],
    "Arguments": [],
    "Stochastics": ["SpecialFunctions"],
    "OutputAnalysis": ["SpecialFunctions"],
    "Erlang": ["SpecialFunctions"],
    "Center": ["Stochastics"],
    "CenterSimulation": [
      "Center", "Stochastics", "EventKernel", "OutputAnalysis", "SpecialFunctions",
    ],
    "Scenario": ["Center", "Stochastics", "Erlang"],
    "Experiments": ["Center", "CenterSimulation", "OutputAnalysis", "Erlang"],
    "Reports": ["Center", "CenterSimulation", "Experiments", "OutputAnalysis", "Erlang"],
  ]

  static let system: Set<String> = [
    "Dispatch", "Darwin", "Foundation", "Glibc", "Synchronization",
  ]

  static let libraryFiles = SourceTree.sources.filter { $0.module != "switchboard" }

  @Test("Every module of the table has sources, and every source is in the table")
  func modules() {
    #expect(Set(Self.libraryFiles.map(\.module)) == Set(Self.allowed.keys))
  }

  @Test("A library imports no more than its row of the table", arguments: libraryFiles)
  func libraries(file: SourceTree.File) throws {
    let allowed = try #require(Self.allowed[file.module])
    #expect(Set(file.imports).subtracting(allowed).isEmpty, "\(file) imports \(file.imports)")
  }

  @Test("An executable imports modules of ours and the system's, nothing else")
  func executables() {
    for file in SourceTree.everything
    where file.path.hasPrefix("Sources/switchboard") || file.path.hasPrefix("Benchmarks") {
      let known = Set(Self.allowed.keys).union(Self.system).union(["TestCenters"])
      #expect(Set(file.imports).subtracting(known).isEmpty, "\(file) imports \(file.imports)")
    }
  }

  @Test("The command line starts without Foundation, which would double its start-up time")
  func noFoundation() {
    for file in SourceTree.sources {
      #expect(!file.imports.contains("Foundation"), "\(file)")
    }
  }

  @Test("The test itself sees every form of an import")
  func forms() {
    let file = SourceTree.File(
      path: "Sources/X/Y.swift",
      lines: [
        "public import Center", "  import Glibc", "@testable import Reports",
        "import struct Foundation.URL", "// import Nothing", "let text = \"import Less\"",
      ])
    #expect(file.imports == ["Center", "Glibc", "Reports", "Foundation"])
  }
}
