extension SyntaxNode {
  /// The value with another file's on top of it: a JSON merge patch (RFC 7396).
  ///
  /// Objects merge, everything else replaces, `null` removes. A value that is one of several
  /// alternatives (a distribution, a volume, agents) is replaced whole: a merge of two of them
  /// would be both. Every node keeps the place it was written at.
  ///
  /// - Parameters:
  ///   - patch: What is laid on top.
  ///   - path: The way to this value.
  ///   - isReplacedWhole: Whether the value at a path is one of several alternatives.
  /// - Complexity: O(members of both).
  func merged(
    with patch: SyntaxNode, path: SyntaxPath = SyntaxPath(),
    isReplacedWhole: (SyntaxPath) -> Bool
  ) -> SyntaxNode {
    guard let patchObject = patch.object, !isReplacedWhole(path) else { return patch }
    guard let object else {
      // Nothing below: the patch itself, without what would be removed.
      let kept = patchObject.mapValues { member in
        if member.value.isNull { return nil }
        guard member.value.object != nil else { return member.value }
        return SyntaxNode(.null, at: member.value.origin).merged(
          with: member.value, path: path.appending(member.key), isReplacedWhole: isReplacedWhole)
      }
      return SyntaxNode(.object(kept), at: patch.origin)
    }
    var result = object
    var removed: Set<String> = []
    for member in patchObject.members {
      if member.value.isNull {
        removed.insert(member.key)
        continue
      }
      let below = result[member.key] ?? SyntaxNode(.null, at: member.value.origin)
      let value = below.merged(
        with: member.value, path: path.appending(member.key), isReplacedWhole: isReplacedWhole)
      result.set(SyntaxMember(key: member.key, keyOrigin: member.keyOrigin, value: value))
    }
    result.remove(removed)
    return SyntaxNode(.object(result), at: patch.origin)
  }
}
