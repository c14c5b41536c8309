import FoundationEssentials
package import Timeline
package import Workforce

extension Workspace {
  /// Writes `published/<first day>/`, all of it or nothing: the frozen shifts, those of the
  /// publication before, and how this one came about.
  package func write(_ publication: Publication) throws(ExchangeFault) {
    let folder = path(Workspace.folder(publishedFrom: publication.record.firstDay))
    let record = try Workspace.json(of: publication.record, for: folder)
    try replaceFolder(
      folder,
      with: FrozenTable.now.files(of: publication.shifts)
        + FrozenTable.before.files(of: publication.before)
        + [(Workspace.recordFile, record)])
  }

  /// What was published last of the week that begins on a day; nil where nothing was.
  package func publication(from firstDay: LocalDay) throws(Findings) -> Publication? {
    guard publishedWeeks.contains(firstDay) else { return nil }
    let inspection = Inspection()
    let folder = Workspace.folder(publishedFrom: firstDay)
    let shifts = FrozenTable.now.shifts(in: folder, of: self, inspection)
    let before = FrozenTable.before.shifts(in: folder, of: self, inspection)
    let record = publicationRecord(firstDay, inspection)
    guard let record, !inspection.hasErrors else { throw Findings(inspection.result, of: folder) }
    return Publication(record: record, shifts: shifts, before: before)
  }

  /// First days of the weeks of which anything was published, in order.
  package var publishedWeeks: [LocalDay] {
    Writing.removeStale(in: path("published"))
    return names(in: "published", ending: "").compactMap { LocalDay($0) }.sorted()
  }

  /// The table of a publication's shifts, as findings name it.
  package static func shiftFile(publishedFrom firstDay: LocalDay) -> String {
    "\(folder(publishedFrom: firstDay))/\(FrozenTable.now.shiftFile)"
  }

  /// Keyed by the week: its rosters may have many names, agents have but one week.
  private static func folder(publishedFrom firstDay: LocalDay) -> String { "published/\(firstDay)" }

  private static let recordFile = "publication.json"

  private func publicationRecord(
    _ firstDay: LocalDay, _ inspection: Inspection
  ) -> Publication.Record? {
    let file = "\(Workspace.folder(publishedFrom: firstDay))/\(Workspace.recordFile)"
    guard let bytes = requiredResult(file, madeBy: "nobat publish", inspection) else { return nil }
    guard let record = try? JSONDecoder().decode(Publication.Record.self, from: Data(bytes)),
      record.firstDay == firstDay, (1..<1_000_000_000).contains(record.number)
    else {
      inspection.error(
        Place(file: file), "the file is not the record of this week's publication",
        hint: "take the folder back from a copy: it is what agents were told")
      return nil
    }
    return record
  }
}
