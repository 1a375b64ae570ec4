import Arguments
import Testing

@Suite("A mistake on the command line is named, with what to do first")
struct ErrorTests {
  @Test("A misspelt option, letter or command suggests the nearest")
  func suggestions() {
    #expect(
      Fixture.problem("brew", "f", "--agent", "3")
        == .unknownOption("--agent", nearest: "--agents"))
    #expect(
      Fixture.problem("brew", "f", "-load", "3") == .unknownOption("-load", nearest: "--load"))
    #expect(
      Fixture.problem("brwe")
        == .unknownCommand("brwe", nearest: "brew", known: ["brew", "pour"]))
    #expect(
      Fixture.message("brew", "--taget=1")
        == "Did you mean --target? \"tea brew\" has no option --taget.")
  }

  @Test("What is far from every option gets no suggestion")
  func noSuggestion() {
    #expect(Fixture.problem("brew", "--zzzzzz") == .unknownOption("--zzzzzz", nearest: nil))
  }

  @Test("A missing value is missing at the end and before an option")
  func missingValue() {
    let expected = ArgumentError.Problem.missingValue(option: "--load", placeholder: "ERLANGS")
    #expect(Fixture.problem("brew", "f", "--load") == expected)
    #expect(Fixture.problem("brew", "f", "--load", "--quiet") == expected)
  }

  @Test("A bare number is no duration, and 80 is no share")
  func bareNumbers() {
    #expect(
      Fixture.message("brew", "f", "--talk-time", "180")
        == "Write --talk-time with its unit, 180s or 180m: a bare number has none.")
    #expect(
      Fixture.message("brew", "f", "--target", "80")
        == "Did you mean --target 80%? A share is 0 to 1 or has a percent sign.")
  }

  @Test("A value outside its domain names the domain")
  func outside() {
    #expect(
      Fixture.problem("brew", "f", "--agents", "1001")
        == .invalidValue(option: "--agents", value: "1001", .outside(.between(0, 1000))))
    #expect(
      Fixture.message("brew", "f", "--load", "0")
        == "Write --load above 0: \"0\" is outside.")
    #expect(
      Fixture.problem("brew", "f", "--load", "nan")
        == .invalidValue(option: "--load", value: "nan", .notANumber))
  }

  @Test("An option that may not be repeated, a flag with a value, a wrong word")
  func others() {
    #expect(
      Fixture.problem("brew", "f", "--load", "1", "--load", "2") == .repeatedOption("--load"))
    #expect(
      Fixture.problem("brew", "f", "--quiet=yes")
        == .unexpectedValue(option: "--quiet", value: "yes"))
    #expect(
      Fixture.message("brew", "f", "--flavour", "swet")
        == "Did you mean --flavour sweet? \"swet\" is none of plain, sweet, sour.")
  }

  @Test("Operands are counted")
  func operands() {
    #expect(
      Fixture.problem("brew") == .missingOperand(placeholder: "FILE", needed: 1, given: 0))
    #expect(Fixture.problem("pour", "x") == .unexpectedOperand("x"))
    #expect(Fixture.problem() == .missingCommand(known: ["brew", "pour"]))
  }

  @Test("Every word is near itself and a swap is one change")
  func distances() {
    #expect(nearest(to: "seed", among: ["set", "seed"]) == "seed")
    #expect(nearest(to: "replicatoins", among: ["measures", "replications"]) == "replications")
    #expect(nearest(to: "simu", among: ["compare", "simulate"]) == "simulate")
    #expect(nearest(to: "x", among: []) == nil)
  }
}
