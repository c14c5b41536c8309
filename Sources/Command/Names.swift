import ArgumentParser

/// Refuses names of results that could lead out of their folder, or hide in it.
///
/// A name becomes a file or a folder: `--name peak` of a forecast is `forecasts/peak.csv`.
func checkName(_ name: String?, of option: String) throws {
  guard let name else { return }
  let isPlain = name.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
  guard isPlain, !name.isEmpty else {
    throw ValidationError(
      "\(option) \"\(name)\": write letters, digits and hyphens, such as 2026-W50-high")
  }
}
