import CenterSimulation
import Testing

@testable import Experiments

@Suite struct MeasureTests {
  @Test func columnsAreUniqueAndWrittenInSnakeCase() {
    let columns = Measure.catalogue.map(\.column) + Measure.waitQuantileColumns
    #expect(Set(columns).count == columns.count)
    for column in columns {
      #expect(
        column.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    }
  }

  @Test func unitsAreTheSuffixes() {
    for measure in Measure.catalogue {
      #expect(measure.column.hasSuffix("_s") == (measure.unit == .seconds), "\(measure.column)")
      #expect(measure.column.hasSuffix("_h") == (measure.unit == .hours), "\(measure.column)")
    }
  }

  @Test func everyMeasureSaysWhatItMeansAndHasARow() {
    for measure in Measure.catalogue {
      #expect(measure.meaning.hasSuffix("."))
      #expect(!measure.scopes.isEmpty)
    }
  }

  @Test func everyMeasureOfAnEmptyRowIsZeroOrEmpty() {
    for measure in Measure.catalogue {
      let value = measure.value(of: RowTally())
      #expect(value == nil || value == 0, "\(measure.column)")
    }
  }

  @Test func theServiceLevelsDifferAsTheirDefinitionsDo() throws {
    var tally = RowTally()
    tally.hasLiveQueues = true
    tally.live.offered = 100
    tally.live.answered = 80
    tally.live.answeredWithin = 60
    tally.live.abandoned = 20
    tally.live.abandonedWithin = 10
    tally.live.abandonedShort = 4
    tally.live.blocked = 20
    tally.deferred.offered = 1_000
    let expected = [
      ("service_level", 0.6), ("service_level_excluding_abandons_in_time", 60.0 / 90),
      ("service_level_abandons_in_time_as_met", 0.7), ("service_level_answered", 0.75),
      ("service_level_excluding_short_abandons", 60.0 / 96), ("service_level_of_entered", 0.5),
      ("answer_rate", 0.8), ("abandonment_rate", 0.2),
      ("abandonment_rate_excluding_short", 16.0 / 96), ("blocking_rate", 20.0 / 120),
    ]
    for (column, value) in expected {
      #expect(try #require(Measure.named(column)).value(of: tally) == value, "\(column)")
    }
  }
}
