/// Which measures are kept for which rows: a slot for each pair, row by row.
struct MeasureTable: Sendable {
  /// For each row the kept measures, as positions in the catalogue.
  let measures: [[Int]]
  /// For each row its first slot; one more element for the end.
  let offsets: [Int]
  /// `row * catalogue + measure`: the slot, or -1.
  private let slots: [Int32]

  var count: Int { offsets[offsets.count - 1] }

  init(rows: [Row], where isKept: (Measure) -> Bool) {
    let catalogue = Measure.catalogue
    var measures: [[Int]] = []
    var offsets = [0]
    var slots: [Int32] = []
    for row in rows {
      var kept: [Int] = []
      for (position, measure) in catalogue.enumerated() {
        if measure.scopes.contains(row.scope), isKept(measure) {
          slots.append(Int32(offsets[offsets.count - 1] + kept.count))
          kept.append(position)
        } else {
          slots.append(-1)
        }
      }
      measures.append(kept)
      offsets.append(offsets[offsets.count - 1] + kept.count)
    }
    self.measures = measures
    self.offsets = offsets
    self.slots = slots
  }

  /// The slot of a measure in a row; `nil` where it is not kept.
  func slot(row: Int, measure: Int) -> Int? {
    let slot = slots[row * Measure.catalogue.count + measure]
    return slot < 0 ? nil : Int(slot)
  }
}
