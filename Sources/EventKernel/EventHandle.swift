/// Names a pending event that may be cancelled or moved.
///
/// A handle is valid until its event happens, is cancelled, or is removed. After that the queue
/// gives the same handle to another event: whoever stores a handle forgets it then.
@frozen
public struct EventHandle: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline let index: UInt32

  @inlinable
  init(index: UInt32) {
    self.index = index
  }

  /// No event: what a model stores where nothing is pending. Not valid for the queue.
  @inlinable
  public static var none: EventHandle { EventHandle(index: 0) }
}
