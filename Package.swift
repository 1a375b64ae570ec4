// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: strict memory safety, no warning left standing.
let rules: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library module and the modules of ours that it may import. `ArchitectureTests` holds the
/// sources to this table.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: rules)
}

/// The tests of a module; `scripts` made the references that are stored beside them.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], scripts: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: scripts, swiftSettings: rules)
}

let libraries: [Target] = [
  // Rounding and square roots are IEEE operations, exact everywhere; without optimisation the
  // compiler reaches them through the mathematics library.
  .target(
    name: "SpecialFunctions", swiftSettings: rules, linkerSettings: [.linkedLibrary("m")]),
  module("EventKernel"),
  module("Arguments"),
  module("Stochastics", ["SpecialFunctions"]),
  module("OutputAnalysis", ["SpecialFunctions"]),
  module("Erlang", ["SpecialFunctions"]),
  module("Center", ["Stochastics"]),
  module(
    "CenterSimulation",
    ["Center", "Stochastics", "EventKernel", "OutputAnalysis", "SpecialFunctions"]),
  module("Scenario", ["Center", "Stochastics", "Erlang"]),
  module("Experiments", ["Center", "CenterSimulation", "OutputAnalysis", "Erlang"]),
  module(
    "Reports", ["Center", "CenterSimulation", "Experiments", "OutputAnalysis", "Erlang"]),
]

let everything = libraries.map { Target.Dependency.target(name: $0.name) }

let package = Package(
  name: "switchboard",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "switchboard", targets: ["switchboard"]),
    .executable(name: "benchmarks", targets: ["benchmarks"]),
  ] + libraries.map { .library(name: $0.name, targets: [$0.name]) },
  targets: libraries + [
    .executableTarget(name: "switchboard", dependencies: everything, swiftSettings: rules),
    .executableTarget(
      name: "benchmarks", dependencies: everything, path: "Benchmarks", exclude: ["Baselines"],
      swiftSettings: rules),
    .target(
      name: "TestCenters", dependencies: ["Center", "Stochastics"], path: "Tests/TestCenters",
      swiftSettings: rules),
    tests(
      "SpecialFunctionsTests", ["SpecialFunctions"],
      scripts: ["make_references.py", "make_coefficients.py"]),
    tests("EventKernelTests", ["EventKernel"]),
    tests("ArgumentsTests", ["Arguments"]),
    tests("StochasticsTests", ["Stochastics", "SpecialFunctions"], scripts: ["References"]),
    tests(
      "OutputAnalysisTests", ["OutputAnalysis", "SpecialFunctions", "Stochastics"],
      scripts: ["make_fit_references.py"]),
    tests(
      "ErlangTests", ["Erlang", "SpecialFunctions"],
      scripts: ["make_references.py", "make_queue_references.py", "make_model_references.py"]),
    tests("CenterTests", ["Center", "Stochastics", "TestCenters"]),
    tests("CenterSimulationTests", everything + ["TestCenters"]),
    tests("ScenarioTests", ["Scenario", "Center", "Stochastics", "Erlang"]),
    tests("ExperimentsTests", everything + ["TestCenters"]),
    tests("ReportsTests", everything),
    tests("ArchitectureTests", []),
    tests("SwitchboardTests", everything + ["switchboard", "TestCenters"]),
    tests("BenchmarksTests", everything + ["benchmarks"]),
    tests("StatisticalTests", everything + ["TestCenters"]),
  ],
  swiftLanguageModes: [.v6]
)
