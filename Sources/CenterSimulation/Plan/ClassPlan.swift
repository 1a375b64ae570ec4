import Center
import Stochastics

/// A demand class: when its issues are born and where they go.
struct ClassPlan: Sendable {
  let stream: StreamIdentifier
  /// The stream of its day factor: its own, or the shared one, whose name no class can have.
  let dayStream: StreamIdentifier
  let dayFactor: DayFactor
  /// The same of the factor that is drawn once a replication; `nil` where forecasts are right.
  let forecastStream: StreamIdentifier
  let forecastFactor: DayFactor?
  /// The day's rate by simulated day.
  let rates: [ArrivalCurve]
  /// How the issues fall within it.
  let arrivals: ArrivalPlan
  /// The shares of its entries, and the channel that each leads to (-1: nowhere).
  let shares: [Graded]
  let destinations: [Int32]
  let copula: GaussianCopula
  let repeatAfter: Sampler?
  let repeatChannels: [ChannelPick]
  let messages: [MessagePlan]

  init(_ center: Center, _ index: Int, _ sampling: inout SamplingTables) throws {
    let demandClass = center.demand[index]
    stream = StreamIdentifier(demandClass.name)
    let variation = demandClass.dayVariation ?? DayVariation(cv: 0)
    dayStream = variation.isShared ? StreamIdentifier("*") : stream
    dayFactor = try DayFactor(cv: variation.cv)
    let error = demandClass.forecastError ?? ForecastError(cv: 0)
    forecastStream = error.isShared ? StreamIdentifier("*") : stream
    forecastFactor = error.cv > 0 ? try DayFactor(cv: error.cv) : nil
    let length = Double(center.calendar.intervalLength)
    rates = try demandClass.expectedIssues.enumerated().map { day, counts in
      sampling.curve(
        for: try PiecewiseConstantRate(
          expectedCounts: counts, intervalLength: length,
          start: Double(day * PlanningCalendar.dayLength)))
    }
    arrivals = ArrivalPlan(demandClass.arrivals)
    // What nobody chooses is left out, so that rounding at the end of the shares leads nowhere new.
    let chosen = demandClass.channels.filter { $0.share.easy > 0 || $0.share.hard > 0 }
    shares = chosen.map(\.share)
    destinations = chosen.map {
      Int32(center.channelReached(byTrying: $0.channel) ?? -1)
    }
    copula = try GaussianCopula(correlation: demandClass.difficultyCorrelation)
    repeatAfter = demandClass.repeatContactAfter.map { sampling.sampler(for: $0) }
    repeatChannels = ChannelPick.list(demandClass.repeatChannels, in: center)
    messages = MessagePlan.list(center, about: demandClass.name)
  }
}
