import Arguments
import Foundation
import Testing

@testable import switchboard

@Suite("Output is written whole, or its failure is told")
struct OutputTests {
  @Test("The version names the program and its random streams")
  func version() throws {
    let outcome = try CommandLineTool.run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.output == "switchboard 0.1.0, random streams 1\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test("Help begins with an example and fits 80 columns", arguments: [[], ["erlang"]])
  func help(path: [String]) throws {
    for words in [path + ["--help"], ["help"] + path] {
      let outcome = try CommandLineTool.shell("$S " + words.joined(separator: " "))
      #expect(outcome.code == 0)
      #expect(outcome.output.hasPrefix("Example"))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test("The help of every command begins with an example and fits 80 columns")
  func everyHelp() {
    var waiting = [(Program.declaration, ["switchboard"])]
    while let (command, path) = waiting.popLast() {
      let text = command.helpText(path: path)
      #expect(text.hasPrefix("Example"), "\(path)")
      for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      waiting += command.subcommands.map { ($0, path + [$0.name]) }
    }
  }

  @Test("Every example of every help names a command and options that exist")
  func everyExample() throws {
    var waiting = [Program.declaration]
    while let command = waiting.popLast() {
      for example in command.examples {
        let line = example.line.prefix { $0 != ">" }
        let words = line.split(separator: " ").dropFirst().map(String.init)
        #expect(throws: Never.self, "\(line)") { _ = try Program.declaration.parse(words) }
      }
      waiting += command.subcommands
    }
  }

  #if os(Linux)
    @Test("A full disk is code 74")
    func full() throws {
      let outcome = try CommandLineTool.shell("$S --version > /dev/full")
      #expect(outcome.code == 74)
      #expect(outcome.errors.contains("No space left"))
    }
  #endif

  @Test("A closed output is code 74")
  func closed() throws {
    #expect(try CommandLineTool.shell("$S --version >&-").code == 74)
  }

  @Test("A reader that goes away is no error and gets no message")
  func brokenPipe() throws {
    let outcome = try CommandLineTool.shell(
      "{ sleep 0.1; $S --help; echo code $? >&2; } | true")
    #expect(outcome.errors == "code 0\n")
  }

  @Test("Misuse is code 64 and begins with what to do")
  func misuse() throws {
    let outcome = try CommandLineTool.run("erlagn")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Did you mean \"switchboard erlang\"?"))
    #expect(try CommandLineTool.run().code == 64)
    #expect(try CommandLineTool.run("--nothing").code == 64)
  }
}
