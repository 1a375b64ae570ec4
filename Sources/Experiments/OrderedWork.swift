/// Does numbered pieces of work side by side and hands their results on in the order of the
/// numbers, so that neither the results nor the error that is thrown depend on how many workers
/// there are.
///
/// - Parameters:
///   - numbers: The numbers of the pieces.
///   - workers: Pieces worked on at the same time; at least 1. At most twice as many are begun and
///     not yet handed on.
///   - job: What a worker does for a number. Called in order, when a worker is free.
///   - receive: Takes the next result, never concurrently; `false` ends the work.
/// - Throws: `CancellationError` when the surrounding task is cancelled; what the first piece that
///   failed threw; what `receive` threw.
func inOrder<Value: Sendable>(
  _ numbers: Range<Int>, workers: Int, job: (Int) -> @Sendable () throws -> Value,
  receive: (Value) throws -> Bool
) async throws {
  precondition(workers > 0, "work needs a worker")
  try await withThrowingTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
    var waiting: [Int: Result<Value, any Error>] = [:]
    var started = numbers.lowerBound
    var finished = numbers.lowerBound
    var running = 0
    while finished < numbers.upperBound {
      while running < workers, started < numbers.upperBound, started < finished + 2 * workers {
        let (number, work) = (started, job(started))
        group.addTask { (number, Result { try work() }) }
        started += 1
        running += 1
      }
      guard let (number, result) = try await group.next() else { break }
      running -= 1
      waiting[number] = result
      while let result = waiting.removeValue(forKey: finished) {
        finished += 1
        guard try receive(try result.get()) else {
          group.cancelAll()
          return
        }
      }
      try Task.checkCancellation()
    }
  }
}
