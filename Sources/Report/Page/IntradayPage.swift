package import Timeline
package import Workforce

/// What a page about the middle of a day shows.
package struct IntradayContent: Sendable, Hashable {
  package let centre: String
  package let forecast: String
  package let moment: Instant
  package let grid: Grid
  package let queues: [Queue]

  /// A queue's slots of the grid.
  package struct Queue: Sendable, Hashable {
    package let id: Workforce.Queue.ID
    package let zone: Zone
    package let before: [Band]
    package let after: [Band]
    /// NaN where it is not known what came.
    package let actual: [Double]
    package let sentences: [String]

    package init(
      id: Workforce.Queue.ID, zone: Zone, before: [Band], after: [Band], actual: [Double],
      sentences: [String]
    ) {
      self.id = id
      self.zone = zone
      self.before = before
      self.after = after
      self.actual = actual
      self.sentences = sentences
    }
  }

  package init(
    centre: String, forecast: String, moment: Instant, grid: Grid, queues: [Queue]
  ) {
    self.centre = centre
    self.forecast = forecast
    self.moment = moment
    self.grid = grid
    self.queues = queues
  }
}

/// A page of its own with a chart a queue: the day until now, and its rest before and after.
package func intradayPage(_ content: IntradayContent, zone: Zone) -> String {
  let clock = WeekClock(zone: zone)
  let moment = clock.dayTime(content.moment)
  var figures: Markup = ""
  for (index, queue) in content.queues.enumerated() {
    let chart = IntradayChart(of: queue, in: content)
    let sentences = queue.sentences.map { sentence -> Markup in
      "<p class='note'>\(sentence)</p>\n"
    }
    figures += """
      <h3>\(Markup.name(queue.id.rawValue)) <span class='kind'>by the clock of \(queue.zone.description)</span></h3>
      <figure>
      \(chart.picture(id: "queue\(index)").markup)\(chart.table().folded("All values of the chart"))
      </figure>
      \(sentences)
      """
  }
  return document(
    title: "\(content.centre) \(moment)",
    """
    <header>
    <p class='centre'>\(Markup.name(content.centre))</p>
    <h1>\(moment)</h1>
    <p class='about'>What came so far, and what is expected of the rest of the day, against forecast \
    \(content.forecast).</p>
    </header>
    <main>
    <p class='legend'><span class='key'><i class='sw duty'></i>came</span>\
    <span class='key'><i class='sw before'></i>expected before</span>\
    <span class='key'><i class='sw outer'></i>10 % to 90 % before</span>\
    <span class='key'><i class='sw expected'></i>expected now</span>\
    <span class='key'><i class='sw band'></i>10 % to 90 % now</span></p>
    \(figures)</main>
    """)
}
