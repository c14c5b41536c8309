import FoundationEssentials
import Timeline
import Workforce

/// How a forecast was made, queue by queue: `forecasts/<id>.yaml`, which stands beside its figures.
///
///     es-voice:
///       notes: ["two days were left out"]
///       origins: 9
///       league:
///         - {method: "level", weeks: 1, error: 0.0638, bias: -0.0010, weight: 0.3120}
enum MakingText {
  struct Making {
    let notes: [String]
    let league: League?
    let adjustments: [AppliedAdjustment]
  }

  static func text(of forecast: Forecast) -> String {
    var text = "# How forecasts/\(forecast.id).csv was made; nobat forecast writes it.\n"
    for queue in forecast.queues {
      text += "\(quoted(queue.queue.rawValue)):\n"
      text += "  notes: [\(queue.notes.map(quoted).joined(separator: ", "))]\n"
      text += adjustments(of: queue)
      guard let league = queue.league else { continue }
      text += "  origins: \(league.origins)\n  league:\(league.rows.isEmpty ? " []" : "")\n"
      for row in league.rows {
        var fields = [
          "method: \(quoted(row.method))", "weeks: \(row.weeks)",
          "error: \(decimals(row.error))", "bias: \(decimals(row.bias))",
        ]
        if let covered = row.covered { fields.append("covered: \(decimals(covered))") }
        if let weight = row.weight { fields.append("weight: \(decimals(weight))") }
        text += "    - {\(fields.joined(separator: ", "))}\n"
      }
    }
    return text
  }

  private static func decimals(_ value: Double) -> String {
    value.isFinite ? Decimals.fixed(value, 4) : ".nan"
  }

  /// A double-quoted scalar of YAML 1.2, section 7.3.1.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        // Other control characters, and what YAML takes for the end of a line.
        if scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
          || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xfeff
        {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

extension Workspace {
  /// What stands beside a forecast's figures; nothing where the file is absent.
  func making(ofForecast id: String) throws(Findings) -> [Queue.ID: MakingText.Making] {
    let file = "forecasts/\(id).yaml"
    let inspection = Inspection()
    guard let bytes = bytes(of: file, inspection),
      let root = YAMLText.read(bytes, file: file, inspection)
    else {
      if inspection.hasErrors { throw Findings(inspection.result, of: file) }
      return [:]
    }
    var makings: [Queue.ID: MakingText.Making] = [:]
    switch root.content {
    case .map(let pairs):
      for pair in pairs {
        makings[Queue.ID(pair.key)] = MakingText.making(pair, inspection)
      }
    default:
      inspection.error(root.place, "the file is not a map of queues", hint: "make it anew")
    }
    if inspection.hasErrors { throw Findings(inspection.result, of: file) }
    return makings
  }
}

extension MakingText {
  fileprivate static func making(_ pair: Entry.Pair, _ inspection: Inspection) -> Making? {
    let subject = "queue \"\(pair.key)\""
    guard
      let record = Record(
        subject, pair.value, at: pair.place,
        keys: ["notes", "origins", "league"] + adjustmentKeys,
        inspection)
    else { return nil }
    let notes = record.list("notes", Notation<String>.text) ?? []
    let adjustments = adjustments(of: record, inspection)
    let origins = record.optional("origins", Notation<Int>.whole(0...(.max)))
    guard let origins, case .list(let entries)? = record["league"]?.content else {
      return Making(notes: notes, league: nil, adjustments: adjustments)
    }
    let rows = entries.compactMap { row($0, subject, inspection) }
    return Making(
      notes: notes, league: League(rows: rows, origins: origins), adjustments: adjustments)
  }

  private static func row(
    _ entry: Entry, _ subject: String, _ inspection: Inspection
  ) -> League.Row? {
    let keys = ["method", "weeks", "error", "bias", "covered", "weight"]
    guard let record = Record("a row of \(subject)", entry, keys: keys, inspection) else {
      return nil
    }
    let method = record.required("method", Notation<String>.text)
    let weeks = record.required("weeks", Notation<Int>.whole(1...(.max)))
    let error = record.required("error", Notation<Double>.figure)
    let bias = record.required("bias", Notation<Double>.figure)
    guard let method, let weeks, let error, let bias else { return nil }
    return League.Row(
      method: method, weeks: weeks, error: error, bias: bias,
      covered: record.optional("covered", Notation<Double>.figure),
      weight: record.optional("weight", Notation<Double>.figure))
  }
}

extension Notation where Value == Double {
  /// Any number, or `.nan` for one that nobody knows.
  fileprivate static var figure: Notation {
    Notation("a number such as 0.0638") { text in
      text == ".nan" ? .nan : Decimals.read(text)
    }
  }
}
