/// The columns that several reports have as keys.
enum KeyColumns {
  static let scenario = Column(
    "scenario", "Design", .text, isKey: true, meaning: "The name of the design.")
  static let level = Column(
    "level", "Level", .text, isKey: true,
    meaning: "What kind of part the row is about: all, channel, queue, team, tool or "
      + "campaign.")
  static let name = Column(
    "name", "Name", .text, isKey: true,
    meaning: "The name of the channel, team, tool or campaign; of a queue, its channel's; or all.")
  static let demandClass = Column(
    "class", "Class", .text, isKey: true, meaning: "The name of the demand class, or all.")
  static let channel = Column(
    "channel", "Channel", .text, isKey: true, meaning: "The name of the channel, or all.")
  static let channelOrOutbound = Column(
    "channel", "Channel", .text, isKey: true,
    meaning: "The name of the channel, or all; outbound for a campaign.")
  static let classOrCampaign = Column(
    "class", "Class", .text, isKey: true,
    meaning: "The name of the demand class, or all; of outbound, the campaign's.")
  static let team = Column(
    "team", "Team", .text, isKey: true, meaning: "The name of the team, or all.")
  static let intervalStart = Column(
    "interval_start", "From", .instant, isKey: true, meaning: "The start of the interval.")
  static let intervalEnd = Column(
    "interval_end", "To", .instant, isKey: true,
    meaning: "The end of the interval, which belongs to the next one.")
  static let replication = Column(
    "replication", "Replication", .integer, isKey: true,
    meaning: "The number of the replication, from 0 on.")
}
