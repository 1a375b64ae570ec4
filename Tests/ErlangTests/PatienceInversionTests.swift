import Erlang
import Testing

@Suite("Patience from what was measured")
struct PatienceInversionTests {
  @Test("Abandonment and mean wait of a patience lead back to it")
  func roundTrip() throws {
    for (load, agents) in [(0.5, 1), (10, 8), (10, 11), (40, 42), (300, 310)] {
      for patience in [5.0, 60, 180, 1200] {
        let model = try ErlangA(
          offeredLoad: load, handleTime: 240, patience: patience, agents: agents)
        let byShare = try ErlangA.patience(
          offeredLoad: load, handleTime: 240, agents: agents,
          abandonment: model.abandonmentProbability)
        #expect(relativeError(byShare, patience) < 1e-9, "\(load) \(agents) \(byShare)")
        let byWait = try ErlangA.patience(
          offeredLoad: load, handleTime: 240, agents: agents, meanWait: model.meanWait)
        #expect(relativeError(byWait, patience) < 1e-9, "\(load) \(agents) \(byWait)")
      }
    }
  }

  /// Where the agents cannot carry the load, nearly as many hang up whatever their patience: the
  /// share is met, the patience is known to fewer digits.
  @Test("In overload the share is given back")
  func overload() throws {
    let share = 0.1667
    let patience = try ErlangA.patience(
      offeredLoad: 300, handleTime: 240, agents: 250, abandonment: share)
    let model = try ErlangA(
      offeredLoad: 300, handleTime: 240, patience: patience, agents: 250)
    #expect(relativeError(model.abandonmentProbability, share) < 1e-12)
  }

  /// Mandelbaum and Zeltyn (2007): 40 Erlang of six minutes, 42 agents, patience three minutes; the
  /// share as `make_references.py` computes it.
  @Test("A published case")
  func published() throws {
    let patience = try ErlangA.patience(
      offeredLoad: 40, handleTime: 360, agents: 42, abandonment: 0.050842803)
    #expect(relativeError(patience, 180) < 1e-6)
  }

  @Test("What no patience leads to is refused with what is possible")
  func impossible() throws {
    // With everybody gone at once, Erlang B: 11 agents and 10 Erlang lose 16.3 %.
    let lost = try ErlangB(offeredLoad: 10, servers: 11).blockingProbability
    let error = #expect(throws: ErlangError.self) {
      try ErlangA.patience(offeredLoad: 10, handleTime: 180, agents: 11, abandonment: 0.9)
    }
    guard case .noPatience(0.9, let most, let least) = try #require(error) else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(relativeError(most, lost) < 1e-6 || relativeError(least, lost) < 1e-6)
    // With all the patience of the world, Erlang C.
    let longest = try ErlangC(offeredLoad: 10, handleTime: 180, agents: 11).averageSpeedOfAnswer
    #expect(throws: ErlangError.self) {
      try ErlangA.patience(
        offeredLoad: 10, handleTime: 180, agents: 11, meanWait: longest * 1.001)
    }
    for share in [0, 1, -0.1, .nan] {
      #expect(throws: ErlangError.self) {
        try ErlangA.patience(offeredLoad: 10, handleTime: 180, agents: 11, abandonment: share)
      }
    }
    for load in [0, -1, Double.infinity, .nan] {
      #expect(throws: ErlangError.self) {
        try ErlangA.patience(offeredLoad: load, handleTime: 180, agents: 11, meanWait: 5)
      }
    }
  }
}
