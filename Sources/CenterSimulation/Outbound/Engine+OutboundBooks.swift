import EventKernel
import OutputAnalysis
import SpecialFunctions

/// The books of outbound campaigns.
extension Engine {
  /// Adds the part of a stretch of outbound work, which ends now, that lies in counted time.
  mutating func bookOutboundTime(of agent: Int32) {
    let start = max(agents[agent].busySince, plan.countedStart)
    let end = min(now, plan.countedEnd)
    if end > start { outboundTime.add(end - start) }
  }

  /// The simulation is over: what is still dialed or talked about is booked as such.
  mutating func closeOutbound() {
    for agent in 0..<Int32(callOfAgent.count) where callOfAgent[agent] >= 0 {
      bookOutboundTime(of: agent)
    }
    for slot in 0..<Int32(calls.count) {
      switch calls[slot].stage {
      case .absent, .wrapUp: continue
      case .ringing: campaignTallies[Int(calls[slot].cell)].ringingEnd += 1
      case .waiting: campaignTallies[Int(calls[slot].cell)].waitingEnd += 1
      case .away, .preview, .talking, .wrongParty: break
      }
      campaignStates[calls[slot].campaign].records.open += 1
    }
  }

  /// The first promise of the campaigns that this replication broke; `nil` when all hold.
  func breachOfOutbound() -> String? {
    let campaigns = plan.campaigns.count
    for cell in 0..<campaignTallies.count where !campaignTallies[cell].booksBalance {
      return "the books of campaign \(cell % campaigns) do not balance in counted interval "
        + "\(cell / campaigns): \(campaignTallies[cell])"
    }
    for campaign in 0..<campaignStates.count where !campaignStates[campaign].records.balances {
      return "records of campaign \(campaign) are unaccounted for: "
        + "\(campaignStates[campaign].records)"
    }
    var total = CompensatedSum()
    for cell in 0..<teamTallies.count {
      let tally = teamTallies[cell]
      total.add(tally.outbound)
      if tally.outbound > tally.busy + 1e-6 {
        return "team \(cell % plan.teams.count) worked longer for campaigns than it was busy in "
          + "counted interval \(cell / plan.teams.count): \(tally)"
      }
    }
    if !agree(total.value, outboundTime.value) {
      return "teams worked \(total.value) s for campaigns, their calls took \(outboundTime.value) s"
    }
    return nil
  }
}
