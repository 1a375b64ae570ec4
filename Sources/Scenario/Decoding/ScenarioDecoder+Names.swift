internal import Center

extension ScenarioDecoder {
  /// Reports names that nothing has: here, where it costs a look into a table for each, rather
  /// than with all other relations.
  mutating func checkNames(_ root: Section) {
    let channels = keys(of: "channels", root)
    let classes = keys(of: "demand", root)
    let knownChannels = Set(channels)
    let knownClasses = Set(classes)
    let tried = channels + Center.namesOfMedia
    let knownTried = Set(tried)
    let campaigns = keys(of: "outbound", root)
    func unknown(
      _ name: String, at origin: Origin, _ path: SyntaxPath, _ what: String, among names: [String]
    ) {
      diagnostics.addError(
        Diagnostic(
          .unknownName, at: origin, path: path, "'\(name)' is \(what)",
          hint: Suggestion.hint(for: name, among: names)))
    }
    if let (node, path) = root.child("fallbackChannel"), let name = node.string,
      !knownChannels.contains(name)
    {
      unknown(name, at: node.origin, path, "not a channel of this design", among: channels)
    }
    for (_, section) in root.section("demand")?.namedSections ?? [] {
      guard let entries = section.section("channels") else { continue }
      for member in entries.object.members where !knownTried.contains(member.key) {
        unknown(
          member.key, at: member.keyOrigin, entries.path.appending(member.key),
          "neither a channel of this design nor a medium", among: tried)
      }
    }
    for (_, section) in root.section("selfService")?.namedSections ?? [] {
      guard let (node, path) = section.child("on") else { continue }
      for (index, element) in (node.array ?? []).enumerated() {
        guard let name = element.string, !knownChannels.contains(name) else { continue }
        unknown(
          name, at: element.origin, path.appending(String(index)), "not a channel of this design",
          among: channels)
      }
    }
    for (_, section) in root.section("teams")?.namedSections ?? [] {
      guard let skills = section.section("skills") else { continue }
      for member in skills.object.members {
        let parts = member.key.split(separator: "/", maxSplits: 1).map(String.init)
        let path = skills.path.appending(member.key)
        if !campaigns.isEmpty, parts.first == Campaign.channelName {
          guard parts.count == 2, parts[1] != "*", !campaigns.contains(parts[1]) else { continue }
          unknown(parts[1], at: member.keyOrigin, path, "not a campaign", among: campaigns)
        } else if let name = parts.first, name != "*", !knownChannels.contains(name) {
          unknown(name, at: member.keyOrigin, path, "not a channel of this design", among: channels)
        } else if parts.count == 2, parts[1] != "*", !knownClasses.contains(parts[1]) {
          unknown(parts[1], at: member.keyOrigin, path, "not a class of the demand", among: classes)
        }
      }
    }
  }

  private func keys(of key: String, _ root: Section) -> [String] {
    root.section(key)?.object.members.map(\.key) ?? []
  }
}
