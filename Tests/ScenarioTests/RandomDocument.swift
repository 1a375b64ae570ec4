/// A generator of pseudorandom numbers with a seed (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Writes random values twice: with every freedom that the syntax leaves, and plainly.
struct RandomDocument {
  /// One value in both forms.
  struct Written {
    var free = ""
    var plain = ""
  }

  private var random: SplitMix
  private let hasComments: Bool

  /// Values from a seed; with comments and trailing commas, or as strict JSON.
  init(seed: UInt64, hasComments: Bool) {
    random = SplitMix(seed: seed)
    self.hasComments = hasComments
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// A whole document.
  mutating func document() -> Written {
    var written = value(depth: 0)
    written.free = gap() + written.free + gap()
    return written
  }

  private mutating func value(depth: Int) -> Written {
    switch below(depth < 6 ? 9 : 5) {
    case 0: return word(["null", "true", "false"][below(3)])
    case 1, 2: return word(number())
    case 3, 4: return string(prefix: "")
    case 5, 6: return list("[", "]", depth) { document, _ in document.value(depth: depth + 1) }
    default:
      return list("{", "}", depth) { document, index in
        let key = document.string(prefix: "\(index):")
        let value = document.value(depth: depth + 1)
        return Written(
          free: key.free + document.gap() + ":" + document.gap() + value.free,
          plain: key.plain + ":" + value.plain)
      }
    }
  }

  private func word(_ text: String) -> Written { Written(free: text, plain: text) }

  private mutating func list(
    _ open: String, _ close: String, _ depth: Int,
    _ element: (inout RandomDocument, Int) -> Written
  ) -> Written {
    var written = Written(free: open, plain: open)
    // Now and then more members than are searched without a table.
    let count = below(12) == 0 && depth < 2 ? 20 : below(4)
    for index in 0..<count {
      let next = element(&self, index)
      written.free += (index > 0 ? "," : "") + gap() + next.free + gap()
      written.plain += (index > 0 ? "," : "") + next.plain
    }
    if hasComments, count > 0, below(4) == 0 { written.free += "," }
    written.free += gap() + close
    written.plain += close
    return written
  }

  private mutating func gap() -> String {
    var text = ""
    while below(3) == 0 {
      let comments = ["// \"a\", 'b' }\n", "/* { [ ** / */", "//\r", "/**/", "// ünï\r\n"]
      let all = [" ", "\n", "\t", "\r\n", "\r"] + (hasComments ? comments : [])
      text += all[below(all.count)]
    }
    return text
  }

  private mutating func digits() -> String {
    (0...below(below(10) == 0 ? 40 : 4)).map { _ in String(below(10)) }.joined()
  }

  private mutating func number() -> String {
    var text = below(3) == 0 ? "-" : ""
    text += below(4) == 0 ? "0" : "\(1 + below(9))" + (below(2) == 0 ? "" : digits())
    if below(2) == 0 { text += "." + digits() }
    if below(3) == 0 {
      text += ["e", "E"][below(2)] + ["", "+", "-"][below(3)] + ["", "0", "00"][below(3)]
      text += String(below(260))
    }
    return text
  }

  /// Scalars of every length in UTF-8, with the ends of each range and those that join, reverse
  /// or break lines.
  private static let scalars: [Unicode.Scalar] = [
    "a", "Z", "0", " ", "'", "\u{7F}", "\u{80}", "ü", "\u{301}", "\u{7FF}", "\u{800}", "€",
    "\u{200D}", "\u{202E}", "\u{2028}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}",
    "\u{10000}", "𝄞", "👩", "\u{FE0F}", "\u{1F3FD}", "\u{10FFFF}",
  ]

  private static let escapes: [Unicode.Scalar: String] = [
    "\"": "\\\"", "\\": "\\\\", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
    "\t": "\\t",
  ]

  private mutating func string(prefix: String) -> Written {
    var written = Written(free: "\"" + prefix, plain: "\"" + prefix)
    for _ in 0..<below(below(8) == 0 ? 60 : 6) {
      let isControl = below(4) == 0
      let scalar =
        isControl ? Unicode.Scalar(UInt8(below(32))) : Self.scalars[below(Self.scalars.count)]
      let special = below(8) == 0 ? ["\"", "\\", "/"][below(3)] : scalar
      let hexadecimal = escaped(special)
      let short = Self.escapes[special]
      let plain = short ?? (special.value < 0x20 ? hexadecimal.lowercased() : String(special))
      let ways = [plain, hexadecimal, hexadecimal.lowercased(), special == "/" ? "\\/" : plain]
      written.free += ways[below(4)]
      written.plain += plain
    }
    written.free += "\""
    written.plain += "\""
    return written
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }
}
