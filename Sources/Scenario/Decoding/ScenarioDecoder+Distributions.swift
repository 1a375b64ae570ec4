internal import Center
internal import Stochastics

extension ScenarioDecoder {
  /// The distribution at a key, nil when there is none or it was refused.
  mutating func distribution(_ key: String, of section: Section) -> Distribution? {
    guard let (node, path) = section.child(key), checker.isSound(path),
      case .distribution(let bare)? = section.declaration.field(key)?.kind
    else { return nil }
    do {
      let law = try distribution(node, path, bare: bare)
      if let law, !node.adjustments.isEmpty { try requireSensible(law, node, path) }
      return law
    } catch {
      diagnostics.add(error)
      return nil
    }
  }

  /// What an edit made of a distribution is held to the limits of what one may write.
  private func requireSensible(
    _ law: Distribution, _ node: SyntaxNode, _ path: SyntaxPath
  ) throws(Diagnostic) {
    guard law.mean > ValueKind.longest, let edit = node.adjustments.last else { return }
    let longest = DurationText.text(seconds: ValueKind.longest)
    throw Diagnostic(
      .outOfRange, at: edit.origin, path: path, "that makes a mean of more than \(longest)")
  }

  private mutating func distribution(
    _ node: SyntaxNode, _ path: SyntaxPath, bare: ValueKind.CustomaryShape
  ) throws(Diagnostic) -> Distribution? {
    let scale = try scale(node, path)
    do {
      if node.string != nil {
        let mean = try ScalarReading.duration(node, path) * scale
        return try Self.customary(mean: mean, bare)
      }
      guard let section = Section(node, path: path, kind: .distribution(bare: bare), log: log)
      else { return nil }
      return try family(section, scale: scale)
    } catch let error as DistributionError {
      let (message, hint) = Self.words(error)
      throw Diagnostic(.outOfRange, at: node.origin, path: path, message, hint: hint)
    } catch let error as Diagnostic {
      throw error
    } catch {
      return nil
    }
  }

