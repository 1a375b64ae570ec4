/// Paths as text: joined, taken apart and compared without asking the file system.
///
/// By bytes, as the system does: a `/` that a combining mark follows is one character to Swift,
/// and would hide a `..` before it.
enum FilePath {
  private static let slash = UInt8(ascii: "/")

  /// The folder part of a path, `""` when it has none.
  static func folder(of path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return "" }
    return last == path.startIndex ? "/" : String(decoding: path.utf8[..<last], as: UTF8.self)
  }

  /// The path of a file that is named relative to a folder.
  static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == slash || folder.isEmpty { return normalized(path) }
    return normalized(folder.utf8.last == slash ? folder + path : folder + "/" + path)
  }

  /// The path without `.` and without those `..` that can be resolved by its own text.
  static func normalized(_ path: String) -> String {
    let absolute = path.utf8.first == slash
    var parts: [String] = []
    for bytes in path.utf8.split(separator: slash) {
      let part = String(decoding: bytes, as: UTF8.self)
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part == "..", absolute {
        continue
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return absolute ? "/" + joined : joined
  }

  /// Whether a path lies in a folder or in one below it, by the text of both.
  static func isInside(_ path: String, folder: String) -> Bool {
    let path = normalized(path).utf8
    let folder = normalized(folder).utf8
    if folder.isEmpty {
      return path.first != slash && !path.elementsEqual("..".utf8)
        && !path.starts(with: "../".utf8)
    }
    if folder.elementsEqual([slash]) { return path.first == slash }
    // "../.." is not inside "..", although its text begins so.
    let rest = path.dropFirst(folder.count)
    return path.starts(with: folder) && rest.first == slash && !rest.starts(with: "/../".utf8)
      && !rest.elementsEqual("/..".utf8)
  }

  /// The extension in lower case without its point, `""` when there is none.
  static func fileExtension(of path: String) -> String {
    let name = path.utf8.split(separator: slash).last ?? Substring().utf8
    guard let point = name.lastIndex(of: UInt8(ascii: ".")), point != name.startIndex else {
      return ""
    }
    return String(decoding: name[name.index(after: point)...], as: UTF8.self).lowercased()
  }
}
