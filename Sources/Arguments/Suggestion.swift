/// The word of `candidates` that was most likely meant by `word`, if one is near.
///
/// Near is at most a third of the longer word's length, at least one change, by the number of
/// letters added, dropped, replaced or swapped with a neighbour (Damerau 1964, in the restricted
/// form that touches no letter twice). Of two equally near words the first wins. A word that
/// begins like exactly one candidate means that one.
///
/// - Complexity: O(`word.count` × total length of the candidates).
public func nearest(to word: String, among candidates: [String]) -> String? {
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(word.lowercased(), candidate.lowercased())
    let allowed = max(1, max(word.count, candidate.count) / 3)
    if distance <= allowed, distance < best?.distance ?? Int.max {
      best = (candidate, distance)
    }
  }
  if let best { return best.candidate }
  let completions = candidates.filter { word.count >= 2 && $0.hasPrefix(word) }
  return completions.count == 1 ? completions.first : nil
}

/// The least number of letters to add, drop, replace or swap with a neighbour to turn one word
/// into the other.
func editDistance(_ first: String, _ second: String) -> Int {
  let first = Array(first)
  let second = Array(second)
  var older: [Int] = []
  var previous = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      let replacement = previous[column] + (first[row] == second[column] ? 0 : 1)
      var least = min(replacement, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1],
        first[row - 1] == second[column]
      {
        least = min(least, older[column - 1] + 1)
      }
      current.append(least)
    }
    (older, previous) = (previous, current)
  }
  return previous[second.count]
}
