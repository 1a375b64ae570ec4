import Center
import Testing

@testable import Scenario

@Suite("Interruptions in a scenario")
struct InterruptReadingTests {
  private func reading(_ interrupts: String) -> ScenarioReading {
    read(#""routing": { "interrupts": \#(interrupts) }"#)
  }

  @Test("Media reach the center")
  func form() throws {
    let center = try reading(#"{ "email": ["voice", "chat"], "social": ["voice"] }"#).sound()
    #expect(center.routing.interrupts == [.email: [.voice, .chat], .social: [.voice]])
    #expect(try read(#""routing": {}"#).sound().routing.interrupts.isEmpty)
  }

  @Test("Names that are none are refused with what was meant")
  func names() {
    let unknown = reading(#"{ "email": ["vioce"] }"#)
    #expect(unknown.firstLine.contains("error[E108]"))
    #expect(unknown.diagnostics.errors.first.map { "\($0)".contains("voice") } == true)
    #expect(reading(#"{ "emial": ["voice"] }"#).firstLine.contains("error[E104]"))
    // A customer online is not left for another.
    #expect(reading(#"{ "voice": ["chat"] }"#).firstLine.contains("error[E104]"))
    #expect(reading(#"{ "email": ["social"] }"#).firstLine.contains("error[E108]"))
  }
}
