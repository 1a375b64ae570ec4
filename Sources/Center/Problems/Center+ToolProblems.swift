extension Center {
  /// What does not hold in what a tool does for the contacts that it does not contain, and in when
  /// it does so.
  func assistanceProblems(of tool: SelfServiceTool) -> [Problem] {
    var list = ProblemList(prefix: ["selfService", tool.name])
    list.requireShare(tool.handleTimeSaved, at: "handleTimeSaved")
    if !(tool.patienceFactor >= 0.01 && tool.patienceFactor <= 100) {
      list.add("patienceFactor", .badValue, "\(tool.patienceFactor); expected 0.01…100")
    }
    if let message = beginningProblem(tool.worksFrom) { list.add("from", .badValue, message) }
    return list.problems
  }
}
