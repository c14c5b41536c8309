import ExampleCentres
import FoundationEssentials
import Testing

/// `Examples/` in git is what the generator makes, but for the histories.
///
/// `NOBAT_RECORD=1 swift test --filter RecordedDocumentsTests` writes it anew.
@Suite struct RecordedDocumentsTests {
  /// `Examples/` of the checkout that this file lies in.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples")

  private static let isRecording = ProcessInfo.processInfo.environment["NOBAT_RECORD"] == "1"

  @Test(
    "Examples/ holds exactly the generator's documents", arguments: ExampleCentre.all.map(\.name))
  func documentsAreRecorded(name: String) throws {
    let centre = try #require(ExampleCentre.named(name))
    let folder = Self.folder.appending(path: name)
    if Self.isRecording { try record(centre, in: folder) }
    for file in centre.documents {
      let recorded = try Data(contentsOf: folder.appending(path: file.path))
      #expect(Array(recorded) == file.contents, "\(name)/\(file.path)")
      #expect(file.contents.count <= 1_000_000, "\(name)/\(file.path)")
    }
    let present = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.contains(".") }.sorted()
    #expect(present == centre.documents.map(\.path))
  }

  private func record(_ centre: ExampleCentre, in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for file in centre.documents {
      let place = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.contents).write(to: place)
    }
  }
}
