/// A text that a scenario is read from: a file, or an argument such as `--set`.
///
/// Every value of a scenario remembers the text it came from, so that a diagnostic can point into
/// the file that wrote the value, whatever was merged on top of it since.
public final class SourceFile: Sendable {
  /// The path as the user gave it, or as it was made from a path in another file.
  public let path: String
  /// The content, as read.
  public let bytes: [UInt8]
  /// The folder that relative paths written in this text start from, `""` for the current one.
  public let folder: String

  /// Makes a text.
  ///
  /// - Parameters:
  ///   - path: The path to show in diagnostics.
  ///   - bytes: The content.
  ///   - folder: Where relative paths written in the text start; by default the path's own folder.
  public init(path: String, bytes: [UInt8], folder: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.folder = folder ?? FilePath.folder(of: path)
  }
}

/// A place in a text: what a value, a key or a table's cell remembers of where it was written.
public struct Origin: Sendable, Equatable {
  /// The text.
  public let file: SourceFile
  /// The distance from the text's first byte [bytes].
  public let offset: Int

  /// A place in a text.
  public init(file: SourceFile, offset: Int) {
    self.file = file
    self.offset = offset
  }

  /// Whether both are the same place of the same text object.
  public static func == (left: Origin, right: Origin) -> Bool {
    left.file === right.file && left.offset == right.offset
  }

  /// The line and column of the place.
  public var position: TextPosition { file.position(at: offset) }
}

/// A line and a column, both counted from 1.
///
/// A column is a Unicode scalar: what most editors show for all but composed characters. A tab is
/// one column, a byte-order mark none. Lines end with LF, CRLF or CR.
public struct TextPosition: Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
}

extension SourceFile {
  /// The bytes of a byte-order mark in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where the text proper begins: after a byte-order mark, if there is one [bytes].
  var contentStart: Int { bytes.starts(with: Self.byteOrderMark) ? 3 : 0 }

  /// The line and column of a byte.
  ///
  /// - Complexity: O(`offset`). Texts keep no table of lines: few of them are ever asked.
  public func position(at offset: Int) -> TextPosition {
    let end = min(offset, bytes.count)
    var line = 1
    var lineStart = contentStart
    var index = contentStart
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        lineStart = index
      }
    }
    var column = 1
    index = lineStart
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return TextPosition(line: line, column: column)
  }

  /// The bytes of the line that holds a byte, without its end.
  func lineRange(at offset: Int) -> Range<Int> {
    var start = min(offset, bytes.count)
    while start > contentStart, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = max(start, min(offset, bytes.count))
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }
}
