import Timeline
package import Workforce

extension Workspace {
  /// The history of all files under `history/`, or every finding.
  package func history(of centre: Centre) throws(Findings) -> History {
    let (history, findings) = readHistory(of: centre)
    guard let history else { throw Findings(findings, of: "history") }
    guard !history.queues.isEmpty else {
      throw Findings(
        Finding(
          .error, file: "history", message: "there is no history of any queue",
          hint: "import one with nobat import"))
    }
    return history
  }

  /// The findings about the history alone, warnings too: a queue without history is one.
  package func historyFindings(of centre: Centre) -> [Finding] {
    readHistory(of: centre).findings
  }

  /// The history, nil if a file has an error, with all findings.
  package func readHistory(of centre: Centre) -> (history: History?, findings: [Finding]) {
    let inspection = Inspection()
    var reader = HistoryReader(centre.queues.map(\.id), inspection)
    for file in files(in: "history", ending: ".csv") {
      if let bytes = Workspace.rawBytes(at: path(file), named: file, inspection) {
        reader.read(bytes, file: file)
      }
    }
    let queues = reader.queues.compactMap { rows in
      history(of: rows, files: reader.files, inspection)
    }
    if reader.files.isEmpty {
      inspection.warning(
        Place(file: "history"), "there is no history", hint: "import one with nobat import")
    } else {
      let known = Set(reader.queues.filter { !$0.observations.isEmpty }.map(\.queue))
      for queue in centre.queues where !known.contains(queue.id) {
        reportMissing(queue, known, inspection)
      }
    }
    return (inspection.hasErrors ? nil : History(queues), inspection.result)
  }

  /// A queue without history is well only where it borrows one.
  private func reportMissing(
    _ queue: Queue, _ known: Set<Queue.ID>, _ inspection: Inspection
  ) {
    let place = Place(file: "history")
    guard let borrowing = queue.borrowing else {
      inspection.warning(
        place, "queue \"\(queue.id)\" has no history",
        hint: "import it with nobat import, or let it borrow one: write like, another queue, and "
          + "contacts-per-week in queues.yaml")
      return
    }
    guard known.isDisjoint(with: borrowing.donors) else { return }
    inspection.warning(
      place, "queue \"\(queue.id)\" has no history, and what it is like has none either",
      hint: "name a queue that has one in queues.yaml")
  }

  /// Places a queue's rows on a grid from the first to the last.
  private func history(
    of rows: HistoryReader.QueueRows, files: [String], _ inspection: Inspection
  ) -> QueueHistory? {
    let observations = rows.sorted()
    guard let first = observations.first?.start, let last = observations.last?.start else {
      return nil
    }
    rows.check(observations, files, inspection)
    let slot = 60 * rows.minutes
    let count = (last.seconds - first.seconds) / slot + 1
    // 5 million slots are 47 years of 5 minutes: a mistyped year, and not worth the memory.
    guard count <= 5_000_000 else {
      let years = (last.seconds - first.seconds) / (365 * 86_400)
      let wrong = observations[observations.count - 1]
      inspection.error(
        Place(file: files[Int(wrong.file)], line: Int(wrong.line)),
        "queue \"\(rows.queue)\" has a history of \(years) years, from \(first) to \(last)",
        hint: "mend the year of one of them")
      return nil
    }
    var offered = Array(repeating: Double.nan, count: count)
    var handled = offered
    var handlingTime = offered
    for observation in observations {
      let index = (observation.start.seconds - first.seconds) / slot
      offered[index] = observation.offered
      handled[index] = observation.handled
      handlingTime[index] = observation.handlingTime
    }
    return QueueHistory(
      queue: rows.queue, grid: Grid(start: first, slot: Minutes(rows.minutes), count: count),
      offered: offered, handled: handled, handlingTime: handlingTime)
  }
}

extension HistoryReader.QueueRows {
  /// In order of time; of equal starts the one that was read first.
  func sorted() -> [Observation] {
    let isSorted = zip(observations, observations.dropFirst()).allSatisfy { $0.start <= $1.start }
    if isSorted { return observations }
    return observations.sorted { ($0.start, $0.file, $0.line) < ($1.start, $1.file, $1.line) }
  }

  /// Reports rows of one slot, and rows that lie beside the slots of the first row.
  func check(_ sorted: [Observation], _ files: [String], _ inspection: Inspection) {
    guard let first = sorted.first else { return }
    let slot = 60 * minutes
    for index in sorted.indices {
      let row = sorted[index]
      let place = Place(file: files[Int(row.file)], line: Int(row.line))
      if (row.start.seconds - first.start.seconds) % slot != 0 {
        inspection.error(
          place,
          "queue \"\(queue)\" starts at \(row.start), which is no multiple of \(minutes)m after "
            + "\(first.start) of \(files[Int(first.file)]), line \(first.line)",
          hint: "mend the start or the minutes")
      }
      guard index > 0, sorted[index - 1].start == row.start else { continue }
      let other = sorted[index - 1]
      let otherPlace =
        other.file == row.file
        ? "line \(other.line)" : "\(files[Int(other.file)]), line \(other.line)"
      inspection.error(
        place, "queue \"\(queue)\" at \(row.start) is already in \(otherPlace)",
        hint: "keep one of the two rows")
    }
  }
}
