/// What is wrong, as a code that stays the same from version to version.
///
/// E0: the text is not JSON. E1: a key or a value. E2: a file or a table. E3: an edit on the
/// command line. E4: something that has to be computed from the scenario. N: only worth knowing.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  /// A file holds nothing, or nothing but white space and comments.
  case emptyFile = "E001"
  /// A file ends before its last value is complete.
  case truncated = "E002"
  /// A character that JSON does not have there.
  case unexpectedCharacter = "E003"
  /// A number that is not written as JSON writes numbers.
  case malformedNumber = "E004"
  /// A number beyond the range of a double.
  case numberTooLarge = "E005"
  /// NaN or an infinity.
  case notANumber = "E006"
  /// Bytes that are not UTF-8.
  case invalidEncoding = "E007"
  /// A control character in a string, which has to be escaped.
  case controlCharacter = "E008"
  /// An escape that JSON does not have, or half a surrogate pair.
  case malformedEscape = "E009"
  /// A comment in a file that is read as strict JSON.
  case commentInStrictFile = "E010"
  /// A comma after the last element in a file that is read as strict JSON.
  case trailingCommaInStrictFile = "E011"
  /// A key that the same object has already.
  case duplicateKey = "E012"
  /// Values nested too deep.
  case tooDeep = "E013"
  /// A file beyond the size limit.
  case fileTooLarge = "E014"
  /// Something after the end of the value.
  case contentAfterEnd = "E015"
  /// A string in single or typographic quotes.
  case wrongQuotes = "E016"
  /// A key without quotes.
  case unquotedKey = "E017"
  /// Two elements without a comma between them.
  case missingComma = "E018"
  /// A word that is none of `true`, `false`, `null`.
  case unknownWord = "E019"
  /// More values in a scenario's files than the limit.
  case tooManyValues = "E020"

  /// A format version that this program does not read, or none.
  case formatVersion = "E101"
  /// A value of the wrong kind.
  case wrongKind = "E102"
  /// A key that has to be there.
  case missingKey = "E103"
  /// A key that there is not.
  case unknownKey = "E104"
  /// A value outside its range.
  case outOfRange = "E105"
  /// A duration without its unit, or one that cannot be read.
  case malformedDuration = "E106"
  /// A rate or share outside 0…1, or one that cannot be read.
  case malformedRate = "E107"
  /// A word that is not among the possible ones.
  case unknownChoice = "E108"
  /// Something the format has and this version does not simulate yet.
  case notSupportedYet = "E109"
  /// A name that holds what names cannot hold.
  case malformedName = "E110"
  /// A word of the trade that is not a key, with what to write instead.
  case wordOfTheTrade = "E111"
  /// A documented limit is passed.
  case limitExceeded = "E112"
  /// Shares that do not sum to 1.
  case sharesDoNotSum = "E113"
  /// Not exactly one of several alternatives.
  case notOneAlternative = "E114"
  /// Opening hours that cannot be read.
  case malformedHours = "E115"
  /// A date that cannot be read or does not exist.
  case malformedDate = "E116"
  /// A name that nothing in the scenario has.
  case unknownName = "E117"
  /// Values that do not go together.
  case contradiction = "E118"
  /// A channel that customers of a class can reach, without a talk time there.
  case missingTalkTime = "E119"
  /// A queue that no team serves.
  case unservedQueue = "E120"
  /// A team without an agent in any interval.
  case noAgents = "E121"
  /// A loop that takes no time.
  case zeroTimeLoop = "E122"
  /// Hours that do not begin and end on the calendar's intervals.
  case offInterval = "E123"

  /// A file that a scenario names is not there.
  case missingFile = "E201"
  /// A file outside the scenario's folder.
  case fileOutside = "E202"
  /// A file that cannot be read.
  case unreadableFile = "E203"
  /// Files that extend one another in a circle.
  case extendsCycle = "E204"
  /// A chain of files that is too long.
  case chainTooLong = "E205"
  /// A table that cannot be read as CSV.
  case malformedTable = "E210"
  /// A table without a row for a time inside opening hours.
  case missingRow = "E211"
  /// A table's cell that cannot be read.
  case malformedCell = "E212"
  /// A table without a column that is needed.
  case missingColumn = "E213"
  /// Two rows of a table for the same time.
  case duplicateRow = "E214"
  /// Rows that do not fit the calendar's interval.
  case rowsDoNotFit = "E215"
  /// A table without any row that is meant.
  case noRows = "E216"
  /// Two columns of a table with the name of one that is needed.
  case duplicateColumn = "E217"

  /// A `--set` argument that cannot be read.
  case malformedEdit = "E301"
  /// A `--set` path that matches nothing.
  case editMatchesNothing = "E302"
  /// A relative edit of something that is not a number.
  case editDoesNotApply = "E303"

  /// Staffing by formula where the formula does not apply.
  case formulaDoesNotApply = "E401"
  /// A volume of offered contacts from which the issues cannot be computed.
  case offeredVolumeUnsolvable = "E402"

  /// A customary shape was taken for a bare duration.
  case customaryShape = "N501"
  /// Customers are expected when the channel that they turn to is closed.
  case outsideHours = "N502"
  /// Something for days that are not simulated, which changes nothing.
  case outsideCalendar = "N503"
}
