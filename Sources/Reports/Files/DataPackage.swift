/// The description of a set of reports: `datapackage.json` as the Data Package standard of
/// Frictionless Data (version 1) has it, so that a reader gets types, units and checksums with
/// the files.
public struct DataPackage: Sendable {
  /// A report of the set.
  public struct Resource: Sendable {
    let name: String
    let title: String
    let columns: [Column]
    let rowCount: Int
    let digest: FileDigest

    /// Describes a report that has been written as CSV.
    ///
    /// - Parameters:
    ///   - name: The name of the table; its file has `.csv` added.
    ///   - title: What it shows, in a few words.
    ///   - columns: Its columns, keys first.
    ///   - rowCount: Its rows without the header.
    ///   - digest: Size and hash of the file.
    public init(
      name: String, title: String, columns: [Column], rowCount: Int, digest: FileDigest
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.rowCount = rowCount
      self.digest = digest
    }
  }

  /// What it takes to compute the set again.
  public struct Origin: Sendable {
    let command: String
    let version: String
    let randomStreams: Int
    let seed: UInt64
    let replications: Int
    let scenarios: [(name: String, hash: String)]

    /// States where a set comes from.
    ///
    /// - Parameters:
    ///   - command: The command that was run.
    ///   - version: The version of the program.
    ///   - randomStreams: The version of the random streams.
    ///   - seed: The seed of the run.
    ///   - replications: How many replications were run.
    ///   - scenarios: The designs by name, with the hash of what their files said, in order.
    public init(
      command: String, version: String, randomStreams: Int, seed: UInt64, replications: Int,
      scenarios: [(name: String, hash: String)]
    ) {
      self.command = command
      self.version = version
      self.randomStreams = randomStreams
      self.seed = seed
      self.replications = replications
      self.scenarios = scenarios
    }
  }

  private let origin: Origin
  private let resources: [Resource]

  /// Describes a set.
  public init(origin: Origin, resources: [Resource]) {
    self.origin = origin
    self.resources = resources
  }

  /// Writes the description. It says nothing of the time, the machine or the folder, so that the
  /// same run writes the same bytes.
  public func write(to sink: inout ByteSink) {
    var json = JSONWriter()
    json.object(&sink) { json, sink in
      json.member("profile", "tabular-data-package", &sink)
      json.member("name", "switchboard-\(origin.command)", &sink)
      json.member("title", "Switchboard: \(origin.command)", &sink)
      json.member("version", origin.version, &sink)
      json.key("switchboard", &sink)
      json.object(&sink) { json, sink in write(origin, &json, &sink) }
      json.key("resources", &sink)
      json.array(&sink, resources) { resource, json, sink in
        json.object(&sink) { json, sink in write(resource, &json, &sink) }
      }
    }
    sink.append("\n")
  }

  private func write(_ origin: Origin, _ json: inout JSONWriter, _ sink: inout ByteSink) {
    json.member("command", origin.command, &sink)
    json.member("version", origin.version, &sink)
    json.member("random_streams", origin.randomStreams, &sink)
    // As a text: JSON readers keep only 53 bits of a number.
    json.member("seed", "\(origin.seed)", &sink)
    json.member("replications", origin.replications, &sink)
    json.key("scenarios", &sink)
    json.array(&sink, origin.scenarios) { scenario, json, sink in
      json.object(&sink) { json, sink in
        json.member("name", scenario.name, &sink)
        json.member("sha256", scenario.hash, &sink)
      }
    }
  }

  private func write(_ resource: Resource, _ json: inout JSONWriter, _ sink: inout ByteSink) {
    json.member("profile", "tabular-data-resource", &sink)
    json.member("name", resource.name, &sink)
    json.member("title", resource.title, &sink)
    json.member("path", "\(resource.name).csv", &sink)
    json.member("format", "csv", &sink)
    json.member("mediatype", "text/csv", &sink)
    json.member("encoding", "utf-8", &sink)
    json.member("bytes", resource.digest.byteCount, &sink)
    json.member("hash", "sha256:\(resource.digest.hash)", &sink)
    json.member("rows", resource.rowCount, &sink)
    json.key("dialect", &sink)
    json.object(&sink) { json, sink in
      json.member("delimiter", ",", &sink)
      json.member("lineTerminator", "\r\n", &sink)
    }
    json.key("schema", &sink)
    json.object(&sink) { json, sink in
      json.key("fields", &sink)
      json.array(&sink, resource.columns) { column, json, sink in
        json.object(&sink) { json, sink in write(column, &json, &sink) }
      }
      let keys = resource.columns.filter(\.isKey).map(\.name)
      if !keys.isEmpty {
        json.key("primaryKey", &sink)
        json.array(&sink, keys) { key, json, sink in json.value(key, &sink) }
      }
      json.key("missingValues", &sink)
      json.array(&sink, [""]) { text, json, sink in json.value(text, &sink) }
    }
  }

  private func write(_ column: Column, _ json: inout JSONWriter, _ sink: inout ByteSink) {
    json.member("name", column.name, &sink)
    json.member("title", column.title, &sink)
    json.member("description", column.meaning, &sink)
    switch column.kind {
    case .text, .figure: json.member("type", "string", &sink)
    case .integer: json.member("type", "integer", &sink)
    case .number, .share: json.member("type", "number", &sink)
    case .instant:
      json.member("type", "datetime", &sink)
      json.member("format", "%Y-%m-%d %H:%M:%S", &sink)
    case .moment:
      json.member("type", "datetime", &sink)
      json.member("format", "%Y-%m-%d %H:%M:%S.%f", &sink)
    }
    if !column.unit.isEmpty { json.member("unit", column.unit, &sink) }
  }
}
