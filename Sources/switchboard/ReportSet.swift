import Reports

/// A set of reports on its way into a folder.
struct ReportSet {
  private var folder: ReportFolder
  private var resources: [DataPackage.Resource] = []

  /// Finds or makes the folder.
  init(_ path: String) throws(Failure) {
    folder = try ReportFolder(path)
  }

  /// Writes a report under a temporary name.
  mutating func write(_ report: Report) throws(Failure) {
    if Task.isCancelled {
      folder.discard()
      throw Failure(.interrupted, nil)
    }
    var rows = 0
    let digest = try folder.write("\(report.name).csv") { rows = report.writeCSV(to: &$0) }
    resources.append(
      DataPackage.Resource(
        name: report.name, title: report.title, columns: report.columns, rowCount: rows,
        digest: digest))
  }

  /// Writes `contacts.csv` under a temporary name.
  ///
  /// - Parameter render: Appends the rows, and returns how many there are.
  mutating func writeContacts(_ render: (inout ByteSink) -> Int) throws(Failure) {
    var rows = 0
    let digest = try folder.write("\(ContactReport.name).csv") { sink in
      ContactReport.writeHeader(to: &sink)
      rows = render(&sink)
    }
    resources.append(
      DataPackage.Resource(
        name: ContactReport.name, title: ContactReport.title, columns: ContactReport.columns,
        rowCount: rows, digest: digest))
  }

  /// Describes the set and puts all files in their places.
  mutating func commit(_ origin: DataPackage.Origin) throws(Failure) {
    let package = DataPackage(origin: origin, resources: resources)
    _ = try folder.write(ReportFolder.description) { package.write(to: &$0) }
    try folder.commit()
  }

  /// Leaves everything as it was.
  func discard() {
    folder.discard()
  }
}
