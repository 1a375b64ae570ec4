extension ObjectDeclaration {
  private static let weeks = ValueKind.duration(0...520 * 604_800)

  /// The people of a team over the year.
  static let workforce = ObjectDeclaration(
    "workforce", "The people of a team over the year; plan follows them week by week.",
    [
      Field(
        "headcount", .integer(0...1_000_000), .required,
        "Trained agents on the first counted day."),
      Field(
        "attrition", .either([.rate, .list(of: .object(attritionStep), count: 1...100)]),
        .defaults("0"),
        "The share of agents who leave within a year; a list where new agents leave faster."),
      Field(
        "hoursAWeek", .duration(3_600...604_800),
        "Paid hours of an agent a week; by default calendar.fullTimeWeek."),
      Field("hiring", .object(hiring), "How new agents come; without it, none do."),
      Field(
        "training", weeks, .defaults("\"0s\""),
        "From the first day of a class to its first day of work, in whole weeks; paid."),
      Field(
        "passRate", .rate, .defaults("1"),
        "The share of a class that passes; the others leave when training ends."),
      Field(
        "proficiency", .list(of: .number(0.01...10), count: 1...120),
        "What an agent does of what an experienced one does, by month after training; the last "
          + "holds from there on. A team with tenure has it from there."),
      Field(
        "overtime", .duration(0...604_800), .defaults("\"0s\""),
        "The most overtime of an agent a week to close a gap; costs the team's overtimeRate."),
      Field("cost", .object(workforceCost), "What people cost beside their wages."),
    ])

  private static let attritionStep = ObjectDeclaration(
    "attritionStep", "How fast agents leave who have been there for so long.",
    [
      Field(
        "months", .number(0...1_200), .required,
        "Months after training from which the step holds; the first is at 0."),
      Field(
        "rate", .rate, .required, "The share that would leave within a year at this speed."),
    ], isReplacedWhole: true)

  private static let hiring = ObjectDeclaration(
    "hiring", "How new agents come: classes decided on, and those that plan may suggest.",
    [
      Field(
        "lead", weeks, .defaults("\"0s\""),
        "From the decision to the first day of training, in whole weeks."),
      Field(
        "classes", .list(of: .object(hiringClass), count: 0...1_000),
        "Classes that have been decided on."),
      Field(
        "toRequirement", .boolean, .defaults("false"),
        "Whether the classes that plan suggests are started too."),
      Field(
        "smallestClass", .integer(1...1_000_000), .defaults("1"),
        "The fewest agents of a class that is suggested."),
      Field(
        "largestClass", .integer(1...1_000_000), .defaults("1000"),
        "The most agents of a class that is suggested."),
      Field(
        "every", weeks, .defaults("\"1w\""),
        "The least time from the start of one class to that of the next suggested one."),
    ])

  private static let hiringClass = ObjectDeclaration(
    "hiringClass", "Agents who begin their training together.",
    [
      Field("start", .date, .required, "The first day of training."),
      Field("agents", .integer(1...1_000_000), .required, "How many begin."),
    ], isReplacedWhole: true)

  private static let workforceCost = ObjectDeclaration(
    "workforceCost", "What people cost beside their wages.",
    [
      Field(
        "perHire", .money, .defaults("0"), "Recruiting, for each agent who begins training."),
      Field(
        "perTrainee", .money, .defaults("0"),
        "Trainers and rooms, for each agent who begins training."),
      Field(
        "perVendorHour", .money,
        "For each hour of a vendor, which closes what overtime leaves of a gap; without it, none "
          + "does."),
    ])
}
