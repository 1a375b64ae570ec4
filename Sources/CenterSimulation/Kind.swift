/// What happens, in the order in which things at one instant happen.
enum Kind {
  static let boundary: UInt32 = 0
  static let serviceEnd: UInt32 = 1
  static let agentsLeave: UInt32 = 2
  static let agentsCome: UInt32 = 3
  static let selfServiceEnd: UInt32 = 4
  static let arrival: UInt32 = 5
  static let overflow: UInt32 = 6
  static let patienceEnd: UInt32 = 7
  static let outbound: UInt32 = 8
  static let dialing: UInt32 = 9
}
