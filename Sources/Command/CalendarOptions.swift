import ArgumentParser
import Exchange
import Timeline

/// How calendars shall look; what is not said here stands in the workspace.
struct CalendarOptions: ParsableArguments {
  @Option(help: "Times on the agent's clock with its zone (local), or in Greenwich time (utc).")
  var times: CalendarStyle.Times?

  @Option(
    help: "Breaks in the description of their shift (described), as events of their own, or hidden."
  )
  var breaks: CalendarStyle.Breaks?

  @Flag(inversion: .prefixedNo, help: "Days off and leave as all-day events.")
  var daysOff: Bool?

  @Option(
    help: ArgumentHelp(
      "Ring so long before each shift, such as 30m; 0m: never.", valueName: "time"),
    transform: CalendarOptions.alarm)
  var alarm: Minutes?

  @Flag(inversion: .prefixedNo, help: "Hide details from others who see the calendar.")
  var `private`: Bool?

  @Option(
    help: ArgumentHelp(
      "Keep cancelled events so long, marked as such; 0: they go at once.", valueName: "days"))
  var cancelled: Int?

  @Option(
    help: ArgumentHelp(
      "The language of all, such as de, whatever agents.csv says.", valueName: "tag"))
  var language: String?

  func validate() throws {
    if let cancelled, !(0...3650).contains(cancelled) {
      throw ValidationError("--cancelled lies between 0 and 3650 days")
    }
  }

  /// The workspace's style with what was asked for here.
  func applied(to workspace: CalendarStyle) throws -> CalendarStyle {
    var style = workspace
    style.times = times ?? style.times
    style.breaks = breaks ?? style.breaks
    style.showsDaysOff = daysOff ?? style.showsDaysOff
    if let alarm { style.alarm = alarm > .zero ? alarm : nil }
    style.isPrivate = `private` ?? style.isPrivate
    style.cancelledDays = cancelled ?? style.cancelledDays
    if let language {
      guard style.languages.speaks(language) else {
        let tags = style.languages.all.map(\.tag).joined(separator: ", ")
        throw Stop(
          status: .usage,
          message: "--language \(language): there are \(tags); others go in languages/<tag>.yaml")
      }
      style.languageOfAll = language
    }
    return style
  }

  private static func alarm(_ text: String) throws -> Minutes {
    guard let time = Minutes(text), (.zero ... .days(7)).contains(time) else {
      throw ValidationError("write a time such as 30m or 1h, up to 7d")
    }
    return time
  }
}

extension CalendarStyle.Times: ExpressibleByArgument {}
extension CalendarStyle.Breaks: ExpressibleByArgument {}
