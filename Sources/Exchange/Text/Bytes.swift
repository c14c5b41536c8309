/// The letters that formats are made of, as bytes.
extension UInt8 {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let blank = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let pipe = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let slash = UInt8(ascii: "/")
  static let point = UInt8(ascii: ".")
  static let minus = UInt8(ascii: "-")
  static let zero = UInt8(ascii: "0")

  /// Whether the byte goes on with a character that began before it (10xxxxxx).
  var isUTF8Continuation: Bool { self & 0xc0 == 0x80 }
}

enum UTF8Text {
  /// The marker that spreadsheets put before UTF-8 text.
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// The offset of the first byte that is not part of a character, or nil for good UTF-8.
  static func firstFlaw(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  /// The line, counted from 1, that holds a byte.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == .newline }
  }

  /// The column, counted from 1 in Unicode scalars, of a byte in the line that starts at `start`.
  static func column(of offset: Int, inLineAt start: Int, of bytes: [UInt8]) -> Int {
    1 + bytes[start..<offset].count { !$0.isUTF8Continuation }
  }
}
