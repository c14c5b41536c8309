import Workforce

/// A file about to be written.
package typealias NamedFile = (name: String, bytes: [UInt8])

/// The files of a folder that stay beside an export that adds to it: all but those it writes anew.
package func files(
  in folder: String, notMatching isReplaced: (String) -> Bool
) throws(ExchangeFault) -> [NamedFile] {
  Writing.removeStale(in: Writing.folder(of: folder))
  let names = Workspace(folder: folder).files(in: ".", ending: "").map { Writing.name(of: $0) }
  var kept: [NamedFile] = []
  for name in names where !isReplaced(name) {
    let path = "\(folder)/\(name)"
    guard let bytes = Workspace.rawBytes(at: path, named: name, Inspection()) else {
      throw ExchangeFault(path: folder, reason: "\(name), which stands in it, cannot be read")
    }
    kept.append((name: name, bytes: bytes))
  }
  return kept
}
