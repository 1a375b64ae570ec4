#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many processors this process may use: not how many the machine has.
enum Processors {
  /// The processors of the affinity mask, at most what the control group's quota pays for, at
  /// least one.
  static var allowed: Int {
    let online = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    #if os(Linux)
      let affinity = text("/proc/self/status").flatMap(countOfAllowed(inStatus:)) ?? online
      return max(1, min(affinity, quota() ?? affinity))
    #else
      return online
    #endif
  }

  /// The number of processors that `Cpus_allowed_list` in `/proc/self/status` lists: `0-3,8`.
  static func countOfAllowed(inStatus status: String) -> Int? {
    let label = "Cpus_allowed_list:"
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(label) }) else {
      return nil
    }
    var count = 0
    for part in line.dropFirst(label.count).split(separator: ",") {
      let ends = part.split(separator: "-").map { $0.filter(\.isNumber) }.compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, last >= first else { return nil }
      count += last - first + 1
    }
    return count > 0 ? count : nil
  }

  /// Whole processors that a `cpu.max` such as `150000 100000` pays for, at least one; `nil` for
  /// `max`, which sets no limit.
  static func quota(inCPUMax text: String) -> Int? {
    let numbers = text.split { $0 == " " || $0 == "\n" }.map { Int($0) }
    guard numbers.count == 2, let quota = numbers[0], let period = numbers[1], period > 0 else {
      return nil
    }
    return max(1, quota / period)
  }

  /// The smallest quota of the control group and the groups above it.
  private static func quota() -> Int? {
    let group = text("/proc/self/cgroup")?.split(separator: "\n").first { $0.hasPrefix("0::") }
    var path = group.map { String($0.dropFirst(3)) } ?? "/"
    var least: Int?
    while true {
      let folder = "/sys/fs/cgroup" + (path == "/" ? "" : path)
      if let found = text(folder + "/cpu.max").flatMap(quota(inCPUMax:)) {
        least = min(least ?? found, found)
      }
      guard path.count > 1, let slash = path.lastIndex(of: "/") else { break }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return least ?? quotaOfVersion1()
  }

  private static func quotaOfVersion1() -> Int? {
    let folder = "/sys/fs/cgroup/cpu/cpu.cfs_"
    guard let quota = text(folder + "quota_us"), let period = text(folder + "period_us"),
      !quota.hasPrefix("-")
    else { return nil }
    return self.quota(inCPUMax: quota + " " + period)
  }

  private static func text(_ path: String) -> String? {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 16) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
