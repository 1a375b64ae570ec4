internal import Stochastics

/// The points of a sweep: what each `--vary` argument writes at each.
public struct VariedPoints: Sendable {
  /// The most points of a sweep.
  public static let limit = 10_000

  /// The names of the varied paths, in the order of the arguments.
  public let names: [String]
  /// The values by point and path.
  public let values: [[VariedValue]]
  /// How the points lie.
  public let layout: Layout
  private let arguments: [VaryArgument]

  /// How the points of a sweep lie.
  public enum Layout: Sendable, Equatable {
    /// All combinations, the first path varying slowest; how many values each path takes.
    case grid(levels: [Int])
    /// Scattered; by point and path where the value lies in its range, in `0...1`.
    case sample(coordinates: [[Double]])
  }

  /// All combinations of the arguments' values, the first varying slowest.
  ///
  /// - Throws: A diagnostic at the argument that is wrong: `malformedEdit`, `limitExceeded`.
  public init(grid arguments: [VaryArgument]) throws(Diagnostic) {
    try Self.checkNames(arguments)
    var levels: [[VariedValue]] = []
    var count = 1.0
    for argument in arguments {
      let size: Double
      switch argument.values {
      case .list(let values): size = Double(values.count)
      case .range(let range):
        guard let steps = range.stepCount else {
          throw argument.problem(
            "a range needs a step", hint: "write it like 100..140:20, or sample with --latin 50")
        }
        size = steps
      }
      count *= size
      guard count <= Double(Self.limit) else {
        throw Diagnostic(
          .limitExceeded, at: Origin(file: argument.file, offset: argument.valuesOffset),
          "the grid has more than 10,000 points, the limit",
          hint: "take wider steps, or sample with --latin 1000")
      }
      switch argument.values {
      case .list(let values): levels.append(values)
      case .range(let range):
        levels.append((0..<Int(size)).map { range.value(afterSteps: $0) })
      }
    }
    var points: [[VariedValue]] = [[]]
    for values in levels { points = points.flatMap { point in values.map { point + [$0] } } }
    self.init(
      arguments: arguments, values: points, layout: .grid(levels: levels.map(\.count)))
  }

  /// A Latin hypercube sample of the arguments' ranges.
  ///
  /// - Parameters:
  ///   - arguments: Ranges, all of them.
  ///   - count: How many points, 1…10,000.
  ///   - seed: Another seed, another sample.
  /// - Throws: A diagnostic at the argument that is wrong.
  public init(
    latin arguments: [VaryArgument], count: Int, seed: UInt64
  ) throws(Diagnostic) {
    try Self.checkNames(arguments)
    var ranges: [VaryRange] = []
    for argument in arguments {
      guard case .range(let range) = argument.values else {
        throw argument.problem(
          "a sample is taken from ranges", hint: "write it like 100..140, or leave out --latin")
      }
      ranges.append(range)
    }
    let sample = LatinHypercube(
      points: count, axes: arguments.map { StreamIdentifier($0.name) }, seed: seed)
    let values = (0..<count).map { point in
      ranges.indices.map { axis in
        ranges[axis].value(
          inStratum: sample.strata[point][axis], of: count, at: sample.positions[point][axis])
      }
    }
    if Set(values.map { $0.map(\.text) }).count < count, let first = arguments.first {
      throw first.problem(
        "with these steps fewer than \(count) different points come out",
        hint: "leave out --latin, or a step")
    }
    let coordinates = values.map { point in
      ranges.indices.map { ranges[$0].coordinate(of: point[$0]) }
    }
    self.init(arguments: arguments, values: values, layout: .sample(coordinates: coordinates))
  }

  private init(arguments: [VaryArgument], values: [[VariedValue]], layout: Layout) {
    self.arguments = arguments
    self.values = values
    self.layout = layout
    names = arguments.map(\.name)
  }

  /// The edits of a point, for `ScenarioReader.read(_:edits:varied:)`.
  public func edits(ofPoint point: Int) -> [String] {
    arguments.indices.map { arguments[$0].edit(values[point][$0]) }
  }

  /// A point in words: `channels.voice.trunks=120 teams.phones.agents-=2`.
  public func description(ofPoint point: Int) -> String {
    edits(ofPoint: point).joined(separator: " ")
  }

  private static func checkNames(_ arguments: [VaryArgument]) throws(Diagnostic) {
    for (index, argument) in arguments.enumerated() {
      for other in arguments[..<index] where argument.name == other.name {
        throw Diagnostic(
          .malformedEdit, at: Origin(file: argument.file, offset: 0),
          "\(DisplayText.quoted(argument.name)) is varied already",
          hint: "write all its values into one --vary")
      }
      for other in arguments[..<index] where argument.overwrites(other) {
        throw Diagnostic(
          .malformedEdit, at: Origin(file: argument.file, offset: 0),
          "it writes over what \(DisplayText.quoted(other.name)) varies",
          hint: "vary it by an operation such as *=, or leave one of the two out")
      }
    }
  }
}
