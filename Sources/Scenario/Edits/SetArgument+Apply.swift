/// What an edit has to know of the format.
struct EditRules: Sendable {
  /// Whether the value at a path takes relative edits as a whole: a volume, agents, a
  /// distribution. Whoever reads the value applies them.
  var takesAdjustments: @Sendable (SyntaxPath) -> Bool
  /// Whether a key that is missing may be written although more of the path follows.
  var createsObject: @Sendable (SyntaxPath) -> Bool
}

extension SetArgument {
  /// Edits a tree.
  ///
  /// - Throws: `editMatchesNothing` or `editDoesNotApply`, at the place in the argument.
  func apply(to tree: inout SyntaxNode, rules: EditRules) throws(Diagnostic) {
    var edit = AppliedEdit(argument: self, rules: rules)
    edit.apply(to: &tree, step: 0, path: SyntaxPath())
    if let failure = edit.failure { throw failure }
    if edit.matches == 0 { throw edit.nothingMatched() }
  }
}

/// One edit on its way through a tree.
private struct AppliedEdit {
  let argument: SetArgument
  let rules: EditRules
  var matches = 0
  var failure: Diagnostic?
  /// The first step that led nowhere, and the keys there were.
  private var missed: (step: Int, path: SyntaxPath, keys: [String])?

  init(argument: SetArgument, rules: EditRules) {
    self.argument = argument
    self.rules = rules
  }

  private func origin(_ offset: Int) -> Origin { Origin(file: argument.file, offset: offset) }

  mutating func apply(to node: inout SyntaxNode, step: Int, path: SyntaxPath) {
    guard failure == nil else { return }
    guard step < argument.steps.count else {
      edit(&node, path: path)
      return
    }
    switch node.value {
    case .object(var object):
      node.value = .null  // one owner, so that members are edited in place
      descend(into: &object, step: step, path: path)
      node.value = .object(object)
    case .array(var elements):
      node.value = .null
      descend(into: &elements, step: step, path: path)
      node.value = .array(elements)
    default: miss(step, path, [])
    }
  }

  private mutating func descend(into object: inout SyntaxObject, step: Int, path: SyntaxPath) {
    let isLast = step == argument.steps.count - 1
    switch argument.steps[step] {
    case .all:
      if object.members.isEmpty { miss(step, path, []) }
      for place in object.members.indices {
        let below = path.appending(object.members[place].key)
        object.updateValue(at: place) { apply(to: &$0, step: step + 1, path: below) }
      }
      removeNulls(in: &object, when: isLast)
    case .key(let key, let offset):
      let below = path.appending(key)
      if let place = object.place(of: key) {
        object.updateValue(at: place) { apply(to: &$0, step: step + 1, path: below) }
        removeNulls(in: &object, when: isLast)
      } else if argument.operation == .replace, !argument.value.isNull,
        isLast || rules.createsObject(below)
      {
        var value = SyntaxNode(.object(SyntaxObject()), at: argument.value.origin)
        apply(to: &value, step: step + 1, path: below)
        object.set(SyntaxMember(key: key, keyOrigin: origin(offset), value: value))
      } else {
        miss(step, path, object.members.map(\.key))
      }
    }
  }

  private mutating func descend(into elements: inout [SyntaxNode], step: Int, path: SyntaxPath) {
    switch argument.steps[step] {
    case .all:
      for place in elements.indices {
        apply(to: &elements[place], step: step + 1, path: path.appending(String(place)))
      }
    case .key(let key, _):
      guard let place = Int(key), elements.indices.contains(place) else {
        miss(step, path, [])
        return
      }
      apply(to: &elements[place], step: step + 1, path: path.appending(key))
    }
  }

  private func removeNulls(in object: inout SyntaxObject, when isLast: Bool) {
    guard isLast, argument.operation == .replace, argument.value.isNull else { return }
    object.remove(Set(object.members.filter { $0.value.isNull }.map(\.key)))
  }

