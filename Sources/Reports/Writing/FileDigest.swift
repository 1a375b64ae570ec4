/// What a data package says about the bytes of a file.
public struct FileDigest: Equatable, Sendable {
  /// The size of the file [bytes].
  public let byteCount: Int
  /// The SHA-256 of the bytes in hexadecimal digits.
  public let hash: String

  /// Gathers the digest while a file is written.
  public struct Builder {
    private var byteCount = 0
    private var hash = SHA256()

    /// Begins with no byte.
    public init() {}

    /// Takes in more bytes.
    public mutating func update(_ bytes: borrowing [UInt8]) {
      byteCount += bytes.count
      hash.update(bytes)
    }

    /// The digest of all bytes taken in. Ends the gathering.
    public mutating func finish() -> FileDigest {
      FileDigest(byteCount: byteCount, hash: hash.finish())
    }
  }
}
