public import Center

/// The search for the smallest staffing that keeps a center's targets in simulation.
///
///     let search = try StaffingSearch(center, start: plan, seed: 1, replications: 100)
///     let result = try await search.run(workers: 2)
///
/// Every plan that it tries meets the same customers, so that what an agent changes is measured
/// far more precisely than the service level itself. A plan keeps a target if the lower one-sided
/// 95 % bound of what is promised reaches it.
///
/// 1. The start is scaled as a whole until the targets are kept and one step less misses them; one
///    team with the goal `.intervals` is staffed interval by interval instead, again and again,
///    until nothing changes (iterative staffing; Feldman, Mandelbaum, Massey & Whitt 2008).
/// 2. In every block of every team one agent is taken away on trial, in a quarter of the
///    replications. Whatever saves most for what it costs in service is taken, several at a time,
///    as far as the full number of replications shows the targets kept.
/// 3. The same with all replications, until no single agent can be taken.
/// 4. One agent more in one block, for one or two fewer elsewhere: where measured effects promise
///    that this is cheaper it is tried, and if it keeps the targets, step 3 begins anew.
///
/// The result is a local optimum that has been looked at agent by agent, not a proof that no other
/// plan is cheaper.
public struct StaffingSearch: Sendable {
  /// The center whose teams are staffed.
  public let center: Center
  /// Where the search starts; intervals without agents stay without.
  public let start: StaffingPlan
  /// The seed of all random numbers.
  public let seed: UInt64
  /// Replications that decide about a plan.
  public let replications: Int
  /// What is kept.
  public let goal: StaffingGoal
  /// What is varied.
  public let blocks: [StaffingBlock]
  /// What has to be kept, in the order of the file.
  public let promises: [StaffingPromise]

  /// The most blocks of a search.
  public static let mostBlocks = 10_000

  /// A search.
  ///
  /// - Parameters:
  ///   - center: A sound center.
  ///   - start: Where to start; its shape within a block is kept.
  ///   - goal: Over what targets are kept.
  ///   - size: What is varied together.
  ///   - seed: The seed of all random numbers.
  ///   - replications: 8…10,000,000.
  /// - Throws: `StaffingError`.
  public init(
    _ center: Center, start: StaffingPlan, goal: StaffingGoal = .targets,
    size: StaffingBlock.Size = StaffingBlock.Size(), seed: UInt64, replications: Int
  ) throws(StaffingError) {
    guard (Experiment.blockLength...Experiment.mostReplications).contains(replications) else {
      throw .replications(replications)
    }
    promises = DesignResult.promises(of: center, queues: center.queues, goal: goal)
    guard !promises.isEmpty else { throw .noTarget }
    blocks = StaffingBlock.all(of: center, plan: start, size: size)
    guard !blocks.isEmpty else { throw .nobody }
    guard blocks.count <= Self.mostBlocks else { throw .blocks(blocks.count) }
    self.center = center
    self.start = start
    self.goal = goal
    self.seed = seed
    self.replications = replications
  }

  /// How far a search is.
  public struct Progress: Sendable, Hashable {
    /// What it is doing.
    public let phase: Phase
    /// Plans simulated so far.
    public let evaluations: Int
    /// Trials of this step that are done.
    public let done: Int
    /// Trials of this step.
    public let total: Int
    /// The cost of the cheapest plan so far that keeps the targets; `nil` before the first.
    public let cost: Double?
  }

  /// The steps of a search.
  public enum Phase: Sendable, Hashable {
    /// The start is brought to where the targets are just kept.
    case scaling
    /// Agents are taken by effects measured in a part of the replications.
    case reducing
    /// Agents are taken as long as any single one can go.
    case proving
    /// One more here for fewer elsewhere is tried.
    case exchanging
    /// Agents are taken beyond what is sure, to see what the replications leave open.
    case bounding
  }

  /// The quarter of the replications in which effects are measured first, in whole blocks.
  var trialReplications: Int {
    let quarter = (replications / 4 / Experiment.blockLength) * Experiment.blockLength
    return max(min(replications, 2 * Experiment.blockLength), quarter)
  }
}

/// Why no staffing can be found.
public enum StaffingError: Error, Hashable {
  /// Not a number of replications.
  case replications(Int)
  /// The center promises nothing.
  case noTarget
  /// The plan to start from has nobody.
  case nobody
  /// More blocks than a search can vary.
  case blocks(Int)
  /// No staffing keeps this promise: eight times the agents do not.
  case unreachable(StaffingPromise)
  /// The journal to go on from is of another search.
  case foreignJournal
}

/// What a staffing search found: a plan that keeps its promises, and proof that nobody can go.
public struct StaffingResult: Sendable, Hashable {
  /// The plan, which keeps every promise for sure.
  public let plan: StaffingPlan
  /// What is left of it when agents are taken as long as no promise is broken for sure. The
  /// staffing that just keeps the promises lies between the two.
  public let least: StaffingPlan
  /// What it keeps.
  public let promises: [StaffingPromise]
  /// How it keeps each of them.
  public let outcomes: [StaffingPromise.Outcome]
  /// How the plan keeps each of them with customers that the search has not met, as many: the plan was
  /// chosen among many because it does well with those that it has.
  public let confirmation: [StaffingPromise.Outcome]
  /// What taking one agent from each block would do.
  public let removals: [Removal]
  /// The share of contacts that found no trunk or port free with the plan, whom no target of those
  /// offered counts; `nil` where nobody came.
  public let blockingRate: Double?
  /// Plans simulated.
  public let evaluations: Int

  /// One agent less in a block.
  public struct Removal: Sendable, Hashable {
    /// The block.
    public let block: StaffingBlock
    /// `broken`: a promise is missed for sure. `undecided`: it is not sure to be kept; more
    /// replications may tell. A removal that keeps everything is made, and not listed.
    public let verdict: StaffingPromise.Verdict
    /// The promise that suffers most.
    public let promise: StaffingPromise
  }
}

/// What the simulation of one plan gave, in the order of the search: what a search that was
/// interrupted goes on from.
public struct StaffingEvaluation: Sendable, Hashable {
  /// Which plan.
  public let fingerprint: UInt64
  /// How often it was simulated.
  public let replications: Int
  /// How each promise fared.
  public let outcomes: [StaffingPromise.Outcome]

  /// An evaluation from its parts.
  public init(fingerprint: UInt64, replications: Int, outcomes: [StaffingPromise.Outcome]) {
    self.fingerprint = fingerprint
    self.replications = replications
    self.outcomes = outcomes
  }
}
