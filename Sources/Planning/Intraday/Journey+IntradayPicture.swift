import Exchange
import Report
import Workforce

extension Journey {
  /// Draws a day, queue by queue, into an HTML file that needs nothing else.
  package func writePicture(of intraday: Intraday, to path: String) throws(JourneyFault) {
    let queues = intraday.base.queues.indices.map { index in
      let before = intraday.base.queues[index]
      return IntradayContent.Queue(
        id: before.queue, zone: centre.queue(before.queue)?.opening.zone ?? centre.zone,
        before: before.volume, after: intraday.forecast.queues[index].volume,
        actual: intraday.actuals[index], sentences: intraday.queues[index].notes)
    }
    let content = IntradayContent(
      centre: centre.name, forecast: intraday.base.id, moment: intraday.moment,
      grid: intraday.base.grid, queues: queues)
    try writing { () throws(ExchangeFault) in
      try Exchange.write(intradayPage(content, zone: centre.zone), to: path)
    }
  }
}
