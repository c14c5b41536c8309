import FoundationEssentials

/// A file about to be written.
package typealias NamedFile = (name: String, bytes: [UInt8])

/// The names of what a folder holds, those in folders within it too; sorted.
package func fileNames(in folder: String) -> [String] {
  Writing.removeStale(in: Writing.folder(of: folder))
  return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
}

/// The files of a folder that stay beside an export that adds to it: all but those it writes anew.
package func files(
  in folder: String, notMatching isReplaced: (String) -> Bool
) throws(ExchangeFault) -> [NamedFile] {
  let workspace = Workspace(folder: folder)
  var kept: [NamedFile] = []
  for name in fileNames(in: folder) where !isReplaced(name) {
    // A folder within is made again with its files; what is unfinished is nobody's.
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: workspace.path(name), isDirectory: &isFolder)
    if isFolder || Writing.name(of: name).hasPrefix(Writing.mark) { continue }
    guard let bytes = workspace.contents(of: name) else {
      throw ExchangeFault(path: folder, reason: "\(name), which stands in it, cannot be read")
    }
    kept.append((name: name, bytes: bytes))
  }
  return kept
}
