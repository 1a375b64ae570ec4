internal import Center

/// How many queue entries an issue makes in expectation, without abandonment and redials.
///
/// Self-service takes issues away for good (contained and truly resolved); what it contained
/// falsely comes back and skips it. So do other customers of a forum, who are asked again. A contact
/// that is passed on makes another entry. Each contact
/// with an agent resolves with the resolution rate,
/// and otherwise comes back to the same channel, when the class has a `repeatContactAfter`.
/// All of it depends on the difficulty d, over which the expectation is integrated: between the
/// containments, where it is smooth, by Gauss-Legendre with 8 nodes.
struct OfferedVolume {
  private let center: Center
  private let index: Int

  /// A class of a center.
  init(center: Center, demandClass index: Int) {
    self.center = center
    self.index = index
  }

  private var demandClass: DemandClass { center.demand[index] }

  /// Entries per issue; infinite when some issues are never resolved.
  func entriesPerIssue() -> Double {
    let containments = center.selfService.map { $0.containment[index] }
    let cuts = ([0, 1] + containments.filter { $0 > 0 && $0 < 1 }).sorted()
    var total = 0.0
    var weights = 0.0
    for (from, to) in zip(cuts, cuts.dropFirst()) where to > from {
      for (node, weight) in Self.nodes {
        for sign in [-1.0, 1.0] {
          let difficulty = (from + to) / 2 + sign * node * (to - from) / 2
          total += weight * (to - from) * entries(at: difficulty)
          weights += weight * (to - from)
        }
      }
    }
    // So that what is the same at every difficulty comes out exactly.
    return total / weights
  }

  /// Positive nodes and weights of the Gauss-Legendre rule with 8 nodes on -1…1 (Abramowitz and
  /// Stegun 1964, table 25.4).
  private static let nodes: [(Double, Double)] = [
    (0.183434642495650, 0.362683783378362), (0.525532409916329, 0.313706645877887),
    (0.796666477413627, 0.222381034453374), (0.960289856497536, 0.101228536290376),
  ]

  private func entries(at difficulty: Double) -> Double {
    let comesBack = demandClass.repeatContactAfter != nil
    let contacts = contactsPerIssue(at: difficulty, comesBack: comesBack)
    var entries = 0.0
    for entry in demandClass.channels {
      let share = entry.share.at(difficulty)
      guard share > 0 else { continue }
      let channel = center.channelReached(byTrying: entry.channel)
      var reach = contacts
      for tool in channel.map({ center.tools(onChannel: $0) }) ?? [] {
        let tool = center.selfService[tool]
        let contained = contained(tool, at: difficulty)
        reach *= 1 - contained * (comesBack ? tool.trueResolution : 1)
      }
      let service = service(entry, on: channel, at: difficulty)
      guard let peers = channel.flatMap({ center.channels[$0].peerAnswers }) else {
        entries +=
          share * reach * (comesBack ? service.entries / service.resolved : service.entries)
        continue
      }
      // Posts that come back are left to other customers again.
      let answered = peers.shareInTime
      let resolved = answered * peers.trueResolution + (1 - answered) * service.resolved
      entries +=
        share * reach * (1 - answered) * (comesBack ? service.entries / resolved : service.entries)
    }
    return entries
  }

  /// The queue entries of one contact with agents, transfers included, and the probability that it
  /// resolves the issue.
  private func service(
    _ entry: ClassChannel, on channel: Int?, at difficulty: Double
  ) -> (entries: Double, resolved: Double) {
    guard let channel else {
      return (1, (entry.resolutionRate ?? demandClass.resolutionRate).at(difficulty))
    }
    var queue = Queue(channel: channel, demandClass: index)
    var (entries, resolved, passedOn) = (0.0, 0.0, 1.0)
    // As many as there are queues, should they lead around in a circle.
    for _ in 0...(center.channels.count * center.demand.count) {
      entries += passedOn
      let rate = center.resolutionRate(of: queue).at(difficulty)
      guard let transfer = center.transfer(of: queue),
        let next = center.destination(ofTransfersFrom: queue)
      else { return (entries, resolved + passedOn * rate) }
      let share = transfer.share.at(difficulty)
      resolved += passedOn * (1 - share) * rate
      passedOn *= share
      // The team that alone takes what is passed on within a queue keeps it.
      if next == queue { return (entries + passedOn, resolved + passedOn * rate) }
      queue = next
    }
    return (entries, resolved)
  }

  /// The probability that an issue of this difficulty is contained, should it meet the tool.
  private func contained(_ tool: SelfServiceTool, at difficulty: Double) -> Double {
    let containment = tool.containment[index]
    let bias = tool.easyContactBias
    return bias * (difficulty < containment ? 1 : 0) + (1 - bias) * containment
  }

