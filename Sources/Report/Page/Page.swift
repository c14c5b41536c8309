import Timeline
import Workforce

/// The whole report as one HTML file that needs nothing else: no script, style, font or picture from
/// elsewhere.
///
/// It reads without JavaScript, on a phone, on paper and by ear: pictures scroll inside their own box
/// and have their values in a table below, what colours say is said by signs and words as well, and
/// every name is text and nothing else.
package func page(_ content: ReportContent) -> String {
  let title = "\(content.centre.name) \(content.week.id)"
  return document(
    title: title,
    """
    \(header(content))
    <main>
    \(tiles(content))
    \(violationsSection(content))
    \(serviceSection(content))
    \(coverSection(content))
    \(whySection(content))
    \(rosterSection(content))
    \(forecastSection(content))
    \(notesSection(content))
    </main>
    \(footer(content))
    """)
}

/// A whole HTML file around what its body shows.
func document(title: String, _ body: Markup) -> String {
  let html: Markup = """
    <!DOCTYPE html>
    <html lang='en' dir='ltr'>
    <head>
    <meta charset='utf-8'/>
    <meta name='viewport' content='width=device-width, initial-scale=1'/>
    <meta name='color-scheme' content='light dark'/>
    <meta name='generator' content='Nobat'/>
    <meta http-equiv='Content-Security-Policy' content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
    <title>\(title)</title>
    <style>
    \(styleSheet)
    </style>
    </head>
    <body>
    \(body)
    <script>
    \(hoverScript)
    </script>
    </body>
    </html>

    """
  return html.text
}

private func header(_ content: ReportContent) -> Markup {
  let (centre, week) = (content.centre, content.week)
  let zone = WeekClock(zone: week.zone).name(during: week.interval)
  let hours = Figures.number(week.interval.length.hours)
  let counts = [
    counted(centre.agents.count, "agent", "agents"),
    counted(centre.queues.count, "queue", "queues"),
    counted(centre.sites.count, "site", "sites"),
  ].joined(separator: ", ")
  return """
    <header>
    <p class='centre'>\(Markup.name(centre.name))</p>
    <h1>\(week.days.longName)</h1>
    <p class='about'>Week \(week.id), \(hours) hours in intervals of \(week.slot.description). \
    \(counts). All times by the clock of \(zone), unless an agent’s own clock is named.</p>
    <nav aria-label='Sections'><a href='#service'>Service</a> <a href='#cover'>Cover</a> \
    <a href='#roster'>Roster</a> <a href='#forecast'>Forecast</a> <a href='#notes'>Notes</a> \
    <a href='#provenance'>Provenance</a></nav>
    </header>
    """
}

/// `1 agent`, `24 agents`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(Figures.number(count)) \(count == 1 ? one : many)"
}

private func violationsSection(_ content: ReportContent) -> Markup {
  guard !content.violations.isEmpty else { return .empty }
  let clock = WeekClock(zone: content.week.zone)
  var table = Table(
    "Hard rules that the roster breaks",
    columns: [.words("Rule"), .words("Agent"), .times("When"), .words("What is wrong")])
  for violation in content.violations {
    let name = violation.agent.flatMap { content.centre.agent($0)?.name ?? $0.rawValue }
    table.add([
      Table.Cell(violation.rule), Table.Cell(name ?? Figures.unknown),
      Table.Cell(violation.interval.map { clock.span($0) } ?? Figures.unknown),
      Table.Cell(violation.sentence),
    ])
  }
  return """
    <section id='violations'><h2>Hard rules broken</h2>
    <div class='scroll'>\(table.markup)</div></section>
    """
}

private func footer(_ content: ReportContent) -> Markup {
  var table = Table("How this plan was made", columns: [.words("What"), .words("Value")])
  for row in content.provenance { table.add([Table.Cell(row.name), Table.Cell(row.value)]) }
  let effort = content.roster.effort
  for (name, value) in [
    ("forecast", content.forecast.id), ("requirement", content.requirement.id),
    ("roster", content.roster.id),
    ("search ended by", effort.ending),
    ("price rounds", Figures.number(effort.priceRounds)),
    ("lines generated", Figures.number(effort.linesGenerated)),
    ("sweeps", Figures.number(effort.sweeps)),
    ("integer problems", Figures.number(effort.integerProblems)),
  ] {
    table.add([Table.Cell(name), Table.Cell(value)])
  }
  return """
    <footer id='provenance'><h2>Provenance</h2>
    <div class='scroll'>\(table.markup)</div></footer>
    """
}
