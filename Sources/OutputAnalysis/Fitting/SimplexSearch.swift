/// Finds the maximum of a function of two variables without derivatives: the simplex search of
/// Nelder and Mead (1965), "A simplex method for function minimization".
///
/// The function may be −∞ where it is not defined; the search stays away from there.
enum SimplexSearch {
  /// A point.
  typealias Point = (x: Double, y: Double)

  /// The maximum near a point.
  ///
  /// - Parameters:
  ///   - start: Where the search begins; the function is finite there.
  ///   - step: How far the first corners are from it.
  ///   - tolerance: How close the corners are in the end.
  /// - Complexity: Some 100 evaluations.
  static func maximum(
    near start: Point, step: Double, tolerance: Double,
    of function: (Point) throws(CancellationError) -> Double
  ) throws(CancellationError) -> Point {
    var corners: [(point: Point, value: Double)] = []
    for point in [start, (start.x + step, start.y), (start.x, start.y + step)] {
      corners.append((point, try function(point)))
    }
    for _ in 0..<2_000 {
      corners.sort { $0.value > $1.value }
      let (best, middle, worst) = (corners[0], corners[1], corners[2])
      let size = max(
        max((best.point.x - worst.point.x).magnitude, (best.point.y - worst.point.y).magnitude),
        max((best.point.x - middle.point.x).magnitude, (best.point.y - middle.point.y).magnitude))
      if size < tolerance { break }
      let center = ((best.point.x + middle.point.x) / 2, (best.point.y + middle.point.y) / 2)
      func along(_ distance: Double) throws(CancellationError) -> (point: Point, value: Double) {
        let point = (
          center.0 + distance * (worst.point.x - center.0),
          center.1 + distance * (worst.point.y - center.1)
        )
        return (point, try function(point))
      }
      let reflected = try along(-1)
      if reflected.value > best.value {
        let expanded = try along(-2)
        corners[2] = expanded.value > reflected.value ? expanded : reflected
      } else if reflected.value > middle.value {
        corners[2] = reflected
      } else {
        let contracted = try along(reflected.value > worst.value ? -0.5 : 0.5)
        if contracted.value > max(worst.value, reflected.value) {
          corners[2] = contracted
        } else {
          for index in 1...2 {
            let point = (
              (best.point.x + corners[index].point.x) / 2,
              (best.point.y + corners[index].point.y) / 2
            )
            corners[index] = (point, try function(point))
          }
        }
      }
    }
    return corners.max { $0.value < $1.value }?.point ?? start
  }
}
