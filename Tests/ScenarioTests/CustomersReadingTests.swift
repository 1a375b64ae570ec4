import Center
import Stochastics
import Testing

@testable import Scenario

@Suite("How customers wait, as it is written")
struct CustomersReadingTests {
  private func voice(_ members: String) -> ScenarioReading {
    read("\"channels\": { \"voice\": { \(members) } }")
  }

  @Test("Balking, silent leaving and what counts as short")
  func waiting() throws {
    let plain = try voice("\"trunks\": 5").sound().channels[0]
    #expect(plain.balks == 0 && plain.silentAbandonment == nil && plain.shortAbandonment == 5)
    let channel = try voice(
      "\"patience\": \"2m\", \"balks\": \"10%\", \"shortAbandonment\": \"8s\", "
        + "\"silentAbandonment\": { \"share\": 0.2, \"detectAfter\": \"40s\" }"
    ).sound().channels[0]
    #expect(channel.balks == 0.1 && channel.shortAbandonment == 8)
    #expect(
      channel.silentAbandonment
        == SilentAbandonment(share: 0.2, detectAfter: .constant(try Constant(mean: 40))))
  }

  @Test("What makes no sense is refused at its place")
  func refused() {
    let impatient = voice("\"silentAbandonment\": { \"share\": 0.2, \"detectAfter\": \"40s\" }")
    #expect(impatient.codes == [.outOfRange])
    #expect(impatient.firstLine.contains("channels.voice.silentAbandonment: nobody leaves without"))
    #expect(voice("\"silentAbandonment\": { \"share\": 0.2 }").codes == [.missingKey])
    #expect(voice("\"balks\": 3").codes == [.malformedRate])
  }
}
