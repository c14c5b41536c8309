import ArgumentParser
import Planning
import Report
import Staffing
import Timeline
import Workforce

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "Turn a forecast into agents needed, per queue and interval.",
    discussion: """
      EXAMPLE: nobat -C acme staff 2026-W50

      Writes requirements/<forecast>.csv: for every queue and interval the agents, and
      why: load, target and its definition, model, shrinkage, and what decided. Needs
      stay fractional, in hundredths: rounding is left to the roster.

      --keep-days 0.9 staffs for whole days that keep their service level nine times
      out of ten. --curve shows what service levels cost, as a table and a chart
      (requirements/<forecast>-curve.html). --mix finds the cheapest agents by site and
      skills for one interval; a simulation says what becomes of each queue.
      """)

  @Argument(help: "The forecast. Default: the latest.")
  var forecast: String?

  @OptionGroup var caution: CautionOptions

  @Option(
    name: .customLong("keep-days"),
    help: ArgumentHelp(
      "Staff so that days keep their service level with this probability.", valueName: "0.9"))
  var keepDays: Double?

  @Flag(help: "Show agent-hours and cost by service level; writes a chart.")
  var curve = false

  @Flag(help: "Find the least-cost mix of skills for one interval; writes nothing.")
  var mix = false

  @Option(
    help: ArgumentHelp(
      "Of --mix: the interval, by the centre's clock. Default: the busiest.",
      valueName: "2026-12-07T10:00"))
  var at: Origin?

  @Flag(
    name: .customLong("any-number"), help: "Of --mix: as many agents of each group as it takes.")
  var anyNumber = false

  @Option(help: "What to call the requirement. Default: its forecast's name.")
  var name: String?

  @Flag(name: .customLong("dry-run"), help: "Show the requirement without writing it.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try checkName(name, of: "--name")
    guard keepDays.map({ $0 > 0 && $0 < 1 }) ?? true else {
      throw ValidationError("--keep-days lies between 0 and 1, such as 0.9")
    }
    if keepDays != nil, caution.quantile != nil || curve || mix {
      throw ValidationError("--keep-days goes without --quantile, --curve and --mix")
    }
    if curve, mix { throw ValidationError("give --curve or --mix, one at a time") }
    if at != nil || anyNumber, !mix {
      throw ValidationError("--at and --any-number say nothing without --mix")
    }
    if curve || mix, name != nil {
      throw ValidationError("--name is of a requirement, and --curve and --mix make none")
    }
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    if curve { return try showCurve(at: desk) }
    if mix { return try showMix(at: desk) }
    let requirement = try desk.run { journey throws(JourneyFault) in
      let forecast = try journey.storedForecast(forecast)
      let requirement =
        if let keepDays {
          try journey.requirement(for: forecast, named: name, keepingDaysWith: keepDays)
        } else {
          try journey.requirement(for: forecast, named: name, quantile: caution.quantile)
        }
      if !dryRun { try journey.keep(requirement) }
      return requirement
    }
    if general.json {
      try desk.console.json(requirement)
    } else {
      let tables = [table(of: requirement), why(requirement)]
      desk.console.result(
        tables.map { $0.text(style: desk.console.style) }.joined(separator: "\n"))
    }
  }

  private func table(of requirement: Requirement) -> Table {
    var table = Table(
      "Requirement \(requirement.id)",
      columns: [
        .words("queue"), .figures("agent-hours"), .figures("erlang-hours"), .figures("most agents"),
      ])
    let hours = requirement.grid.slot.hours
    for queue in requirement.queues {
      table.add([
        .init(queue.queue.rawValue),
        .init(Figures.number(hours * queue.agents.reduce(0, +), decimals: 1)),
        .init(Figures.number(hours * queue.load.reduce(0, +), decimals: 1)),
        .init(Figures.number(queue.agents.max() ?? 0, decimals: 2)),
      ])
    }
    return table
  }
}

extension StaffCommand {
  /// What led to the needs of each queue, over all slots.
  private func why(_ requirement: Requirement) -> Table {
    var table = Table(
      "Why",
      columns: [
        .words("queue"), .words("model"), .words("target"), .words("for"), .figures("shrinkage"),
        .words("decided by"),
      ])
    for queue in requirement.queues {
      guard let why = queue.explanation else { continue }
      let shrinkage = [why.shrinkage.min(), why.shrinkage.max()].compactMap(\.self)
      let shares = Set(shrinkage).sorted().map { Figures.percent($0) }.joined(separator: " to ")
      table.add([
        .init(queue.queue.rawValue), .init(why.model.rawValue), .init(why.target),
        .init(why.plannedFor), .init(shares), .init(why.summary),
      ])
    }
    return table
  }

  private func showCurve(at desk: Desk) throws {
    let curve = try desk.run { journey throws(JourneyFault) in
      let curve = try journey.serviceCurve(
        of: try journey.storedForecast(forecast), quantile: caution.quantile)
      if !dryRun { _ = try journey.writeCurve(curve) }
      return curve
    }
    guard !general.json else { return try desk.console.json(curve) }
    var table = Table(
      "What service levels cost, forecast \(curve.forecast)",
      columns: [
        .words("target"), .figures("agent-hours"), .figures("cost \(curve.currency)"),
        .figures("most agents"),
      ])
    func add(_ name: String, _ point: ServiceCurve.Point) {
      table.add([
        .init(name), .init(Figures.number(point.agentHours, decimals: 1)),
        .init(Figures.number(point.cost)),
        .init(Figures.number(point.mostAgents, decimals: 1)),
      ])
    }
    for point in curve.points { add(Figures.percent(point.serviceLevel, decimals: 0), point) }
    add("as planned", curve.asPlanned)
    desk.console.result(table.text(style: desk.console.style))
  }

  private func showMix(at desk: Desk) throws {
    let zone = desk.journey.centre.zone
    let moment = at.map { zone.instant(of: $0.reading) }
    let mix = try desk.run { journey throws(JourneyFault) in
      try journey.mix(
        for: try journey.storedForecast(forecast), at: moment, quantile: caution.quantile,
        isLimited: !anyNumber)
    }
    let showing = MixShowing(mix: mix)
    if general.json {
      try desk.console.json(showing.answer)
    } else {
      desk.console.result(showing.text(style: desk.console.style, zone: zone))
    }
  }
}

extension NeedExplanation {
  /// What decided most slots, by share of the open ones: `service-level 80 %, min-staff 20 %`.
  fileprivate var summary: String {
    let open = rulings.filter { $0 != .closed }
    guard !open.isEmpty else { return "closed" }
    return Ruling.allCases.compactMap { ruling -> String? in
      let count = open.count { $0 == ruling }
      guard count > 0 else { return nil }
      return
        "\(ruling.rawValue) \(Figures.percent(Double(count) / Double(open.count), decimals: 0))"
    }.joined(separator: ", ")
  }
}
