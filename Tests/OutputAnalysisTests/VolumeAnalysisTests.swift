import OutputAnalysis
import SpecialFunctions
import Stochastics
import Testing

@Suite("Volume from counts of days")
struct VolumeAnalysisTests {
  private func days(_ counts: [Double], weekdays: Int = 1) -> [VolumeAnalysis.Day] {
    counts.enumerated().map {
      VolumeAnalysis.Day(
        number: $0.offset / weekdays * 7 + $0.offset % weekdays, weekday: $0.offset % weekdays,
        count: $0.element)
    }
  }

  /// With one weekday the estimate has a closed form: cv² = (s² − mean)/mean².
  @Test("Variation beyond Poisson is the surplus of the variance")
  func closedForm() throws {
    let counts: [Double] = [900, 1100, 1000, 1050, 950, 1200, 800, 1000]
    let analysis = VolumeAnalysis(days(counts))
    #expect(analysis.perDay == 1000)
    let square = counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) } / 7
    let variation = try #require(analysis.dayVariation)
    #expect(isClose(variation.value, ((square - 1000) / 1e6).squareRoot(), relative: 1e-9))
    #expect(variation.interval.lower < variation.value)
    #expect(variation.value < variation.interval.upper)
  }

  @Test("Counts that vary as Poisson counts do leave nothing over")
  func poisson() throws {
    let analysis = VolumeAnalysis(days([990, 1010, 1005, 995, 1000, 1000]))
    #expect(try #require(analysis.dayVariation).value == 0)
  }

  @Test("Weekdays are taken out first")
  func weekdays() throws {
    let analysis = VolumeAnalysis(days([1500, 500, 1500, 500, 1500, 500, 1500, 500], weekdays: 2))
    #expect(analysis.perDay == 1000)
    #expect(analysis.weekdayFactors == [1.5, 0.5, nil, nil, nil, nil, nil])
    #expect(try #require(analysis.dayVariation).value == 0)
    #expect(analysis.dayVariation?.interval.lower == 0)
  }

  @Test("Exact growth is found, and taken out of the variation")
  func growth() throws {
    let rate = log(1.2) / 365
    let counts = (0..<40).map { 2000 * exp(rate * Double($0 * 7)) }
    let analysis = VolumeAnalysis(days(counts))
    #expect(analysis.isGrowing)
    #expect(isClose(try #require(analysis.growth).value, 0.2, relative: 1e-9))
    #expect(isClose(analysis.latestPerDay, counts[39], relative: 1e-2))
    #expect(VolumeAnalysis(days(Array(counts.prefix(20)))).growth == nil)
    #expect(try #require(analysis.dayVariation).value == 0)
  }

  /// Days as a scenario draws them: a gamma factor, then a Poisson count (its normal limit at means
  /// of hundreds). Of 300 intervals 95 % hold the true value, four standard errors each way.
  @Test("The interval of the variation holds the true one as often as it says")
  func coverage() throws {
    var random = TestGenerator(seed: 21)
    let factor = try DayFactor(cv: 0.1)
    let weekday: [Double] = [1.2, 1.0, 0.9, 0.95, 0.95]
    var held = 0
    var sum = 0.0
    let samples = 300
    for _ in 0..<samples {
      let sample = (0..<60).map { index -> VolumeAnalysis.Day in
        let mean = 400 * weekday[index % 5] * factor.quantile(random.uniform())
        let count = (mean + mean.squareRoot() * normalQuantile(random.uniform())).rounded()
        return .init(number: index / 5 * 7 + index % 5, weekday: index % 5, count: max(1, count))
      }
      let value = try #require(VolumeAnalysis(sample).dayVariation)
      if value.interval.lower <= 0.1, 0.1 <= value.interval.upper { held += 1 }
      sum += value.value
    }
    #expect((Double(held) / Double(samples) - 0.95).magnitude < 4 * 0.0126, "\(held)")
    // One standard deviation of the estimate is about 0.1/√(2·55).
    #expect(
      (sum / Double(samples) - 0.1).magnitude < 4 * 0.0095 / Double(samples).squareRoot() + 0.001)
  }

  @Test("Counts become days, a profile and unusual days")
  func calibration() throws {
    var counts: [VolumeCalibration.Count] = []
    for day in 0..<14 {
      for minute in [480, 510] {
        let volume = day == 9 ? 50.0 : day == 13 ? 0 : minute == 480 ? 300 : 100
        counts.append(.init(day: day, weekday: day % 7, minute: minute, volume: volume))
      }
    }
    let calibration = try #require(VolumeCalibration(counts, intervalMinutes: 30))
    #expect(calibration.days.count == 13)
    #expect(calibration.emptyDays == [13])
    #expect(calibration.unusualDays.map(\.day.number) == [2, 9])
    // A tenth of it may be chance.
    let few = try #require(
      VolumeCalibration(
        counts.map {
          .init(day: $0.day, weekday: $0.weekday, minute: $0.minute, volume: $0.volume / 10)
        }, intervalMinutes: 30))
    #expect(few.unusualDays.isEmpty)
    #expect(isClose(calibration.profile[16], 365.0 / 490, relative: 1e-12))
    #expect(isClose(calibration.profile[17], 125.0 / 490, relative: 1e-12))
    #expect(isClose(calibration.profile.reduce(0, +), 1, relative: 1e-12))
    #expect(VolumeCalibration([], intervalMinutes: 30) == nil)
  }
}
