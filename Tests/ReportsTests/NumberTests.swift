import Reports
import Testing

@Suite("Numbers are written in plain digits, the shortest that read back")
struct NumberTests {
  private func text(_ value: Double) -> String { ByteSink.text { $0.append(value) } }

  @Test(
    "Known numbers",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (1e6, "1000000"),
      (0.000001, "0.000001"), (1e-7, "0.0000001"), (0.05, "0.05"), (100.25, "100.25"),
      (1.0 / 3, "0.3333333333333333"), (1e15, "1000000000000000"), (1e16, "10000000000000000"),
      (123_456_789.123, "123456789.123"), (2.5e-3, "0.0025"), (0.1 + 0.2, "0.30000000000000004"),
      (1e21, "1000000000000000000000"), (1.5e20, "150000000000000000000"),
      (9_007_199_254_740_992, "9007199254740992"), (10.000_001, "10.000001"), (99.9, "99.9"),
    ] as [(Double, String)])
  func known(value: Double, digits: String) {
    #expect(text(value) == digits)
  }

  @Test("Every number reads back, without an exponent and no longer than the shortest")
  func readBack() {
    var state: UInt64 = 1
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let magnitude = Double(state >> 11) / 9_007_199_254_740_992
      let exponent = Int(state % 30) - 15
      var value = magnitude
      for _ in 0..<exponent.magnitude { value = exponent < 0 ? value / 10 : value * 10 }
      let rounded = (magnitude * 10_000).rounded() / 100
      for number in [value, -value, rounded, Double(bitPattern: state & ~(0x7FF << 52) | 1 << 62)] {
        let written = text(number)
        #expect(Double(written) == number)
        #expect(written.utf8.allSatisfy { $0 < 0x3A && $0 != 0x2B })
        let shortest = number.description.prefix { $0 != "e" }.filter(\.isNumber)
        #expect(significant(written).count <= significant(String(shortest)).count)
      }
    }
  }

  @Test("The extremes of Double are written out")
  func extremes() {
    for value in [Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude] {
      #expect(Double(text(value)) == value)
      #expect(!text(value).contains("e"))
    }
  }

  @Test("Integers keep every digit")
  func integers() {
    for value in [0, 7, -7, 10, 1_000_000, Int.max, Int.min] {
      #expect(ByteSink.text { $0.append(value) } == "\(value)")
    }
  }

  private func significant(_ digits: String) -> Substring {
    var digits = digits.filter(\.isNumber)[...]
    while digits.first == "0" { digits = digits.dropFirst() }
    while digits.last == "0" { digits = digits.dropLast() }
    return digits
  }
}
