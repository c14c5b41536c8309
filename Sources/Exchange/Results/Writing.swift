import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file whole or not at all: into a hidden file beside it, which then takes its name.
///
/// A run that is killed leaves the previous file as it was. Folders on the way are made.
package func write(_ bytes: some Collection<UInt8>, to path: String) throws(ExchangeFault) {
  try Writing.makeFolder(of: path)
  let folder = Writing.folder(of: path)
  Writing.removeStale(in: folder)
  let temporary = "\(folder)/\(Writing.temporaryName(for: Writing.name(of: path)))"
  do throws(ExchangeFault) {
    try Writing.writePlainly(bytes, to: temporary)
    try Writing.move(temporary, to: path)
  } catch {
    unlink(temporary)
    throw ExchangeFault(path: path, reason: error.reason)
  }
}

/// Writes a text as UTF-8; see ``write(_:to:)``.
package func write(_ text: String, to path: String) throws(ExchangeFault) {
  try write(Array(text.utf8), to: path)
}

/// Writes files into a folder that may hold others: their bytes first, and their names only when all of
/// them are on the disk.
package func write(
  _ files: [NamedFile], into folder: String
) throws(ExchangeFault) {
  var temporaries: [String] = []
  for file in files {
    // Names may lead into folders within.
    let path = "\(folder)/\(file.name)"
    try Writing.makeFolder(of: path)
    Writing.removeStale(in: Writing.folder(of: path))
    let name = Writing.temporaryName(for: Writing.name(of: path))
    temporaries.append("\(Writing.folder(of: path))/\(name)")
  }
  var path = folder
  do throws(ExchangeFault) {
    for (file, temporary) in zip(files, temporaries) {
      path = "\(folder)/\(file.name)"
      try Writing.writePlainly(file.bytes, to: temporary)
    }
    for (file, temporary) in zip(files, temporaries) {
      path = "\(folder)/\(file.name)"
      try Writing.move(temporary, to: path)
    }
  } catch {
    for temporary in temporaries { unlink(temporary) }
    throw ExchangeFault(path: path, reason: error.reason)
  }
}

/// Puts files that belong together in the place of a folder: all of them or none; a name may hold
/// folders of its own, such as `changes/mina.txt`.
///
/// They are written into a hidden folder beside it; then two renames swap the folders. A run that is
/// killed between the two leaves the previous folder under a hidden name, from which the next reading
/// or writing brings it back.
package func replaceFolder(
  _ path: String, with files: [NamedFile]
) throws(ExchangeFault) {
  let parent = Writing.folder(of: path)
  try Writing.makeFolder(parent)
  Writing.removeStale(in: parent)
  let temporary = "\(parent)/\(Writing.temporaryName(for: Writing.name(of: path)))"
  let previous = temporary + Writing.previous
  Writing.remove(temporary)
  do throws(ExchangeFault) {
    try Writing.makeFolder(temporary)
    for file in files {
      if file.name.contains("/") { try Writing.makeFolder(of: "\(temporary)/\(file.name)") }
      try Writing.writePlainly(file.bytes, to: "\(temporary)/\(file.name)")
    }
    let isReplacing = FileManager.default.fileExists(atPath: path)
    if isReplacing { try Writing.move(path, to: previous) }
    do throws(ExchangeFault) {
      try Writing.move(temporary, to: path)
    } catch {
      if isReplacing { try Writing.move(previous, to: path) }
      throw error
    }
    Writing.remove(previous)
  } catch {
    Writing.remove(temporary)
    throw ExchangeFault(path: path, reason: error.reason)
  }
}

/// The steps of writing, and the names of what is not yet whole.
enum Writing {
  /// Begins the name of everything that is not finished; then come the process and the final name.
  static let mark = ".nobat-"

  /// Ends the name of a folder that is about to be replaced.
  static let previous = ".previous"

  static func temporaryName(for name: String) -> String { "\(mark)\(getpid())-\(name)" }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func makeFolder(of path: String) throws(ExchangeFault) {
    try makeFolder(folder(of: path))
  }

  static func makeFolder(_ folder: String) throws(ExchangeFault) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: nil)
    } catch {
      throw ExchangeFault(path: folder, reason: "the folder cannot be made")
    }
  }

  /// Writes to a name that nobody reads yet.
  static func writePlainly(
    _ bytes: some Collection<UInt8>, to path: String
  ) throws(ExchangeFault) {
    guard let file = fopen(path, "wb") else { throw ExchangeFault(path: path, errno: errno) }
    let content = Array(bytes)
    let written = fwrite(content, 1, content.count, file)
    let reason = errno
    // What the disk refuses may show only now.
    guard fclose(file) == 0 else { throw ExchangeFault(path: path, errno: errno) }
    guard written == content.count else { throw ExchangeFault(path: path, errno: reason) }
  }

  static func move(_ path: String, to target: String) throws(ExchangeFault) {
    guard rename(path, target) == 0 else { throw ExchangeFault(path: target, errno: errno) }
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes what runs that no longer live have left unfinished in a folder, and puts back a folder
  /// that was moved away and not replaced.
  ///
  /// That one comes back whoever moved it: numbers of processes are given again, after a restart of the
  /// machine to others, in a container to the very next run. A run that is just between its two renames
  /// then fails, and nothing is lost.
  static func removeStale(in folder: String) {
    for name in unfinished(in: folder) {
      let path = "\(folder)/\(name.text)"
      if name.final.hasSuffix(previous) {
        let final = "\(folder)/\(name.final.dropLast(previous.count))"
        if !FileManager.default.fileExists(atPath: final), rename(path, final) == 0 { continue }
      }
      if !isAlive(name.process) { remove(path) }
    }
  }

  /// The hidden names in a folder, with the process that made each.
  static func unfinished(in folder: String) -> [(text: String, process: Int32, final: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      guard name.hasPrefix(mark) else { return nil }
      let rest = name.dropFirst(mark.count)
      guard let end = rest.firstIndex(of: "-"), let process = Int32(rest[..<end]), process > 0
      else { return nil }
      return (name, process, String(rest[rest.index(after: end)...]))
    }
  }

  /// Whether a process lives, ours or another's.
  static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}

extension ExchangeFault {
  init(path: String, errno code: Int32) {
    self.init(path: path, reason: String(cString: strerror(code)))
  }
}
