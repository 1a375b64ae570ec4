/// A member of an object: a key, where it was written, and its value.
public struct SyntaxMember: Sendable {
  /// The key, its escapes resolved.
  public let key: String
  /// Where the key was written.
  public let keyOrigin: Origin
  /// The value.
  public var value: SyntaxNode

  /// Makes a member.
  public init(key: String, keyOrigin: Origin, value: SyntaxNode) {
    self.key = key
    self.keyOrigin = keyOrigin
    self.value = value
  }
}

/// Members in the order they were written in; no key twice.
///
/// Small objects are searched, larger ones keep a table, so that a file of a million members is
/// read in linear time.
public struct SyntaxObject: Sendable {
  /// The members, in the order of the file.
  public private(set) var members: [SyntaxMember] = []
  private var places: [String: Int] = [:]
  private static let searched = 8

  /// An object without members.
  public init() {}

  /// The place of a key among the members.
  ///
  /// - Complexity: O(1) on average.
  public func place(of key: String) -> Int? {
    members.count <= Self.searched ? members.firstIndex { $0.key == key } : places[key]
  }

  /// The member with a key.
  public func member(_ key: String) -> SyntaxMember? { place(of: key).map { members[$0] } }

  /// The value of a key.
  public subscript(key: String) -> SyntaxNode? { member(key)?.value }

  /// Writes a member: in the place of the one with its key, or at the end.
  public mutating func set(_ member: SyntaxMember) {
    if let place = place(of: member.key) {
      members[place] = member
      return
    }
    members.append(member)
    if members.count == Self.searched + 1 {
      for (place, member) in members.enumerated() { places[member.key] = place }
    } else if members.count > Self.searched {
      places[member.key] = members.count - 1
    }
  }

  /// Edits the value of a member in place.
  mutating func updateValue(at place: Int, _ edit: (inout SyntaxNode) -> Void) {
    edit(&members[place].value)
  }

  /// Removes all members with these keys.
  ///
  /// - Complexity: O(members), however many are removed.
  public mutating func remove(_ keys: Set<String>) {
    guard !keys.isEmpty else { return }
    var kept = SyntaxObject()
    for member in members where !keys.contains(member.key) { kept.set(member) }
    self = kept
  }
}
