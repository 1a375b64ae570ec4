/// Finds what was probably meant by a word that does not exist.
enum Suggestion {
  /// The candidate nearest to a word, if one is near enough to be meant.
  ///
  /// Near is an edit distance (insertion, deletion, replacement, exchange of neighbours; Damerau,
  /// 1964) of at most a third of the word, ignoring case, hyphens and underscores. The first of
  /// equals wins, so that the answer depends on the order of the candidates alone.
  ///
  /// - Complexity: O(candidates × 40²) at most: longer words get no suggestion.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let word = folded(word)
    guard !word.isEmpty, word.count <= 40 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = folded(candidate)
      guard other.count <= 40, abs(other.count - word.count) <= max(1, word.count / 3) else {
        continue
      }
      let distance = distance(word, other)
      if distance <= max(1, min(word.count, other.count) / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }

  /// "did you mean …?", when there is something to suggest.
  static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean \(DisplayText.quoted($0))?" }
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    // Only as much as is compared: a hostile word may be as long as a file.
    String(word.prefix(64)).lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" }
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = last
    for i in 1...left.count {
      row[0] = i
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count]
  }
}
