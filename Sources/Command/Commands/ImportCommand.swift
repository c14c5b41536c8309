import ArgumentParser
import Exchange
import Planning
import Report
import Timeline
import Workforce

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring contacts that an ACD counted into the workspace's history.",
    discussion: """
      EXAMPLE: nobat -C acme import calls.csv --format genesys-cloud --map names.yaml

      The formats genesys-cloud, amazon-connect, calabrio, cisco-ucce and avaya-cms
      are known; their mapping holds the ACD's names of queues, if they differ from
      yours:

        queue: {names: {Support/voice/Spanish: es-voice, Support/chat: es-chat}}

      For any other table the mapping says which column is what:

        timestamp: {column: Interval Start, zone: Europe/Vienna}
        queue: {column: Queue, names: {Spanish Voice: es-voice}}
        offered: {column: Offered}
        handled: {column: Answered}
        aht: {column: AHT, unit: s}
        interval: 15m

      timestamp may have date and time in place of column; format: is iso, ymd, dmy,
      mdy or epoch. A file of one queue has queue: {value: es-voice}. The time of all
      handled contacts is handle-time: {column: Total, total: yes}. Units are s, min
      and hh:mm:ss. decimal: is comma or point where the file does not show it.

      Local times that come twice in a night are taken in the order of the file, and
      reported. The same file twice changes nothing. Of several files all are
      imported, or none.
      """)

  @Argument(help: ArgumentHelp("CSV files of the ACD.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Layout of the files.", valueName: "layout"))
  var format = HistoryFormat.generic

  @Option(name: .customLong("map"), help: "The mapping of names and columns (YAML).")
  var mapping: String?

  @Option(help: "The ACD's time zone, for times without an offset, in place of the mapping's.")
  var tz: String?

  @Option(help: "Length of the slots, where the file does not say it: 5m, 10m, 15m, 30m or 60m.")
  var interval: String?

  @Option(help: "The queue of all rows, in place of the mapping's.")
  var queue: String?

  @Option(
    help: "Name of the file under history/. Default: the imported file's, without its ending.")
  var source: String?

  @Flag(help: "Let rows that differ from what is there take its place.")
  var replace = false

  @Flag(name: .customLong("dry-run"), help: "Say what would be imported, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try checkName(source, of: "--source")
    guard format != .generic || mapping != nil else {
      throw ValidationError(
        "--map is missing: it says which column is what; for a known layout write --format")
    }
    if let interval, slots == nil {
      throw ValidationError("--interval \(interval): write 5m, 10m, 15m, 30m or 60m")
    }
  }

  private var slots: Minutes? {
    interval.flatMap { Minutes($0) }.flatMap { [5, 10, 15, 30, 60].contains($0.count) ? $0 : nil }
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let chosen = queue.map { Queue.ID($0) }
    if let chosen, desk.journey.centre.queue(chosen) == nil {
      throw Stop(status: .usage, message: "--queue \(chosen): no such queue in queues.yaml")
    }
    let order = ImportOrder(
      files: files, format: format, mapping: mapping, zone: try zone(), interval: slots,
      queue: chosen,
      options: ImportOptions(source: source, replacing: replace, isTrial: dryRun))
    let imports = try desk.run { journey throws(JourneyFault) in
      try journey.importHistory(order)
    }
    for result in imports {
      for finding in result.findings { desk.console.note("\(finding)") }
      if !general.json { show(result, on: desk.console) }
    }
    if general.json { try desk.console.json(imports.map(Imported.init)) }
    try stopAtUnknownNames(imports, desk)
  }

  private func zone() throws -> Zone? {
    guard let tz else { return nil }
    do throws(ZoneDatabase.Fault) {
      return try workspace.zones.zone(tz)
    } catch {
      throw Stop(status: .usage, message: "--tz: \(error)")
    }
  }

  private func show(_ result: HistoryImport, on console: Console) {
    var table = Table(
      files.count > 1 ? "Import of \(result.source)" : "Import",
      columns: [
        .words("queue"), .figures("rows"), .words("from"), .words("to"), .figures("covered"),
        .figures("gaps"), .figures("duplicates"), .figures("outliers"),
      ])
    for queue in result.queues {
      table.add([
        .init(queue.queue.rawValue), .init(Figures.number(queue.rows)),
        .init("\(queue.span.start)"), .init("\(queue.span.end)"),
        .init(Figures.percent(queue.coverage)), .init(Figures.number(queue.gaps.count)),
        .init(Figures.number(queue.duplicates)), .init(Figures.number(queue.outliers)),
      ])
    }
    console.result(table.text(style: console.style))
    let verb = dryRun ? "would go" : "went"
    console.result(
      """
      \(result.added) new rows \(verb) to \(result.file), \(result.replaced) replaced, \
      \(result.unchanged) were there already
      """)
  }

  /// Ends a trial whose names nobody knows, with the lines that a mapping needs for them.
  private func stopAtUnknownNames(_ imports: [HistoryImport], _ desk: Desk) throws {
    var rows: [String: Int] = [:]
    var suggestions: [String: Queue.ID] = [:]
    for unknown in imports.flatMap(\.unknownNames) {
      rows[unknown.name, default: 0] += unknown.rows
      suggestions[unknown.name] = unknown.suggestion
    }
    guard !rows.isEmpty else { return }
    let known = desk.journey.centre.queues.map(\.id.rawValue).joined(separator: ", ")
    let lines = rows.keys.sorted().map { name in
      let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      let queue = suggestions[name]?.rawValue ?? ""
      let count = rows[name] ?? 0
      return "    \"\(quoted)\": \(queue)  # \(count) row\(count == 1 ? "" : "s")"
    }
    if !general.json {
      desk.console.result(
        """
        queue:
          names:  # each is one of \(known)
        \(lines.joined(separator: "\n"))
        """)
    }
    throw Stop(
      status: .workspaceInvalid,
      message:
        "\(rows.count) name\(rows.count == 1 ? "" : "s") of queues are unknown, so nothing would "
        + "be imported; add the lines above to the mapping (--map), each with its queue")
  }
}

extension HistoryFormat: ExpressibleByArgument {}

/// An import as JSON tells it.
private struct Imported: Encodable {
  let source: String
  let file: String
  let added: Int
  let replaced: Int
  let unchanged: Int
  let queues: [String: Int]
  /// Names of queues that nobody knows, with their rows.
  let unknown: [String: Int]
  let findings: [Finding]

  init(_ result: HistoryImport) {
    source = result.source
    file = result.file
    added = result.added
    replaced = result.replaced
    unchanged = result.unchanged
    queues = Dictionary(uniqueKeysWithValues: result.queues.map { ($0.queue.rawValue, $0.rows) })
    unknown = Dictionary(result.unknownNames.map { ($0.name, $0.rows) }, uniquingKeysWith: +)
    findings = result.findings
  }
}
