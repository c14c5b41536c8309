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
      EXAMPLE: nobat -C acme import calls.csv --map mapping.yaml

      The mapping says which column is what:

        timestamp: {column: Interval Start, zone: Europe/Vienna}
        queue: {column: Queue, names: {Spanish Voice: es-voice}}
        offered: {column: Offered}
        aht: {column: AHT, unit: s}
        interval: 15m

      A file of one queue has queue: {value: es-voice}. Dates such as 07.12.2026 or 12/07/2026 take
      format: dmy or format: mdy in timestamp. The same file twice changes nothing.
      """)

  @Argument(help: ArgumentHelp("CSV files of the ACD.", valueName: "file"))
  var files: [String]

  @Option(name: .customLong("map"), help: "The mapping of columns (YAML).")
  var mapping: String

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
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let chosen = queue.map { Queue.ID($0) }
    if let chosen, desk.journey.centre.queue(chosen) == nil {
      throw Stop(status: .usage, message: "--queue \(chosen): no such queue in queues.yaml")
    }
    var imports: [Imported] = []
    for file in files {
      let result = try desk.run { journey throws(JourneyFault) in
        try journey.importHistory(
          file, mapping: mapping, queue: chosen, source: source, replacing: replace,
          writing: !dryRun)
      }
      for finding in result.findings { desk.console.note("\(finding)") }
      imports.append(Imported(result))
      if !general.json { show(result, on: desk.console) }
    }
    if general.json { try desk.console.json(imports) }
  }

  private func show(_ result: HistoryImport, on console: Console) {
    var table = Table(
      "Import",
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
}

/// An import as JSON tells it.
private struct Imported: Encodable {
  let file: String
  let added: Int
  let replaced: Int
  let unchanged: Int
  let queues: [String: Int]
  let findings: [Finding]

  init(_ result: HistoryImport) {
    file = result.file
    added = result.added
    replaced = result.replaced
    unchanged = result.unchanged
    queues = Dictionary(uniqueKeysWithValues: result.queues.map { ($0.queue.rawValue, $0.rows) })
    findings = result.findings
  }
}