  private mutating func miss(_ step: Int, _ path: SyntaxPath, _ keys: [String]) {
    if step >= missed?.step ?? 0 { missed = missed?.step == step ? missed : (step, path, keys) }
  }

  func nothingMatched() -> Diagnostic {
    let step = missed?.step ?? 0
    let written = origin(argument.steps[step].offset)
    let above = missed?.path ?? SyntaxPath()
    let place = above.keys.isEmpty ? "the scenario" : DisplayText.safe(above.description)
    guard case .key(let key, _) = argument.steps[step] else {
      return Diagnostic(.editMatchesNothing, at: written, "\(place) holds nothing to edit")
    }
    return Diagnostic(
      .editMatchesNothing, at: written, "\(place) has no \(DisplayText.quoted(key))",
      hint: Suggestion.hint(for: key, among: missed?.keys ?? []))
  }

  // MARK: The edit itself

  private mutating func edit(_ node: inout SyntaxNode, path: SyntaxPath) {
    matches += 1
    guard argument.operation != .replace else {
      node = argument.value
      return
    }
    do {
      try editRelatively(&node, path: path)
    } catch {
      failure = error
    }
  }

  private func editRelatively(
    _ node: inout SyntaxNode, path: SyntaxPath
  ) throws(Diagnostic) {
    let operand = try operand()
    let written = Quantity(node)
    if let written {
      let isSum = operand.adjustment.operation == .add
      guard isSum ? operand.kind == written.kind : operand.kind != .duration else {
        throw Diagnostic(
          .editDoesNotApply, at: argument.value.origin, path: path,
          "\(written.kind.rawValue) and \(operand.kind.rawValue) do not go together",
          hint: written.kind == .duration && isSum ? "write a duration, as in 20s" : nil)
      }
      let result = operand.adjustment.applied(to: written.value)
      guard result.isFinite else {
        throw Diagnostic(
          .editDoesNotApply, at: argument.value.origin, path: path, "the result is too large")
      }
      node.origin = argument.value.origin
      node.value =
        written.kind == .duration
        ? .string(DurationText.text(seconds: result)) : .number(NumberLiteral(result))
    } else if rules.takesAdjustments(path) {
      node.adjustments.append(operand.adjustment)
    } else if var elements = node.array {
      for place in elements.indices {
        try editRelatively(&elements[place], path: path.appending(String(place)))
      }
      node.value = .array(elements)
    } else {
      throw Diagnostic(
        .editDoesNotApply, at: argument.value.origin, path: path,
        "\(argument.operation.rawValue) needs a number there, but it is \(node.kindInWords)")
    }
  }

  /// The edit as something to do with a number.
  private func operand() throws(Diagnostic) -> (kind: Quantity.Kind, adjustment: Adjustment) {
    let origin = argument.value.origin
    guard let quantity = Quantity(argument.value) else {
      throw Diagnostic(
        .malformedEdit, at: origin, "\(argument.operation.rawValue) needs a number after it")
    }
    let operation: Adjustment.Operation
    var amount = quantity.value
    switch argument.operation {
    case .replace, .add: operation = .add
    case .subtract: (operation, amount) = (.add, -amount)
    case .multiply: operation = .multiply
    case .divide:
      guard amount != 0 else {
        throw Diagnostic(.malformedEdit, at: origin, "a division by zero")
      }
      operation = .divide
    }
    return (quantity.kind, Adjustment(operation: operation, operand: amount, origin: origin))
  }
}

/// A number that can be edited: plain, a rate in percent, or a duration [s].
private struct Quantity {
  enum Kind: String {
    case number = "a number"
    case duration = "a duration"
  }

  let kind: Kind
  let value: Double

  init?(_ node: SyntaxNode) {
    if let number = node.number {
      (kind, value) = (.number, number.value)
    } else if let text = node.string, let seconds = try? DurationText.seconds(text) {
      (kind, value) = (.duration, seconds)
    } else if let text = node.string, let rate = RateText.rate(text) {
      (kind, value) = (.number, rate)
    } else {
      return nil
    }
  }
}