  /// The share of issues that get past what is tried before contact. One draw decides on the
  /// adoption of all tools: whoever tries the rarer one tries the more common one too.
  private func contactsPerIssue(at difficulty: Double, comesBack: Bool) -> Double {
    let tools = center.toolsBeforeContact
    let cuts = ([0, 1] + tools.map(\.adoption).filter { $0 > 0 && $0 < 1 }).sorted()
    var contacts = 0.0
    for (from, to) in zip(cuts, cuts.dropFirst()) where to > from {
      var goesOn = 1.0
      var returns = 0.0
      for (tool, adoption) in tools where (from + to) / 2 < adoption {
        let contained = contained(center.selfService[tool], at: difficulty)
        if comesBack {
          returns += goesOn * contained * (1 - center.selfService[tool].trueResolution)
        }
        goesOn *= 1 - contained
      }
      contacts += (to - from) * (goesOn + returns)
    }
    return contacts
  }
}

extension ScenarioDecoder {
  /// The queue entries per issue of a class whose volume counts offered contacts, by the design
  /// of the file that wrote the volume: files that extend it keep its issues.
  mutating func entriesPerIssue(
    ofClass name: String, volume: SyntaxNode, _ path: SyntaxPath
  ) throws(Diagnostic) -> Double {
    func unsolvable(_ reason: String, hint: String? = nil) -> Diagnostic {
      Diagnostic(
        .offeredVolumeUnsolvable, at: volume.origin, path: path,
        "the issues behind the offered contacts cannot be computed: \(reason)", hint: hint)
    }
    guard let center = design(of: volume.origin),
      let index = center.demand.firstIndex(where: { $0.name == name })
    else {
      throw unsolvable("the file that writes the volume is not complete")
    }
    if let tool = center.selfService.first(where: { $0.worksFrom != nil }) {
      throw unsolvable(
        "\(DisplayText.quoted(tool.name)) works from a day on, so that it changes within the time",
        hint: "let a file that extends this one add the tool")
    }
    guard !center.proactive.contains(where: { [$0.demandClass, $0.inducedClass].contains(name) })
    else {
      throw unsolvable(
        "messages prevent or cause some of them",
        hint: "let a file that extends this one add the messages")
    }
    guard center.demand[index].repeatChannels.isEmpty else {
      throw unsolvable(
        "repeats change their channel",
        hint: "let a file that extends this one add repeatChannels")
    }
    if let quality = center.quality, quality.resolutionFactor != 1 {
      throw unsolvable(
        "what reviews teach changes the resolution within the time",
        hint: "let a file that extends this one add quality")
    }
    guard !center.channels.contains(where: { $0.conversation?.silence != nil }) else {
      throw unsolvable(
        "silence ends conversations before they resolve their issue",
        hint: "let a file that extends this one add silence")
    }
    let steps = center.teams.flatMap { center.proficiencies(of: $0) }
    guard steps.allSatisfy({ $0.resolution == 1 }) else {
      throw unsolvable(
        "agents differ in what they resolve",
        hint: "let a file that extends this one add tenure or assist with a resolutionFactor")
    }
    let entries = OfferedVolume(center: center, demandClass: index).entriesPerIssue()
    guard entries.isFinite else {
      throw unsolvable(
        "a resolutionRate of 0 lets issues come back for ever", hint: "write one above 0")
    }
    guard entries > 0 else { throw unsolvable("no issue reaches a queue") }
    return entries
  }

  /// The design of the file that wrote a value, or of all files with the edits.
  private mutating func design(of origin: Origin) -> Center? {
    if let known = designs[ObjectIdentifier(origin.file)] { return known }
    let stage = chain.stage(of: origin)?.tree ?? tree
    var checker = DeclarationChecker(limits: files.limits)
    checker.check(stage, as: .object(.scenario), at: SyntaxPath())
    var decoder = ScenarioDecoder(tree: stage, checker: checker, chain: chain, files: files)
    let center = decoder.design()
    let design = decoder.diagnostics.hasErrors ? nil : center
    designs[ObjectIdentifier(origin.file)] = .some(design)
    return design
  }

  /// The parts of a center that decide where issues go; no volumes, no teams.
  private mutating func design() -> Center? {
    guard let root else { return nil }
    let channels = root.section("channels").map { self.channels($0) } ?? []
    let demand = root.section("demand").map { self.demand($0) } ?? []
    let tools =
      root.section("selfService").map { self.tools($0, classes: demand.map(\.name)) } ?? []
    var center = Center(
      name: "", calendar: PlanningCalendar(start: CivilDate(daysSinceEpoch: 0), days: 1),
      demand: demand, channels: channels, fallbackChannel: root.text("fallbackChannel"),
      selfService: tools, teams: [])
    center.proactive = root.section("proactive").map { messages($0) } ?? []
    center.quality = quality(root)
    return center
  }
}
