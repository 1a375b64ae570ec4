// The C library is named so that the linker finds what rounding needs in a debug build.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main struct Benchmarks { static func main() {} }
