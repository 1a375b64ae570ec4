internal import Center
internal import Stochastics

extension ScenarioDecoder {
  /// The channels, in the order of the file.
  mutating func channels(_ section: Section) -> [Channel] {
    var channels: [Channel] = []
    for (member, section) in section.namedSections {
      guard let medium = section.text("medium").flatMap(Medium.init) else { continue }
      var channel = Channel(name: member.key, medium: medium)
      if let hours = hours(of: section) { channel.hours = hours }
      channel.patience = distribution("patience", of: section)
      channel.priority = section.integer("priority") ?? 0
      channel.waitWeight = section.number("waitWeight") ?? 1
      channel.balks = section.rate("balks") ?? 0
      channel.silentAbandonment = silentAbandonment(section)
      channel.shortAbandonment = section.duration("shortAbandonment") ?? channel.shortAbandonment
      channel.target = target(of: section)
      channel.penalty = penalty(of: section)
      channel.wrapUp = distribution("wrapUp", of: section)
      channel.trunks = section.integer("trunks")
      channel.redial = redial(section)
      channel.callback = section.section("callback").flatMap { callback($0) }
      if let concurrency = section.section("concurrency"), let limit = concurrency.integer("limit"),
        let throughput = concurrency.numbers("throughput")
      {
        channel.concurrency = Concurrency(limit: limit, throughput: throughput)
      }
      channel.conversation = conversation(section, on: medium)
      channel.peerAnswers = section.section("peerAnswers").flatMap { peerAnswers($0) }
      channel.voiceFallback = section.section("video").flatMap { video in
        video.rate("fallsBackToVoice").map {
          VoiceFallback(share: $0, talkFactor: video.number("talkFactor") ?? 1)
        }
      }
      if let cost = section.section("cost") {
        channel.cost = ChannelCost(
          perContact: cost.number("perContact") ?? 0, perMinute: cost.number("perMinute") ?? 0)
      }
      channel.atClose = section.text("atClose").flatMap(AtClose.init) ?? .serve
      channels.append(channel)
    }
    return channels
  }

  /// The hours written in a channel or team.
  mutating func hours(of section: Section) -> WeeklyHours? {
    guard let (node, path) = section.child("hours"), checker.isSound(path) else { return nil }
    do {
      return try ScalarReading.hours(node, path)
    } catch {
      diagnostics.add(error)
      return nil
    }
  }

  /// The target written in a channel or class.
  func target(of section: Section) -> Target? {
    guard let target = section.section("target"), let level = target.rate("serviceLevel"),
      let within = target.duration("within")
    else { return nil }
    return Target(
      serviceLevel: level, within: within,
      clock: target.text("clock").flatMap(Target.Clock.init) ?? .wall,
      formula: target.text("formula").flatMap(ServiceLevelFormula.init),
      per: target.text("per").flatMap(Target.Period.init) ?? .horizon,
      days: target.rate("days") ?? 1)
  }

  private func penalty(of section: Section) -> Penalty? {
    guard let penalty = section.section("penalty"), let below = penalty.rate("below"),
      let per = penalty.text("per").flatMap(Target.Period.init),
      let amount = penalty.number("amount")
    else { return nil }
    return Penalty(below: below, per: per, amount: amount)
  }

  private mutating func peerAnswers(_ section: Section) -> PeerAnswers? {
    guard let share = section.rate("share"), let after = distribution("after", of: section),
      let staffAfter = section.duration("staffAfter")
    else { return nil }
    return PeerAnswers(
      share: share, after: after, staffAfter: staffAfter,
      trueResolution: section.rate("trueResolution") ?? 1)
  }

  private mutating func silentAbandonment(_ section: Section) -> SilentAbandonment? {
    guard let silent = section.section("silentAbandonment"), let share = silent.rate("share"),
      let detectAfter = distribution("detectAfter", of: silent)
    else { return nil }
    return SilentAbandonment(share: share, detectAfter: detectAfter)
  }

