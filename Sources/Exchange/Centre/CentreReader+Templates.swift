import Timeline
import Workforce

extension CentreReader {
  func templates(_ contracts: Shelf<Contract>, _ sites: Shelf<Site>) -> Shelf<ShiftTemplate> {
    let file = "shifts.yaml"
    let records = namedRecords(
      in: file, kind: "shift",
      keys: [
        "start", "length", "breaks", "break-grid", "contracts", "sites", "days", "premium",
      ])
    var shelf = Shelf<ShiftTemplate>(file: file, isReadable: records != nil)
    for (id, record) in records ?? [] {
      shelf.claim(id, record.subject, at: record.place, inspection)
      shelf.add(template(id, record, contracts, sites))
    }
    return shelf
  }

  private func template(
    _ id: String, _ record: Record, _ contracts: Shelf<Contract>, _ sites: Shelf<Site>
  ) -> ShiftTemplate? {
    let starts = record.required("start", .starts)
    if !record.has("length") { _ = record.required("length", Notation<Minutes>.length) }
    let lengths = record.list("length", .length)
    let breaks = breaks(record)
    let grid = record.optional("break-grid", .duration(Minutes(1)...Minutes(60))) ?? Minutes(15)
    let allowedContracts: [Contract.ID] = record.list("contracts", contracts.reference()) ?? []
    let allowedSites: [Site.ID] = record.list("sites", sites.reference()) ?? []
    let weekdays = record.list("days", .weekday) ?? []
    let premium = record.optional("premium", .percentage(0...10)) ?? 0
    guard let starts, let lengths, let breaks else { return nil }
    guard !lengths.isEmpty else {
      record.error("length", "the list of lengths is empty", hint: "write a length such as 8h30m")
      return nil
    }
    let template = ShiftTemplate(
      id: .init(id), firstStart: starts.first, lastStart: starts.last, startStep: starts.step,
      lengths: Set(lengths).sorted(), breaks: breaks, breakGrid: grid,
      contracts: allowedContracts, sites: allowedSites, weekdays: weekdays, premium: premium)
    checkBreaks(of: template, record)
    return template
  }

  /// Nil where a break is faulty.
  private func breaks(_ template: Record) -> [ShiftTemplate.BreakRule]? {
    guard let entry = template["breaks"] else { return [] }
    guard case .list(let entries) = entry.content else {
      template.error(
        "breaks", "breaks is not a list",
        hint: "write [{kind: meal, length: 30m, paid: no, window: 3h-5h30m}]")
      return nil
    }
    let rules = entries.enumerated().map { index, entry in
      Record(
        "\(template.subject), break \(index + 1)", entry,
        keys: ["kind", "length", "paid", "window"], inspection
      ).flatMap(breakRule)
    }
    return rules.contains { $0 == nil } ? nil : rules.compactMap(\.self)
  }

  private func breakRule(_ record: Record) -> ShiftTemplate.BreakRule? {
    let kind = record.required("kind", .breakKind)
    let length = record.required("length", .duration(Minutes(1)...(.hours(4))))
    let isPaid = record.required("paid", .yesOrNo)
    let window = record.required("window", .window)
    guard let kind, let length, let isPaid, let window else { return nil }
    return .init(
      kind: kind, length: length, isPaid: isPaid, earliest: window.lowerBound,
      latest: window.upperBound)
  }

  /// Every length must have room for all breaks in their order, each in its window and on the grid.
  private func checkBreaks(of template: ShiftTemplate, _ record: Record) {
    for (earlier, later) in zip(template.breaks, template.breaks.dropFirst())
    where later.earliest < earlier.earliest {
      record.error(
        "breaks",
        "the window of the \(later.kind.rawValue) from \(later.earliest) stands behind one from "
          + "\(earlier.earliest)", hint: "write the breaks in order of their windows")
      return
    }
    for length in template.lengths {
      var free = Minutes.zero
      for rule in template.breaks {
        let start = max(free, rule.earliest).roundedUp(to: template.breakGrid)
        free = start + rule.length
        if start > rule.latest || free > length {
          record.error(
            "breaks",
            "the \(rule.kind.rawValue) of \(rule.length) does not fit into a shift of \(length) "
              + "between \(rule.earliest) and \(rule.latest) after its start",
            hint: "widen its window, or give other breaks to a template of that length")
          break
        }
      }
    }
  }
}

extension Notation where Value == Minutes {
  fileprivate static var length: Notation { .duration(Minutes(15)...(.hours(24))) }
}

extension Notation where Value == Activity.Kind {
  fileprivate static var breakKind: Notation {
    Notation("meal or rest") { text in
      Activity.Kind(rawValue: text).flatMap { [.meal, .rest].contains($0) ? $0 : nil }
    }
  }
}

extension Minutes {
  /// The next multiple of a step, or this one.
  fileprivate func roundedUp(to step: Minutes) -> Minutes {
    Minutes((count + step.count - 1) / step.count * step.count)
  }
}
