import Timeline
import Workforce

/// Reads the files of a centre in the order in which they name each other.
///
/// Each file has its part in an extension of its own.
struct CentreReader {
  let workspace: Workspace
  let zones: ZoneShelf
  let inspection: Inspection
  /// Those that calendars can be written in.
  let languages: Languages

  init(workspace: Workspace, zones: ZoneDatabase, _ inspection: Inspection) {
    self.workspace = workspace
    self.zones = ZoneShelf(zones)
    self.inspection = inspection
    languages = workspace.languages(inspection)
  }

  /// The centre as far as it can be read, nil if the settings or a whole file cannot; only good if
  /// the inspection has no errors.
  func centre() -> Centre? {
    let settings = settings()
    var calendars = holidayCalendars()
    let sites = sites(&calendars)
    let queues = queues(&calendars, shrinkage: settings?.shrinkage ?? 0)
    let contracts = contracts()
    let templates = templates(contracts, sites)
    let roll = agents(sites, contracts, queues)
    let rules = rules(sites, contracts, roll)
    let timeOff = timeOff(roll.agents)
    let wishes = wishes(roll.agents, templates)
    let events = events(queues) + exclusions(queues).compactMap(\.event)

    reportEmpty(sites, contracts, templates)
    checkHours(of: contracts, templates, roll.agents.values, sites)
    checkSkills(of: roll, for: queues)
    calendars.reportIdleRows(inspection)
    calendars.reportIdleCalendars(inspection)

    guard let settings else { return nil }
    return Centre(
      name: settings.name, zone: settings.zone, interval: settings.interval,
      weekStart: settings.weekStart, currency: settings.currency, prices: settings.prices,
      sites: sites.values, queues: queues.values, contracts: contracts.values,
      templates: templates.values, rules: rules, agents: roll.agents.values, timeOff: timeOff,
      wishes: wishes, events: events, holidays: calendars.byName)
  }

  private func reportEmpty(
    _ sites: Shelf<Site>, _ contracts: Shelf<Contract>, _ templates: Shelf<ShiftTemplate>
  ) {
    sites.reportEmpty("site", inspection)
    contracts.reportEmpty("contract", inspection)
    templates.reportEmpty("shift template", inspection)
  }
}

// MARK: - Files as records

extension CentreReader {
  /// The maps of a YAML file under their ids, or nil where the file cannot be read.
  func namedRecords(
    in file: String, kind: String, keys: [String]
  ) -> [(id: String, record: Record)]? {
    guard let bytes = workspace.requiredBytes(of: file, inspection),
      let root = YAMLText.read(bytes, file: file, inspection)
    else { return nil }
    guard case .map(let pairs) = root.content else {
      inspection.error(
        root.place, "the file is not a map of \(kind)s",
        hint: "write lines such as my-\(kind): {\(keys[0]): ...}")
      return nil
    }
    return pairs.compactMap { pair in
      let subject = "\(kind) \"\(pair.key)\""
      do throws(Notation<String>.Complaint) {
        _ = try Notation.identifier.read(pair.key)
      } catch {
        inspection.error(pair.place, "the id of \(subject) \(error.message)", hint: error.hint)
      }
      return Record(subject, pair.value, at: pair.place, keys: keys, inspection)
        .map { (pair.key, $0) }
    }
  }

  /// A CSV file, without rows if an optional file is absent, nil where it cannot be read.
  func table(
    of file: String, required: [String], optional: [String] = [], isOptional: Bool = false
  ) -> CSVTable? {
    let bytes =
      isOptional
      ? workspace.bytes(of: file, inspection) : workspace.requiredBytes(of: file, inspection)
    guard let bytes else { return isOptional ? CSVTable(rows: [], isComplete: true) : nil }
    return CSVTable.read(
      bytes, file: file, required: required, optional: optional, inspection)
  }

  func record(_ subject: String, _ row: CSVTable.Row) -> Record {
    Record(subject, values: row.values, place: row.place, inspection)
  }
}
