import SpecialFunctions

extension GeneralLine {
  /// A place on the time axis from which the density is integrated onwards, to either side.
  struct Walk {
    let law: PatienceLaw
    let arrivals: Double
    let services: Double

    /// The place [s], the exponent there relative to the start, and ∫₀ Pr{R ≤ s} ds [s].
    private(set) var here: Double
    private(set) var exponent = 0.0
    private(set) var lost: Double
    var sums = LineSums()

    private var length: Double

    /// Who hangs up in the time of one service: what small probabilities are measured by.
    private let typical: Double

    init(line law: PatienceLaw, arrivals: Double, services: Double, at here: Double, lost: Double) {
      self.law = law
      self.arrivals = arrivals
      self.services = services
      self.here = here
      self.lost = lost
      length = 4 / services
      typical = law.leaving(1 / services)
    }

    /// Walks to `end`, or until the exponent is below `floor`. `isOnlyExponent` leaves the sums
    /// alone and takes panels of any change.
    mutating func move(to end: Double, floor: Double = -.infinity, isOnlyExponent: Bool = false) {
      let isForward = end >= here
      while here != end, exponent >= floor {
        let stop =
          isForward
          ? law.breakpoints.first { $0 > here } ?? .infinity
          : law.breakpoints.last { $0 < here } ?? 0
        let limit = isForward ? min(end, stop) : max(end, stop)
        // Beyond 10³⁰ services nothing is left that could be told from nothing.
        guard here < 1e30 / services else { return }
        let next = isForward ? min(limit, here + length) : max(limit, here - length)
        guard next != here else { return }
        if add(from: here, to: next, isOnlyExponent: isOnlyExponent) {
          if next == here + length || next == here - length { length *= 2 }
          here = next
        } else {
          length = 0.5 * (next - here).magnitude
        }
      }
    }

    /// Adds the panel between two places; false where it is too long.
    private mutating func add(from start: Double, to end: Double, isOnlyExponent: Bool) -> Bool {
      let rule = GaussLegendre.rule
      let half = 0.5 * (end - start)
      // Shorter panels could make no difference at 0, and elsewhere find only rounding.
      let size = 2 * half.magnitude
      let isShortest = size < 1e-15 / (services + arrivals) || size < start * 0x1p-14
      var leaving = Array(repeating: 0.0, count: 16)
      var staying = leaving
      var largest = 0.0
      for index in 0..<16 {
        let time = start + half * (1 + rule.nodes[index])
        leaving[index] = law.leaving(time)
        staying[index] = law.survival(time)
        largest = max(largest, leaving[index])
      }
      if !isShortest {
        for row in rule.lastCoefficients {
          var leavingEnd = 0.0
          var stayingEnd = 0.0
          for index in 0..<16 {
            leavingEnd += row[index] * leaving[index]
            stayingEnd += row[index] * staying[index]
          }
          // The rounding of the law itself leaves about 1e-15.
          guard leavingEnd.magnitude <= 2e-14 * largest + 1e-15 * typical,
            stayingEnd.magnitude <= 1e-15 + 2e-14 * (staying.max() ?? 0)
          else { return false }
        }
        if !isOnlyExponent {
          let slopes = [0, 15].map { (arrivals * staying[$0] - services).magnitude }
          guard max(slopes[0], slopes[1]) * size <= GeneralLine.change else {
            return false
          }
        }
      }
      var lostHere = 0.0
      var slope = 0.0
      for index in 0..<16 {
        lostHere += rule.weights[index] * leaving[index]
        slope += rule.weights[index] * (arrivals * staying[index] - services)
      }
      if !isOnlyExponent {
        addSums(start: start, half: half, leaving: leaving, staying: staying)
      }
      lost += half * lostHere
      exponent += half * slope
      return true
    }

    private mutating func addSums(
      start: Double, half: Double, leaving: [Double], staying: [Double]
    ) {
      let rule = GaussLegendre.rule
      var panel = LineSums()
      for index in 0..<16 {
        var lostThere = 0.0
        for other in 0..<16 {
          lostThere += rule.integration[16 * index + other] * leaving[other]
        }
        let distance = 1 + rule.nodes[index]
        let slope = (arrivals - services) * distance - arrivals * lostThere
        let time = start + half * distance
        let mass = rule.weights[index] * exp(exponent + half * slope)
        panel.mass += mass
        panel.answered += mass * staying[index]
        panel.abandoned += mass * leaving[index]
        panel.answeredWait += mass * staying[index] * time
        // ∫ r dPr{R ≤ r} up to here.
        panel.abandonedWait +=
          mass * max(0, time * leaving[index] - (lost + half * lostThere))
      }
      sums.add(panel, scaledBy: half.magnitude)
    }
  }
}
