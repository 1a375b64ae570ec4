import Foundation
import Testing

@testable import benchmarks

@Suite("The gate lets noise pass and stops what is slower")
struct GateTests {
  /// Ratios about 2 with a noise of 10 %.
  private static func ratios(_ count: Int, times factor: Double = 1) -> [Double] {
    var random = SplitMix(stream: 11)
    return (0..<count).map { _ in factor * (1.9 + 0.2 * random.uniform()) }
  }

  private static let baseline = Baseline(toolchain: "test", ratios: ["W1": 2])

  @Test("Fewer than ten pairs are refused")
  func fewPairs() throws {
    #expect(throws: TooFewPairs(count: 9)) { try Bootstrap(medianOf: Self.ratios(9)) }
    #expect(throws: TooFewPairs(count: 9)) {
      try RatioCheck.check("W1", ratios: Self.ratios(9), baseline: Self.baseline)
    }
    _ = try Bootstrap(medianOf: Self.ratios(10))
  }

  @Test("The interval holds the median, repeats itself and shrinks with more pairs")
  func interval() throws {
    let few = try Bootstrap(medianOf: Self.ratios(10)).interval
    let many = try Bootstrap(medianOf: Self.ratios(160)).interval
    #expect(few.contains(Samples(Self.ratios(10)).median))
    #expect(many.contains(Samples(Self.ratios(160)).median))
    #expect(
      many.upperBound - many.lowerBound < 0.5 * (few.upperBound - few.lowerBound))
    #expect(try Bootstrap(medianOf: Self.ratios(10)).interval == few)
  }

  @Test("A ratio that is a third above the record fails, the same with noise passes")
  func ratios() throws {
    func outcome(_ ratios: [Double], _ baseline: Baseline?) throws -> Check.Outcome {
      try RatioCheck.check("W1", ratios: ratios, baseline: baseline).outcome
    }
    #expect(try outcome(Self.ratios(15), Self.baseline) == .passed)
    #expect(try outcome(Self.ratios(15, times: 1.35), Self.baseline) == .failed)
    // One round that something disturbed is no reason for an alarm.
    #expect(try outcome(Self.ratios(14) + [30], Self.baseline) == .passed)
    #expect(try outcome(Self.ratios(15), nil) == .skipped)
  }

  @Test("A baseline reads back what was recorded, and a toolchain without one has none")
  func baseline() throws {
    let encoded = try JSONEncoder().encode(Self.baseline)
    #expect(try JSONDecoder().decode(Baseline.self, from: encoded) == Self.baseline)
    #expect(try Baseline.read("swift-0.0-nowhere") == nil)
  }

  @Test("Every committed baseline is named for its toolchain and knows every probe")
  func committedBaselines() throws {
    let folder = Repository.root.appending(path: Baseline.folder)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      let baseline = try JSONDecoder().decode(Baseline.self, from: Data(contentsOf: file))
      #expect(file.lastPathComponent == "\(baseline.toolchain).json")
      #expect(Set(baseline.instructions.keys) == Set(Probe.allCases.map(\.id)))
      #expect(baseline.instructions.values.allSatisfy { $0 > 100 })
      #expect(Set(baseline.ratios.keys).isSuperset(of: ["W1", "W2", "W4", "W7"]))
    }
  }

  @Test("The planted work is in proportion to what is asked for")
  func plantedWork() {
    let start = clock()
    _ = PlantedFaults.spin(for: 2e6)
    #expect(clock() - start >= 2_000)
    #expect(PlantedFaults.spin(instructions: 1e5) != PlantedFaults.spin(instructions: 2e5))
  }

  @Test("A mean four standard errors from its reference is an alarm")
  func references() {
    let reference = Reference(value: 10, standardError: 0.3, deviation: 1.6)
    // √(1.6²/16 + 0.3²) = 0.5.
    #expect(abs(reference.score(ofMean: 12, over: 16) - 4) < 1e-12)
    let answer = Answer(name: "mean wait [s]", exact: 10) { _ in 0 }
    #expect(answer.check([10, 10], of: "W1").outcome == .passed)
    #expect(answer.check([1e6, 1e6], of: "W1").outcome == .failed)
    #expect(answer.check([10, 10], of: "W99").outcome == .failed)
  }

  @Test("Every answer has a reference")
  func everyReference() throws {
    for workload in try Workload.all() {
      for answer in workload.answers {
        #expect(answer.reference(of: workload.id) != nil, "\(workload.id) \(answer.name)")
      }
    }
    #expect(References.rows.contains { $0.workload == "W6" })
  }
}

/// The files of the project.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
