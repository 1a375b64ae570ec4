import Testing

@testable import switchboard

@Suite("The program takes no more processors than it may")
struct ProcessorTests {
  @Test(
    "The affinity list is counted",
    arguments: [("0", 1), ("0-3", 4), ("0-3,8", 5), ("0,2,4-5", 4)])
  func affinity(list: String, count: Int) {
    let status = "Name:\tx\nCpus_allowed:\tff\nCpus_allowed_list:\t\(list)\nMems_allowed:\t1\n"
    #expect(Processors.countOfAllowed(inStatus: status) == count)
  }

  @Test("A quota pays for whole processors, at least one")
  func quota() {
    #expect(Processors.quota(inCPUMax: "max 100000\n") == nil)
    #expect(Processors.quota(inCPUMax: "150000 100000\n") == 1)
    #expect(Processors.quota(inCPUMax: "400000 100000\n") == 4)
    #expect(Processors.quota(inCPUMax: "5000 100000\n") == 1)
    #expect(Processors.quota(inCPUMax: "") == nil)
  }

  @Test("There is always one")
  func allowed() {
    #expect(Processors.allowed >= 1)
  }
}
