import Testing

@testable import Stochastics

/// What fixed numbers draw, to the last bit: a change to any value changes every result and belongs
/// into the changelog. Each is near its value to forty digits (`References/make_references.py`).
@Suite struct DistributionPinTests {
  private struct Row {
    let u: Double
    let pinned: [Double]
    let exact: [Double]
  }

  private static let rows = [
    Row(
      u: 0x1p-53,
      pinned: [
        1.9984014443252818e-14, 0.31993341520919627, 3.2000582935080727e-06,
        1.810523622780871e-18, 8.421390879168432e-05,
      ],
      exact: [
        1.9984014443252818e-14, 0.3199334152091961, 3.200058293508062e-06,
        1.8105236227808676e-18, 8.421390879168434e-05,
      ]),
    Row(
      u: 1e-6,
      pinned: [
        0.00018000009000006001, 4.583768620146953, 0.24162485987153468,
        5.023908023163678e-06, 0.8076437201412945,
      ],
      exact: [
        0.00018000009000006, 4.583768620146955, 0.24162485987153334,
        5.023908023163675e-06, 0.8076437201412947,
      ]),
    Row(
      u: 0.1,
      pinned: [
        18.964892818408735, 66.47498082008289, 81.29656962562372,
        9.536494612097528, 82.46903043001872,
      ],
      exact: [
        18.964892818408735, 66.47498082008296, 81.29656962562443,
        9.536494612097533, 82.46903043001873,
      ]),
    Row(
      u: 0.5,
      pinned: [
        124.76649250079015, 178.39059509931982, 252.67767540764274,
        100.478521201591, 175.2063806071847,
      ],
      exact: [
        124.76649250079015, 178.3905950993199, 252.6776754076398,
        100.478521201591, 175.20638060718468,
      ]),
    Row(
      u: 0.8191045453836946,
      pinned: [
        307.77048241122674, 360.11944390042777, 467.81766131537705,
        310.62362495723477, 251.42098167198452,
      ],
      exact: [
        307.7704824112268, 360.11944390042805, 467.8176613153814,
        310.62362495723477, 251.42098167198452,
      ]),
    Row(
      u: 0.999,
      pinned: [
        1243.3959502167845, 1928.1393490084001, 1369.959521744554,
        1779.1500929597019, 439.49557931314246,
      ],
      exact: [
        1243.3959502167845, 1928.1393490084013, 1369.9595217445572,
        1779.150092959702, 439.4955793131424,
      ]),
    Row(
      u: 1 - 0x1p-53,
      pinned: [
        6612.6241025418785, 99468.21090595082, 5968.0931001466015,
        14368.71966328144, 857.5516086561212,
      ],
      exact: [
        6612.6241025418785, 99468.21090595098, 5968.093100146599,
        14368.71966328144, 857.551608656121,
      ]),
  ]

  private func laws() throws -> [Distribution] {
    [
      .exponential(try Exponential(mean: 180)),
      .logNormal(try LogNormal(mean: 240, cv: 0.9)),
      .gamma(try Gamma(mean: 300, cv: 0.7)),
      .weibull(try Weibull(mean: 180, shape: 0.8)),
      .weibull(try Weibull(mean: 180, shape: 2.5)),
    ]
  }

  @Test func whatANumberDrawsIsPinned() throws {
    let laws = try laws()
    for row in Self.rows {
      #expect(laws.map { $0.quantile(row.u) } == row.pinned, "at \(row.u)")
    }
  }

  /// The bounds are those of the doc comments.
  @Test func pinnedValuesAreAccurate() {
    let bounds = [1e-15, 1e-14, 1e-11, 1.25e-14, 1e-14]
    for row in Self.rows {
      for (index, bound) in bounds.enumerated() {
        let error = (row.pinned[index] / row.exact[index] - 1).magnitude
        #expect(error <= bound, "law \(index) at \(row.u)")
      }
    }
  }

  @Test func theOthersFollowFromTheirFormulas() throws {
    let uniform = Distribution.uniform(try Uniform(from: 30, to: 90))
    let empirical = Distribution.empirical(try Empirical(values: [1, 2, 4], weights: [1, 1, 2]))
    let constant = Distribution.constant(try Constant(mean: 45))
    #expect([0.1, 0.25, 0.5, 0.9].map { uniform.quantile($0) } == [36, 45, 60, 84])
    #expect([0.1, 0.25, 0.5, 0.9].map { empirical.quantile($0) } == [1, 1, 2, 4])
    #expect([0.1, 0.25, 0.5, 0.9].map { constant.quantile($0) } == [45, 45, 45, 45])
  }
}
