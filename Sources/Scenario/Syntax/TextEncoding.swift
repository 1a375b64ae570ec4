/// Checks of a text before anything else reads it.
enum TextEncoding {
  /// What keeps a file from being read as text: its size, or bytes that are not UTF-8.
  static func problem(in file: SourceFile, _ limits: ReaderLimits) -> Diagnostic? {
    if file.bytes.count > limits[.fileSize] {
      return Diagnostic(
        .fileTooLarge, at: Origin(file: file, offset: 0),
        "the file is larger than \(limits.inWords(.fileSize)), the limit for a file")
    }
    guard let offset = firstInvalidByte(of: file.bytes) else { return nil }
    let start = file.bytes.prefix(2)
    let sixteenBits =
      start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF])
    return Diagnostic(
      .invalidEncoding, at: Origin(file: file, offset: offset),
      sixteenBits ? "the file is UTF-16" : "the bytes from here are not UTF-8",
      hint: "save the file as UTF-8")
  }

  /// The offset of the first byte that does not continue well-formed UTF-8 (Unicode 16, table
  /// 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
  ///
  /// - Complexity: O(bytes).
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    var index = 0
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      let length: Int
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return index
      }
      guard index + length <= end, bytes[index + 1] >= low, bytes[index + 1] <= high else {
        return index
      }
      for place in stride(from: index + 2, to: index + length, by: 1)
      where bytes[place] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
