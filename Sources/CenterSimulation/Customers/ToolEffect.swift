/// What self-service has done to a contact that it did not contain.
struct ToolEffect: BitwiseCopyable, Sendable {
  /// A factor on patience.
  var patience: Double
  /// A factor on talk: 1 − what was saved.
  var talk: Double
  /// The talk that was drawn for its service, before that.
  var talkDrawn = 0.0

  /// Nothing.
  static let none = ToolEffect(patience: 1, talk: 1)

  /// One tool after another.
  static func *= (left: inout ToolEffect, right: ToolEffect) {
    left.patience *= right.patience
    left.talk *= right.talk
  }
}
