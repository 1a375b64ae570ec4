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
    places.isEmpty ? members.firstIndex { $0.key == key } : places[key]
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
    _ = insert(member)
  }

  /// Adds a member, unless there is one with its key already, which is returned.
  mutating func insert(_ member: SyntaxMember) -> SyntaxMember? {
    if members.count < Self.searched {
      if let present = members.first(where: { $0.key == member.key }) { return present }
      members.append(member)
      return nil
    }
    if places.isEmpty {
      for (place, member) in members.enumerated() { places[member.key] = place }
    }
    if let place = places.updateValue(members.count, forKey: member.key) {
      places[member.key] = place
      return members[place]
    }
    members.append(member)
    return nil
  }

  /// The same keys with other values, without those that have none.
  func mapValues(_ transform: (SyntaxMember) -> SyntaxNode?) -> SyntaxObject {
    var result = self
    var removed: Set<String> = []
    for place in members.indices {
      if let value = transform(members[place]) {
        result.members[place].value = value
      } else {
        removed.insert(members[place].key)
      }
    }
    result.remove(removed)
    return result
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
