/// Where a report goes: bytes, gathered into pieces and handed on.
///
/// A renderer only appends. When the receiver refuses a piece (a full disk, a closed pipe) the
/// sink shuts, drops what follows, and the receiver reports why: a renderer has no failure of its
/// own, and a loop over many rows can stop early by asking ``isOpen``.
///
/// - Complexity: Amortised O(1) for a byte; holds at most one piece and what was appended last.
public struct ByteSink {
  /// How many bytes are gathered before they are handed on.
  public static let pieceSize = 1 << 16

  /// Whether the receiver still takes bytes.
  public private(set) var isOpen = true

  private var buffer: [UInt8] = []
  private let receive: (borrowing [UInt8]) -> Bool

  /// Makes a sink.
  ///
  /// - Parameter receive: Takes a piece; returns `false` to refuse it and all that follow.
  public init(receive: @escaping (borrowing [UInt8]) -> Bool) {
    self.receive = receive
    buffer.reserveCapacity(ByteSink.pieceSize + 512)
  }

  /// Appends a byte.
  public mutating func append(_ byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= ByteSink.pieceSize { flush() }
  }

  /// Appends a text as UTF-8.
  public mutating func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= ByteSink.pieceSize { flush() }
  }

  /// Appends bytes as they are.
  public mutating func append(contentsOf bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= ByteSink.pieceSize { flush() }
  }

  /// Hands on what has been gathered. Call it at the end.
  public mutating func flush() {
    guard !buffer.isEmpty else { return }
    if isOpen { isOpen = receive(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The bytes that `render` appends to a sink in memory.
  public static func bytes(_ render: (inout ByteSink) -> Void) -> [UInt8] {
    let box = Box()
    var sink = ByteSink { piece in
      box.bytes.append(contentsOf: piece)
      return true
    }
    render(&sink)
    sink.flush()
    return box.bytes
  }

  /// The text that `render` appends to a sink in memory.
  public static func text(_ render: (inout ByteSink) -> Void) -> String {
    String(decoding: bytes(render), as: UTF8.self)
  }

  private final class Box {
    var bytes: [UInt8] = []
  }
}
