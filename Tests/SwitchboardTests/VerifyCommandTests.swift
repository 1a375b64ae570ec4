import Erlang
import Experiments
import Foundation
import OutputAnalysis
import Reports
import Testing

@testable import switchboard

#if DEBUG
  let isRelease = false
#else
  let isRelease = true
#endif

@Suite("verify tells whether the simulation is right")
struct VerifyCommandTests {
  private static let header = "model,measure,exact,simulated,half_width,z,verdict"

  private func rows(_ text: String) -> [[String]] {
    text.components(separatedBy: "\r\n").dropFirst().dropLast().map {
      $0.components(separatedBy: ",")
    }
  }

  @Test("Every model has a scenario that is read, and values of measures that exist")
  func catalogue() throws {
    let models = try ExactModel.catalogue()
    #expect(models.map(\.name) == ExactModel.names)
    #expect(models.count == Set(ExactModel.names).count)
    for model in models {
      _ = try model.simulation()
      #expect(model.values.count == Set(model.values.map(\.measure)).count, "\(model.name)")
      for value in model.values {
        #expect(Measure.named(value.measure) != nil, "\(value.measure)")
        #expect(value.value.isFinite && value.value > 0, "\(model.name): \(value.measure)")
      }
    }
  }

  @Test("A row for each model and measure, in the order of the catalogue")
  func csv() throws {
    let names = ["chat-1x4", "erlang-c-1"]
    let outcome = try CommandLineTool.run(
      "verify", names[0], names[1], "--replications", "2", "--format", "csv")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix(Self.header + "\r\n"))
    let keys = try ExactModel.catalogue().filter { names.contains($0.name) }.flatMap { model in
      model.values.map { [model.name, $0.measure] }
    }
    #expect(keys.count == 13)
    #expect(rows(outcome.output).map { Array($0.prefix(2)) } == keys)
    #expect(rows(outcome.output).allSatisfy { $0.last == "holds" })
  }

  @Test("Any number of workers gives the same values")
  func workers() async throws {
    let models = try ExactModel.catalogue().filter { $0.name == "erlang-a-10" }
    let one = try await VerifyCommand.verify(models, seed: 3, replications: 9, workers: 1)
    let three = try await VerifyCommand.verify(models, seed: 3, replications: 9, workers: 3)
    #expect(one == three)
  }

  @Test("The scenario of a model, simulated on its own, gives the value that verify shows")
  func scenario() async throws {
    let text = try CommandLineTool.run("verify", "--scenario", "erlang-a-10").output
    let simulated = try CommandLineTool.run(
      "simulate", "-", "--replications", "3", "--seed", "5", "--measures", "asa_s",
      input: text.split(separator: "\n").joined(separator: " "))
    #expect(simulated.code == 0, "\(simulated.errors)")
    let whole = try #require(rows(simulated.output).first)
    let model = try #require(try ExactModel.catalogue().first { $0.name == "erlang-a-10" })
    let verification = try await VerifyCommand.verify(
      [model], seed: 5, replications: 3, workers: 1)
    let comparison = try #require(verification.comparisons.first { $0.measure == "asa_s" })
    #expect(Double(whole[5]) == comparison.estimate.value)
  }

  /// The simulation of ten agents, held against the theory of ten and of eleven: the service levels
  /// are 8 points apart, twenty standard errors of 16 replications.
  @Test("A wrong theory is found out: the code is 70, and the message says where and how")
  func plantedBias() async throws {
    let model = try #require(try ExactModel.catalogue().first { $0.name == "erlang-a-10" })
    let right = try await VerifyCommand.verify([model], seed: 1, replications: 16, workers: 2)
    #expect(VerifyCommand.failure(right, seed: 1, replications: 16) == nil)
    let eleven = try ErlangA(offeredLoad: 9, handleTime: 240, patience: 180, agents: 11)
    let biased = ExactModel(
      model, values: [ExactValue("service_level", eleven.serviceLevel(within: 20))])
    let wrong = try await VerifyCommand.verify([biased], seed: 1, replications: 16, workers: 2)
    let failure = try #require(VerifyCommand.failure(wrong, seed: 1, replications: 16))
    #expect(failure.code == .internalError)
    let message = try #require(failure.message)
    #expect(message.contains("first of all service_level of erlang-a-10"))
    #expect(message.hasSuffix("switchboard verify erlang-a-10 --seed 1 --replications 16"))
    let text = ByteSink.text {
      OutputFormat.markdown.write(
        .verification(wrong, seed: 1, replications: 16), version: "", command: "verify", to: &$0)
    }
    #expect(text.hasPrefix("1 of 1 comparisons differ"))
    #expect(text.contains("| differs |"))
  }

  @Test("A measure that the center does not have is an error, not a row less")
  func missing() async throws {
    let model = try #require(try ExactModel.catalogue().first)
    let wrong = ExactModel(model, values: [ExactValue("concurrency_mean", 1)])
    await #expect(throws: Failure.self) {
      try await VerifyCommand.verify([wrong], seed: 1, replications: 2, workers: 1)
    }
  }

  @Test("Misuse is code 64 and says what to do")
  func misuse() throws {
    let one = try CommandLineTool.run("verify", "--replications", "1")
    #expect(one.code == 64)
    #expect(one.errors.hasPrefix("Write --replications from 2 to 100000"), "\(one.errors)")
    let model = try CommandLineTool.run("verify", "erlang-a-51")
    #expect(model.code == 64)
    #expect(model.errors.hasPrefix("Did you mean erlang-a-50? verify knows no"), "\(model.errors)")
    let none = try CommandLineTool.run("verify", "queues")
    #expect(none.errors.hasPrefix("Choose a model from erlang-c-1, "), "\(none.errors)")
    let unknown = try CommandLineTool.run("verify", "--scenario", "erlang-c-200")
    #expect(unknown.code == 64)
    #expect(unknown.errors.hasPrefix("Did you mean --scenario erlang-c-20?"), "\(unknown.errors)")
  }

  @Test("Models are named or not: the usage says so")
  func usage() throws {
    let help = try CommandLineTool.run("verify", "--help").output
    #expect(help.contains("\n  switchboard verify [MODEL…] [OPTIONS]\n"))
  }

  private static let page: String = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/switchboard/switchboard.docc/Verify.md")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()

  @Test("The page names every model and the number of comparisons")
  func documented() throws {
    let models = try ExactModel.catalogue()
    for model in models { #expect(Self.page.contains("| `\(model.name)` |"), "\(model.name)") }
    #expect(Self.page.components(separatedBy: "\n| `").count == models.count + 1)
    let count = models.reduce(0) { $0 + $1.values.count }
    #expect(Self.page.contains("All \(count) comparisons hold"))
  }

  @Test("The default run passes and prints what the page shows", .enabled(if: isRelease))
  func defaultRun() throws {
    let outcome = try CommandLineTool.run("verify", "--format", "table")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("differs"))
    let shown = Self.page.components(separatedBy: "```")
    let lines = try #require(shown.count > 1 ? shown[1] : nil).split(separator: "\n")
      .filter { !$0.hasPrefix("$") && $0 != "…" }
    #expect(lines.count > 5)
    let printed = Set(outcome.output.split(separator: "\n"))
    for line in lines { #expect(printed.contains(line), "\(line)") }
  }
}
