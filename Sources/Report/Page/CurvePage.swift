/// What a page about the price of service levels shows.
package struct CurveContent: Sendable, Hashable {
  package let centre: String
  package let forecast: String
  /// ISO 4217.
  package let currency: String
  /// By rising service level.
  package let points: [Point]
  /// The goals as they are.
  package let asPlanned: Point

  package struct Point: Sendable, Hashable {
    /// 0 to 1.
    package let serviceLevel: Double
    package let agentHours: Double
    package let cost: Double
    package let mostAgents: Double

    package init(serviceLevel: Double, agentHours: Double, cost: Double, mostAgents: Double) {
      self.serviceLevel = serviceLevel
      self.agentHours = agentHours
      self.cost = cost
      self.mostAgents = mostAgents
    }
  }

  package init(
    centre: String, forecast: String, currency: String, points: [Point], asPlanned: Point
  ) {
    self.centre = centre
    self.forecast = forecast
    self.currency = currency
    self.points = points
    self.asPlanned = asPlanned
  }
}

/// A page with the curve of agent-hours against the service level, and its values.
package func curvePage(_ content: CurveContent) -> String {
  document(
    title: "\(content.centre) \(content.forecast): what service levels cost",
    """
    <header>
    <p class='centre'>\(Markup.name(content.centre))</p>
    <h1>What service levels cost</h1>
    <p class='about'>Agent-hours on duty that forecast \(content.forecast) needs when every queue that \
    has a service level aims at the one below; thresholds and other bounds stay as they are. The goals \
    as they are need \(Figures.number(content.asPlanned.agentHours)) agent-hours.</p>
    </header>
    <main>
    <figure>
    \(CurveChart(content: content).picture.markup)\(table(of: content).markup)
    </figure>
    </main>
    """)
}

private func table(of content: CurveContent) -> Table {
  var table = Table(
    "Agent-hours and cost by service level",
    columns: [
      .words("Target"), .figures("Agent-hours"), .figures("Cost in \(content.currency)"),
      .figures("Most agents at a time"),
    ])
  func add(_ name: String, _ point: CurveContent.Point) {
    table.add([
      Table.Cell(name), Table.Cell(Figures.number(point.agentHours, decimals: 1)),
      Table.Cell(Figures.number(point.cost)),
      Table.Cell(Figures.number(point.mostAgents, decimals: 1)),
    ])
  }
  for point in content.points { add(Figures.percent(point.serviceLevel, decimals: 0), point) }
  add("as planned", content.asPlanned)
  return table
}

/// Agent-hours against the service level, with a line where the goals as they are stand.
private struct CurveChart {
  let content: CurveContent

  private static let width = 600.0
  private static let height = 220.0
  private static let top = 12.0

  var picture: Picture {
    let hours = content.points.map(\.agentHours) + [content.asPlanned.agentHours]
    let values = ValueAxis(greatest: hours.max() ?? 0, height: Self.height, offset: Self.top)
    var path = Path()
    var marks: Markup = ""
    for (index, point) in content.points.enumerated() {
      let (x, y) = (x(point.serviceLevel), values.y(point.agentHours))
      if index == 0 { path.move(x, y) } else { path.line(x, y) }
      guard index % 2 == 0 else { continue }
      let name = Figures.percent(point.serviceLevel, decimals: 0)
      marks += "<text class='mark' x='\(x)' y='\(Self.top + Self.height + 16)'>\(name)</text>\n"
    }
    let planned = values.y(content.asPlanned.agentHours)
    let drawing: Markup = """
      \(values.lines(width: Self.width))<path class='before' d='M0 \(planned)h\(Self.width)'/>
      <path class='duty' d='\(path.data)'/>
      \(marks)
      """
    return Picture(
      id: "curve", title: "Agent-hours against the service level",
      description: """
        Agent-hours that each service level needs, as a line that rises ever steeper, and those of the \
        goals as they are, as a broken line. The table below has every value.
        """,
      width: Self.width + 40, height: Self.top + Self.height + 24, names: values.labels,
      drawing: drawing)
  }

  private func x(_ level: Double) -> Double {
    let first = content.points.first?.serviceLevel ?? 0
    let last = content.points.last?.serviceLevel ?? 1
    return last > first ? Self.width * (level - first) / (last - first) : 0
  }
}