  private mutating func redial(_ section: Section) -> Redial? {
    guard let redial = section.section("redial"), let share = redial.rate("share"),
      let after = distribution("after", of: redial), let attempts = redial.integer("attempts")
    else { return nil }
    var written = Redial(share: share, after: after, attempts: attempts)
    written.laterShare = redial.rate("laterShare")
    written.channels = changes("channels", of: redial)
    return written
  }

  /// The channels that shares of customers change to, in the order of the file.
  func changes(_ key: String, of section: Section) -> [ChannelShare] {
    guard let changes = section.section(key) else { return [] }
    return changes.object.members.compactMap { member in
      (try? ScalarReading.rate(member.value, changes.path.appending(member.key))).map {
        ChannelShare(channel: member.key, share: $0)
      }
    }
  }

  private func callback(_ section: Section) -> Callback? {
    guard let offerAbove = section.duration("offerAbove"),
      let acceptance = section.rate("acceptance"), let ring = section.duration("ring"),
      let reach = section.rate("reach"), let retryAfter = section.duration("retryAfter"),
      let tries = section.integer("tries")
    else { return nil }
    return Callback(
      offerAbove: offerAbove, acceptance: acceptance, ring: ring, reach: reach,
      retryAfter: retryAfter, tries: tries)
  }

  /// The self-service tools, in the order of the file.
  mutating func tools(_ section: Section, classes: [String]) -> [SelfServiceTool] {
    var tools: [SelfServiceTool] = []
    for (member, section) in section.namedSections {
      guard let stage = stage(section), let time = distribution("time", of: section) else {
        continue
      }
      var tool = SelfServiceTool(
        name: member.key, stage: stage, time: time,
        containment: containment(section, classes: classes),
        easyContactBias: section.rate("easyContactBias") ?? 0,
        trueResolution: section.rate("trueResolution") ?? 1, ports: section.integer("ports"),
        costPerSession: section.section("cost")?.number("perSession") ?? 0)
      tool.patienceFactor = section.number("patienceFactor") ?? 1
      tool.handleTimeSaved = section.rate("handleTimeSaved") ?? 0
      tool.worksFrom = date("from", of: section)
      tools.append(tool)
    }
    return tools
  }

  /// Where a tool stands: before contact with an adoption, or on channels.
  private mutating func stage(_ section: Section) -> SelfServiceTool.Stage? {
    let isBefore = section.text("stage") == "beforeContact"
    let wanted = isBefore ? "adoption" : "on"
    let unwanted = isBefore ? "on" : "adoption"
    if let (node, path) = section.child(unwanted) {
      diagnostics.add(
        Diagnostic(
          .contradiction, at: node.origin, path: path,
          isBefore
            ? "a tool before contact is on no channel" : "only a tool before contact has one",
          hint: isBefore ? nil : "write \"stage\": \"beforeContact\""))
      return nil
    }
    guard section.child(wanted) != nil else {
      diagnostics.add(
        Diagnostic(
          .missingKey, at: section.origin, path: section.path.appending(wanted),
          "the key is missing",
          hint: isBefore
            ? "the share of issues that try it" : "the channels, or \"stage\": \"beforeContact\""))
      return nil
    }
    if isBefore { return section.rate("adoption").map { .beforeContact(adoption: $0) } }
    return .onChannels((section.node("on")?.array ?? []).compactMap(\.string))
  }

  /// The containment of each class: its own, or that of `*`, or 0.
  private mutating func containment(_ section: Section, classes: [String]) -> [Double] {
    if let rate = section.rate("containment") { return classes.map { _ in rate } }
    guard let shares = section.section("containment") else { return classes.map { _ in 0 } }
    let known = Set(classes)
    for member in shares.object.members where member.key != "*" && !known.contains(member.key) {
      diagnostics.addError(
        Diagnostic(
          .unknownName, at: member.keyOrigin, path: shares.path.appending(member.key),
          "\(DisplayText.quoted(member.key)) is not a class of the demand",
          hint: Suggestion.hint(for: member.key, among: classes)))
    }
    func rate(_ key: String) -> Double? {
      shares.object[key].flatMap { try? ScalarReading.rate($0, shares.path) }
    }
    let others = rate("*") ?? 0
    return classes.map { rate($0) ?? others }
  }
}
