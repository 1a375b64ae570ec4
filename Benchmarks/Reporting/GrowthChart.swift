import Foundation

/// The table of growth as a picture: agents from left to right, each size ten times the one before;
/// the time of a contact upwards.
struct GrowthChart {
  private let rows: [GrowthTable.Row]
  private let top: Double

  private static let width = 640.0
  private static let height = 340.0
  /// The field of the curves, inside the labels.
  private static let left = 56.0
  private static let right = 560.0
  private static let bottom = 290.0
  private static let ceiling = 24.0

  /// - Precondition: There are at least two rows.
  init(_ rows: [GrowthTable.Row]) {
    self.rows = rows
    let most = rows.map(\.engine).max() ?? 0
    top = (most / 100).rounded(.up) * 100
  }

  private func x(_ index: Int) -> Double {
    Self.left + (Self.right - Self.left) * Double(index) / Double(rows.count - 1)
  }

  private func y(_ time: Double) -> Double {
    Self.bottom - (Self.bottom - Self.ceiling) * time / top
  }

  /// Greys and two colours that stand out on light and on dark pages.
  var svg: String {
    let names = "font-family=\"sans-serif\" font-size=\"13\" fill=\"#808080\""
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) "
        + "\(Int(Self.height))\" role=\"img\">",
      "<title>Time of a contact by number of agents</title>",
      "<desc>\(description)</desc>", "<g \(names)>",
    ]
    for step in 0...4 {
      let time = top * Double(step) / 4
      let level = Self.text(y(time))
      lines.append(
        "<path d=\"M\(Self.text(Self.left)) \(level)H\(Self.text(Self.right))\" "
          + "stroke=\"#808080\" stroke-opacity=\"0.3\"/>")
      lines.append(
        "<text x=\"\(Self.text(Self.left - 8))\" y=\"\(Self.text(y(time) + 4))\" "
          + "text-anchor=\"end\">\(Int(time))</text>")
    }
    for (index, row) in rows.enumerated() {
      lines.append(
        "<text x=\"\(Self.text(x(index)))\" y=\"\(Self.text(Self.bottom + 20))\" "
          + "text-anchor=\"middle\">\(GrowthTable.grouped(row.agents))</text>")
    }
    lines.append("<text x=\"\(Self.text(Self.left))\" y=\"14\">ns for each contact</text>")
    lines.append(
      "<text x=\"\(Self.text((Self.left + Self.right) / 2))\" y=\"\(Self.text(Self.height - 8))\" "
        + "text-anchor=\"middle\">agents</text>")
    lines += curve("engine", "#c2410c", dashes: "none", rows.map(\.engine))
    lines += curve("floor", "#2563eb", dashes: "6 4", rows.map(\.floor))
    return (lines + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
  }

  private var description: String {
    rows.map {
      "\(GrowthTable.grouped($0.agents)) agents: engine \(Int($0.engine)), floor \(Int($0.floor))"
    }.joined(separator: "; ")
  }

  /// A curve with a dot at each size, and its name at the end.
  private func curve(
    _ name: String, _ color: String, dashes: String, _ times: [Double]
  ) -> [String] {
    let points = times.indices.map { "\(Self.text(x($0))),\(Self.text(y(times[$0])))" }
    let dots = times.indices.map {
      "<circle cx=\"\(Self.text(x($0)))\" cy=\"\(Self.text(y(times[$0])))\" r=\"3.5\" "
        + "fill=\"\(color)\"/>"
    }
    let last = times.count - 1
    return [
      "<polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" stroke=\"\(color)\" "
        + "stroke-width=\"2\" stroke-dasharray=\"\(dashes)\"/>"
    ] + dots + [
      "<text x=\"\(Self.text(x(last) + 10))\" y=\"\(Self.text(y(times[last]) + 4))\" "
        + "fill=\"\(color)\">\(name)</text>"
    ]
  }

  /// A tenth of a unit is finer than anybody sees.
  private static func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
