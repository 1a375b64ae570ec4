/// What an engine is compiled for.
///
/// The engine is generic over this alone, and the compiler makes it twice. In the one for plain
/// centers `uses` is a constant, so that neither the questions about mechanisms nor the code behind
/// them is left. Both give the same bytes for a plain center: a test holds that.
protocol EngineScope {
  /// Whether it knows every mechanism, or none.
  static var isWhole: Bool { get }
}

/// Centers of every kind.
enum EveryCenter: EngineScope {
  static var isWhole: Bool {
    @inline(__always) get { true }
  }
}

/// Centers that use no mechanism.
enum PlainCenter: EngineScope {
  static var isWhole: Bool {
    @inline(__always) get { false }
  }
}

extension Engine {
  /// Whether the center uses any of some mechanisms.
  @inline(__always)
  func uses(_ mechanisms: Mechanisms) -> Bool {
    Scope.isWhole && !plan.mechanisms.isDisjoint(with: mechanisms)
  }

  /// Whether contacts are traced, which only the whole engine can.
  @inline(__always) var isTracing: Bool { Scope.isWhole && keepsTrace }
}
