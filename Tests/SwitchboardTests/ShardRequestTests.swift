import Experiments
import Testing

@testable import switchboard

@Suite("--shard says which part of a run is meant")
struct ShardRequestTests {
  private func shard(
    _ text: String, _ environment: [String: String] = [:]
  ) throws -> Shard {
    try #require(ShardRequest(text)).shard { environment[$0] }
  }

  @Test("A number and a count, counted from 1")
  func numbered() throws {
    #expect(try shard("3/16") == Shard(3, of: 16))
    #expect(try shard("1/1", ["SLURM_ARRAY_TASK_ID": "7"]) == Shard(1, of: 1))
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "3", "/", "3/", "/3", "0/3", "4/3", "-1/3", "+1/3", "1/0", "1/3/3", "1 / 3", "a/3",
      "auto",
      "auto/0", "auto/", "auto/auto", "Auto/3", "1/100001", "1/99999999999999999999", "1/3 ", "１/3",
      "1.0/3", "0x1/3",
    ])
  func refused(text: String) {
    #expect(ShardRequest(text) == nil)
  }

  @Test("Slurm arrays count from 1, the others from 0")
  func schedulers() throws {
    #expect(try shard("auto/16", ["SLURM_ARRAY_TASK_ID": "1"]) == Shard(1, of: 16))
    #expect(try shard("auto/16", ["SLURM_ARRAY_TASK_ID": "16"]) == Shard(16, of: 16))
    for variable in ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX", "BATCH_TASK_INDEX"] {
      #expect(try shard("auto/16", [variable: "0"]) == Shard(1, of: 16))
      #expect(try shard("auto/16", [variable: "15"]) == Shard(16, of: 16))
    }
  }

  @Test("What a scheduler says of the number of tasks is not believed")
  func count() throws {
    let resubmitted = [
      "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_COUNT": "2", "SLURM_ARRAY_TASK_MIN": "3",
      "SLURM_ARRAY_TASK_MAX": "7", "BATCH_TASK_COUNT": "2",
    ]
    #expect(try shard("auto/16", resubmitted) == Shard(7, of: 16))
  }

  @Test(
    "Without an index, with one outside, or with several that disagree, nothing is guessed",
    arguments: [
      ([:], "none is set"),
      (["SLURM_ARRAY_TASK_ID": ""], "none is set"),
      (["SLURM_ARRAY_TASK_ID": "0"], "from 1 to 16"),
      (["SLURM_ARRAY_TASK_ID": "17"], "from 1 to 16"),
      (["SLURM_ARRAY_TASK_ID": "two"], "SLURM_ARRAY_TASK_ID=two"),
      (["JOB_COMPLETION_INDEX": "16"], "from 0 to 15"),
      (["AWS_BATCH_JOB_ARRAY_INDEX": "-1"], "from 0 to 15"),
      (["BATCH_TASK_INDEX": "99999999999999999999"], "from 0 to 15"),
      (["SLURM_ARRAY_TASK_ID": "3", "JOB_COMPLETION_INDEX": "3"], "is 3/16, "),
    ] as [([String: String], String)])
  func nothingGuessed(environment: [String: String], words: String) throws {
    let error = #expect(throws: Failure.self) { try shard("auto/16", environment) }
    #expect(error?.code == .misuse)
    #expect(error?.message?.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("Several that agree are one")
  func agreement() throws {
    let both = ["SLURM_ARRAY_TASK_ID": "3", "JOB_COMPLETION_INDEX": "2"]
    #expect(try shard("auto/16", both) == Shard(3, of: 16))
  }
}