  /// The factor of relative edits.
  private func scale(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> Double {
    var scale = 1.0
    for adjustment in node.adjustments {
      guard adjustment.operation != .add else {
        throw Diagnostic(
          .editDoesNotApply, at: adjustment.origin, path: path,
          "nothing can be added to a distribution", hint: "edit its mean, or use *= or /=")
      }
      scale = adjustment.applied(to: scale)
    }
    return scale
  }

  private static func customary(
    mean: Double, _ shape: ValueKind.CustomaryShape
  ) throws(DistributionError) -> Distribution {
    if mean == 0 { return .constant(try Constant(mean: 0)) }
    switch shape {
    case .constant: return .constant(try Constant(mean: mean))
    case .exponential: return .exponential(try Exponential(mean: mean))
    case .logNormal: return .logNormal(try LogNormal(mean: mean, cv: 0.9))
    }
  }

  private mutating func family(_ section: Section, scale: Double) throws -> Distribution? {
    if section.object.place(of: "constant") != nil {
      return .constant(try Constant(mean: (section.duration("constant") ?? 0) * scale))
    }
    func mean(_ family: Section) -> Double { (family.duration("mean") ?? 0) * scale }
    if let family = section.section("exponential") {
      return .exponential(try Exponential(mean: mean(family)))
    }
    if let family = section.section("logNormal") {
      return .logNormal(try LogNormal(mean: mean(family), cv: family.number("cv") ?? 0))
    }
    if let family = section.section("gamma") {
      return try tabulated(.gamma(mean: mean(family), cv: family.number("cv") ?? 0), at: family)
    }
    if let family = section.section("erlang") {
      return try tabulated(
        .erlang(mean: mean(family), stages: family.integer("stages") ?? 0), at: family)
    }
    if let family = section.section("weibull") {
      return .weibull(try Weibull(mean: mean(family), shape: family.number("shape") ?? 0))
    }
    if let family = section.section("hyperExponential") {
      return try tabulated(
        .hyperExponential(mean: mean(family), cv: family.number("cv") ?? 0), at: family)
    }
    func end(_ key: String, _ family: Section) -> Double { (family.duration(key) ?? 0) * scale }
    if let family = section.section("uniform") {
      return .uniform(try Uniform(from: end("from", family), to: end("to", family)))
    }
    if let family = section.section("triangular") {
      return .triangular(
        try Triangular(
          from: end("from", family), mode: end("mode", family), to: end("to", family)))
    }
    if let family = section.section("empirical") { return try empirical(family, scale: scale) }
    return nil
  }

  /// A distribution with a table of quantiles, made once however often it is written: the table
  /// takes some time.
  private mutating func tabulated(
    _ family: TabulatedFamily, at section: Section
  ) throws -> Distribution {
    if let known = tabulated[family] { return known }
    guard tabulated.count < files.limits[.tabulated] else {
      throw Diagnostic(
        .limitExceeded, at: section.origin, path: section.path,
        "more than \(files.limits.inWords(.tabulated)) different gamma, erlang and hyperExponential "
          + "distributions, the limit")
    }
    let distribution = try family.distribution()
    tabulated[family] = distribution
    return distribution
  }

  private mutating func empirical(_ section: Section, scale: Double) throws -> Distribution? {
    var values: [Double] = []
    if let (list, path) = section.child("values") {
      for (index, node) in (list.array ?? []).enumerated() {
        values.append(try ScalarReading.duration(node, path.appending(String(index))) * scale)
      }
    } else if let (node, path) = section.child("file") {
      guard let (name, namePath) = section.child("column") else {
        throw Diagnostic(
          .missingKey, at: section.origin, path: section.path.appending("column"),
          "the key is missing", hint: "the column with the values")
      }
      guard let table = try table(node, path) else { return nil }
      guard let column = table.column(named: name.string ?? "") else {
        throw Diagnostic(
          .missingColumn, at: name.origin, path: namePath,
          "\(DisplayText.quoted(table.file.path)) has no column "
            + DisplayText.quoted(name.string ?? ""),
          hint: Suggestion.hint(for: name.string ?? "", among: table.header))
      }
      let style = CSVNumberStyle(table: table, columns: [column], rows: 0..<table.rowCount)
      for row in 0..<table.rowCount {
        let seconds = try style.seconds(table, row: row, column: column)
        guard seconds <= ValueKind.longest else {
          throw Diagnostic(
            .malformedCell, at: table.origin(row: row, column: column), path: section.path,
            "\(DisplayText.quoted(table.text(row: row, column: column))) is too long a time",
            hint: "the longest is \(DurationText.text(seconds: ValueKind.longest))")
        }
        values.append(seconds * scale)
      }
    }
    guard let weights = section.numbers("weights") else {
      return .empirical(try Empirical(values: values))
    }
    return .empirical(try Empirical(values: values, weights: weights))
  }

  /// What is wrong with the parameters of a distribution, in words.
  private static func words(_ error: DistributionError) -> (String, String?) {
    switch error {
    case .notFinite(let parameter, _): ("\(parameter.rawValue) is too large", nil)
    case .negative(let parameter, _): ("\(parameter.rawValue) cannot be negative", nil)
    case .notPositive(let parameter, _):
      ("\(parameter.rawValue) has to be above 0", "write { \"constant\": \"0s\" } for no time")
    case .outOfRange(.mode, let value, let range):
      (
        "mode \(DurationText.text(seconds: value)) is outside "
          + "\(DurationText.text(seconds: range.lowerBound))…"
          + DurationText.text(seconds: range.upperBound),
        "the mode is between \"from\" and \"to\""
      )
    case .outOfRange(let parameter, let value, let range):
      (
        "\(parameter.rawValue) \(DurationText.plain(value)) is outside "
          + "\(DurationText.plain(range.lowerBound))…\(DurationText.plain(range.upperBound))", nil
      )
    case .withoutVariation: ("cv is 0", "write a constant")
    case .notIncreasing: ("\"to\" has to be above \"from\"", nil)
    case .empty: ("there is no value", nil)
    case .countsDiffer(let values, let weights):
      ("\(values) values and \(weights) weights", "write one weight for each value")
    case .withoutWeight: ("all weights are 0", nil)
    }
  }
}
