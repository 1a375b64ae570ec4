import Reports
import Testing

@Suite("SHA-256 gives the known answers of FIPS 180-4")
struct SHA256Tests {
  @Test(
    "Known answers",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(text: String, hash: String) {
    #expect(SHA256.hexadecimal(Array(text.utf8)) == hash)
  }

  @Test("A hundred thousand letters, in pieces of any size")
  func pieces() {
    // Python's hashlib gives the same.
    let expected = "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"
    for size in [1, 55, 56, 63, 64, 65, 1000] {
      var hash = SHA256()
      var rest = 100_000
      while rest > 0 {
        hash.update([UInt8](repeating: 0x61, count: min(size, rest)))
        rest -= min(size, rest)
      }
      #expect(hash.finish() == expected)
    }
  }
}
