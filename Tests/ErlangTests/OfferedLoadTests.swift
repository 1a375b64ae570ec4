import Erlang
import SpecialFunctions
import Testing

@Suite("Loads that vary over the day")
struct OfferedLoadTests {
  /// Half-hours with 300, 600 and 150 calls.
  private func arrivals() throws -> PiecewiseRate {
    try PiecewiseRate(
      boundaries: [0, 1800, 3600, 5400], values: [300.0 / 1800, 600.0 / 1800, 150.0 / 1800])
  }

  @Test func theLoadSettlesExponentially() throws {
    let load = try OfferedLoadOverTime(arrivals: arrivals(), handleTime: 300)
    #expect(load.load(at: -5) == 0)
    #expect(relativeError(load.load(at: 300), 50 * -expm1(-1)) < 1e-14)
    let first = 50 * -expm1(-6)
    #expect(relativeError(load.load(at: 1800), first) < 1e-14)
    #expect(relativeError(load.load(at: 2100), first * exp(-1) + 100 * -expm1(-1)) < 1e-14)
    #expect(relativeError(load.load(at: 5400 + 300), load.load(at: 5400) * exp(-1)) < 1e-14)
    #expect(load.peakLoad(from: 0, to: 5400) == load.load(at: 3600))
  }

  @Test func everyCallIsHandledInTheEnd() throws {
    let load = try OfferedLoadOverTime(arrivals: arrivals(), handleTime: 300)
    let work = load.meanLoad(from: -1000, to: 50_000) * 51_000
    #expect(relativeError(work, 1050 * 300) < 1e-13)
  }

  @Test func theGeneralFormAgreesWithTheExponential() throws {
    let exact = try OfferedLoadOverTime(arrivals: arrivals(), handleTime: 300)
    let general = try OfferedLoadOverTime(arrivals: arrivals(), handleTime: 300) {
      -expm1(-$0 / 300)
    }
    for time in stride(from: 100.0, to: 5400, by: 350) {
      #expect(relativeError(general.load(at: time), exact.load(at: time)) < 1e-12)
    }
    #expect(
      relativeError(
        general.meanLoad(from: 1000, to: 4000), exact.meanLoad(from: 1000, to: 4000)) < 1e-12)
    #expect(
      relativeError(
        general.peakLoad(from: 1000, to: 4000), exact.peakLoad(from: 1000, to: 4000)) < 1e-12)
  }

  /// Constant handle times: the load is the number of arrivals of the last 300 s.
  @Test func constantHandleTimesCountTheLastArrivals() throws {
    let arrivals = try arrivals()
    let load = try OfferedLoadOverTime(arrivals: arrivals, handleTime: 300) { min(1, $0 / 300) }
    for time in [10.0, 1800, 1900, 3700, 5600] {
      #expect(
        (load.load(at: time) - 300 * arrivals.mean(from: time - 300, to: time)).magnitude < 1e-11)
    }
  }

  @Test func theVariantsOfSIPPDifferInTheirLoads() throws {
    let quarters = (0...6).map { Double($0) * 900 }
    let staffing = try IntervalStaffing(
      load: OfferedLoadOverTime(arrivals: arrivals(), handleTime: 300), boundaries: quarters)
    let mean = staffing.offeredLoads(.sipp)
    for (value, exact) in zip(mean, [50.0, 50, 100, 100, 25, 25]) {
      #expect(relativeError(value, exact) < 1e-14)
    }
    // The third quarter begins with 5 minutes of the slower half-hour.
    #expect(relativeError(staffing.offeredLoads(.sippLag)[2], (50 + 2 * 100) / 3.0) < 1e-14)
    #expect(staffing.offeredLoads(.sippLagMax)[4] == 100)
    #expect(staffing.offeredLoads(.sippMax) == mean)
    let peaks = staffing.offeredLoads(.modifiedOfferedLoadPeak)
    for (peak, average) in zip(peaks, staffing.offeredLoads(.modifiedOfferedLoadMean)) {
      #expect(peak >= average)
    }
    for method in IntervalStaffing.Method.allCases {
      let loads = staffing.offeredLoads(method)
      for (patience, agents) in [
        (nil, try staffing.requiredAgents(method, target: .serviceLevel(0.8, within: 20))),
        (
          90.0,
          try staffing.requiredAgents(
            method, patience: 90, target: .serviceLevel(0.8, within: 20))
        ),
      ] as [(Double?, [Int])] {
        for (load, count) in zip(loads, agents) {
          let expected =
            patience == nil
            ? try ErlangC.requiredAgents(
              offeredLoad: load, handleTime: 300, target: .serviceLevel(0.8, within: 20))
            : try ErlangA.requiredAgents(
              offeredLoad: load, handleTime: 300, patience: 90,
              target: .serviceLevel(0.8, within: 20))
          #expect(count == expected)
        }
      }
    }
  }

  @Test func meanLoadsOfAllIntervalsAreThoseAskedForOneByOne() throws {
    let arrivals = try arrivals()
    for load in [
      try OfferedLoadOverTime(arrivals: arrivals, handleTime: 300),
      try OfferedLoadOverTime(arrivals: arrivals, handleTime: 300) { min(1, $0 / 300) },
    ] {
      for (index, mean) in load.meanLoads.enumerated() {
        let asked = load.meanLoad(
          from: arrivals.boundaries[index], to: arrivals.boundaries[index + 1])
        #expect(abs(mean - asked) <= 1e-12 * asked)
      }
    }
  }

  @Test func intervalsThatMakeNoSenseAreRefused() {
    #expect(throws: ErlangError.invalidIntervals) {
      try PiecewiseRate(boundaries: [0, 0], values: [1])
    }
    #expect(throws: ErlangError.invalidIntervals) {
      try PiecewiseRate(boundaries: [0, 1, 2], values: [1])
    }
    #expect(throws: ErlangError.invalidIntervals) {
      try PiecewiseRate(boundaries: [0, .nan], values: [1])
    }
    #expect(throws: ErlangError.invalidRate(-1)) {
      try PiecewiseRate(boundaries: [0, 1], values: [-1])
    }
    #expect(throws: ErlangError.invalidHandleTime(0)) {
      try OfferedLoadOverTime(arrivals: try arrivals(), handleTime: 0)
    }
  }
}
