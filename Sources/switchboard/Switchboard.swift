#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
@main struct Switchboard { static func main() {} }
