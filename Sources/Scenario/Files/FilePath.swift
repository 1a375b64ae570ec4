/// Paths as text: joined, taken apart and compared without asking the file system.
enum FilePath {
  /// The folder part of a path, `""` when it has none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of a file that is named relative to a folder.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return normalized(path) }
    return normalized(folder.hasSuffix("/") ? folder + path : folder + "/" + path)
  }

  /// The path without `.` and without those `..` that can be resolved by its own text.
  static func normalized(_ path: String) -> String {
    let absolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
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
    let path = normalized(path)
    let folder = normalized(folder)
    if folder.isEmpty { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
    if folder == "/" { return path.hasPrefix("/") }
    // "../.." is not inside "..", although its text begins so.
    let rest = path.dropFirst(folder.count)
    return path.hasPrefix(folder + "/") && !rest.hasPrefix("/../") && rest != "/.."
  }

  /// The extension in lower case without its point, `""` when there is none.
  static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }
}
