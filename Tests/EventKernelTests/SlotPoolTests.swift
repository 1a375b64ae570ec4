import Testing

@testable import EventKernel

@Suite struct SlotPoolTests {
  @Test func theSlotGivenBackLastIsTakenFirst() {
    var pool = SlotPool()
    #expect([pool.take(), pool.take(), pool.take()] == [0, 1, 2])
    pool.give(back: 0)
    pool.give(back: 2)
    #expect(pool.count == 1)
    #expect([pool.take(), pool.take(), pool.take()] == [2, 0, 3])
    #expect(pool.capacity == 4)
  }

  @Test func noSlotIsTakenTwice() {
    var random = SplitMix(state: 11)
    var pool = SlotPool()
    var taken: Set<Int32> = []
    var most = 0
    for _ in 0..<20_000 {
      if Bool.random(using: &random) {
        #expect(taken.insert(pool.take()).inserted)
      } else if let slot = taken.min() {
        pool.give(back: slot)
        taken.remove(slot)
      }
      most = max(most, taken.count)
      #expect(pool.count == taken.count)
    }
    #expect(pool.capacity == most)
  }

  @Test func anEmptyPoolStartsAgainAtZero() {
    var pool = SlotPool()
    _ = pool.take()
    pool.removeAll()
    #expect(pool.count == 0)
    #expect(pool.take() == 0)
  }
}
