import Reports

/// A table with every kind of cell and names that are hard to write.
enum TableFixture {
  static let columns = [
    Column("name", "Name", .text, isKey: true, meaning: "A name."),
    Column("count", "Count", .integer, meaning: "A count."),
    Column("wait_s", "Wait", .number(decimals: 1), unit: "s", meaning: "A wait."),
    Column("service_level", "Service level", .share(decimals: 1), meaning: "A share."),
  ]

  static func table(_ names: [String] = ["voice", "chat, \"live\"", "日本語", "*né|w*"]) -> Table {
    var table = Table(name: "facts", title: "Facts", columns: columns)
    for (index, name) in names.enumerated() {
      table.append([
        .text(name), .integer(index), .number(Double(index) / 8), .optional(index > 0 ? 0.5 : nil),
      ])
    }
    return table
  }
}
