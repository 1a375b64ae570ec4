/// Writes nested JSON with two spaces of indentation: commas and brackets come by themselves.
struct JSONWriter {
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// Writes an object; `members` calls ``key(_:_:)`` or ``member(_:_:_:)-(_,String,_)``.
  mutating func object(
    _ sink: inout ByteSink, _ members: (inout JSONWriter, inout ByteSink) -> Void
  ) {
    nested("{", "}", &sink, members)
  }

  /// Writes an array with an element for each item.
  mutating func array<Item>(
    _ sink: inout ByteSink, _ items: [Item],
    _ element: (Item, inout JSONWriter, inout ByteSink) -> Void
  ) {
    nested("[", "]", &sink) { json, sink in
      for item in items { element(item, &json, &sink) }
    }
  }

  /// Writes the name of a member whose value comes next.
  mutating func key(_ name: String, _ sink: inout ByteSink) {
    begin(&sink)
    JSON.string(name, to: &sink)
    sink.append(": ")
    followsKey = true
  }

  /// Writes a member that is a text.
  mutating func member(_ name: String, _ text: String, _ sink: inout ByteSink) {
    key(name, &sink)
    value(text, &sink)
  }

  /// Writes a member that is a whole number.
  mutating func member(_ name: String, _ number: Int, _ sink: inout ByteSink) {
    key(name, &sink)
    begin(&sink)
    sink.append(number)
  }

  /// Writes a text.
  mutating func value(_ text: String, _ sink: inout ByteSink) {
    begin(&sink)
    JSON.string(text, to: &sink)
  }

  private mutating func nested(
    _ opening: String, _ closing: String, _ sink: inout ByteSink,
    _ contents: (inout JSONWriter, inout ByteSink) -> Void
  ) {
    begin(&sink)
    sink.append(opening)
    depth += 1
    isFirst = true
    contents(&self, &sink)
    depth -= 1
    if !isFirst { newLine(&sink) }
    isFirst = false
    sink.append(closing)
  }

  private mutating func begin(_ sink: inout ByteSink) {
    if followsKey {
      followsKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { sink.append(",") }
    isFirst = false
    newLine(&sink)
  }

  private func newLine(_ sink: inout ByteSink) {
    sink.append("\n" + String(repeating: "  ", count: depth))
  }
}
