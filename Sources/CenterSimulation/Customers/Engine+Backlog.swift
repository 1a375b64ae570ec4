import Center
import EventKernel
import Stochastics

extension Engine {
  /// What waits already enters at the first midnight, in the order of the file.
  ///
  /// These issues are numbered on the day before the first: they have their own draws, and are
  /// nobody's births.
  mutating func loadBacklogs() {
    var numbers = Array(repeating: Int32(0), count: plan.classes.count)
    for backlog in plan.backlogs {
      let demandClass = backlog.demandClass
      let queue = plan.queueAt[
        Int(backlog.channel) * plan.classes.count + Int(demandClass)]
      // Without warm-up the first interval counts.
      queueTallies[queue].backlogStart += Double(backlog.count)
      for _ in 0..<backlog.count {
        numbers[Int(demandClass)] += 1
        let slot = addIssue(
          of: backlog.demandClass, day: plan.firstDay - 1, number: numbers[Int(demandClass)],
          isCounted: false,
          draws: draws(
            of: demandClass, day: plan.firstDay - 1, number: numbers[Int(demandClass)]))
        issues[slot].channel = backlog.channel
        issues[slot].stage = .away
        if uses(.channelChanges) { nextChannels[slot] = backlog.channel }
        scheduleReturn(of: slot, at: 0)
      }
    }
  }
}
