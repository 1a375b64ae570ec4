/// The way from the top of a scenario to a value: `demand."order status".volume.perDay`.
public struct SyntaxPath: Sendable, Hashable, CustomStringConvertible {
  /// The keys, from the outermost; a list's element has its index from 0 as the key.
  public var keys: [String]

  /// A path of keys.
  public init(_ keys: [String] = []) { self.keys = keys }

  /// The path of a member.
  public func appending(_ key: String) -> SyntaxPath { SyntaxPath(keys + [key]) }

  /// The keys joined by points; a key that is not a plain word is quoted.
  public var description: String {
    keys.map(Self.written).joined(separator: ".")
  }

  /// A key as one writes it in a path.
  static func written(_ key: String) -> String {
    let plain = key.unicodeScalars.allSatisfy {
      $0 == "_" || $0 == "-" || $0 == "$" || $0.properties.isAlphabetic
        || ("0"..."9").contains($0)
    }
    if plain, !key.isEmpty { return key }
    var text = "\""
    for scalar in key.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
