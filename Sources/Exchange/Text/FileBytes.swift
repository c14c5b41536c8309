#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's `read`, which a method of that name would hide.
private func readSome(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(file, buffer, count)
}

/// Reads whole files; a history of hundreds of megabytes stands in memory once.
enum FileBytes {
  /// Why a file gives no bytes, said after its name.
  enum Fault: Error, Hashable {
    case missing
    case folder
    case unreadable(String)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func read(_ path: String) throws(Fault) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw fault() }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw fault() }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .folder }
    var bytes: [UInt8] = []
    // One byte more than the file has shows its end; a pipe says no size and is read in pieces.
    var room = max(Int(status.st_size) + 1, 1 << 16)
    while true {
      let piece = try chunk(of: file, atMost: room)
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      room = 1 << 20
    }
  }

  /// Reads until so many bytes are there or the file ends.
  private static func chunk(of file: Int32, atMost room: Int) throws(Fault) -> [UInt8] {
    var reason: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room {
        let got = readSome(file, buffer.baseAddress?.advanced(by: count), room - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { reason = errno }
        if got <= 0 { return }
        count += got
      }
    }
    guard reason == 0 else { throw .unreadable(String(cString: strerror(reason))) }
    return bytes
  }

  private static func fault() -> Fault {
    errno == ENOENT || errno == ENOTDIR
      ? .missing : .unreadable(String(cString: strerror(errno)))
  }
}
