extension Array {
  /// The element of an entity that is numbered as columns number theirs.
  ///
  /// As an unsigned number -1, which is nobody, is beyond every end: one comparison finds out, where
  /// an index with a sign takes two.
  @inline(__always)
  subscript(entity: Int32) -> Element { self[Int(UInt32(bitPattern: entity))] }
}
