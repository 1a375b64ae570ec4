import Testing

@testable import EventKernel

@Suite struct ColumnTests {
  @Test func elementsAreWhatWasWritten() {
    var column = Column<Double>(repeating: 1.5, count: 3)
    column[1] = 2.5
    column[Int32(2)] += 1
    #expect(column.toArray() == [1.5, 2.5, 2.5])
    #expect(column.toArray(first: 2) == [1.5, 2.5])
    #expect(column.toArray(first: 0) == [])
    #expect(column.count == 3)
  }

  @Test func aColumnGrowsAndKeepsItsElements() {
    var column = Column<Int32>()
    for element in 0..<1_000 { column.append(Int32(element)) }
    column.append(repeating: -1, count: 1_000)
    #expect(column.toArray() == (0..<1_000).map { Int32($0) } + Array(repeating: -1, count: 1_000))
    #expect(column.popLast() == -1)
    #expect(column.count == 1_999)
  }

  @Test func aColumnBeginsALineOfTheCacheHoweverItGrew() {
    var column = Column<Int32>(minimumCapacity: 3)
    for element in 0..<100_000 {
      column.append(Int32(element))
      if element.nonzeroBitCount == 1 {
        #expect(unsafe UInt(bitPattern: column.elements) % 64 == 0)
      }
    }
  }

  @Test func removingAllKeepsTheStorage() {
    var column = Column<UInt8>(repeating: 7, count: 500)
    column.removeAll()
    #expect(column.count == 0)
    #expect(column.capacity >= 500)
    #expect(column.popLast() == nil)
    #expect(column.toArray() == [])
  }

  @Test func updatingReachesEveryElement() {
    var column = Column<Int>(repeating: 0, count: 4)
    column.update(repeating: 9)
    #expect(column.toArray() == [9, 9, 9, 9])
  }

  @Test func anIndexOutOfBoundsStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let column = Column<Int>(repeating: 0, count: 4)
      _ = column[4]
    }
    await #expect(processExitsWith: .failure) {
      let column = Column<Int>(repeating: 0, count: 4)
      _ = column[-1]
    }
  }
}
