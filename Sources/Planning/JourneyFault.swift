package import CalDAV
package import Exchange
package import Forecasting
package import Rostering
package import Staffing
package import Timeline
package import Workforce

/// Why the line cannot go on, in sentences that name the next step.
package enum JourneyFault: Error, Sendable, CustomStringConvertible {
  /// The workspace's files contradict themselves or the format; every finding is listed.
  case workspace(Findings)
  case forecasting(ForecastFault)
  case staffing(StaffingFault)
  case rostering(RosteringFault)
  /// No mix of skills can be looked for.
  case mixing(String)
  /// A moment that a forecast does not reach: its first and last.
  case outsideForecast(String, Instant, Instant)
  case writing(ExchangeFault)
  /// A result that a step builds on does not exist.
  case missing(kind: String, id: String?, known: [String], remedy: String)
  /// More agents have to be present than a site has seats, whatever the search tried.
  case seats([Violation])
  /// A roster that breaks hard rules is not handed out unasked.
  case broken(roster: String, [Violation])
  /// Two rosters that are to be compared plan different weeks.
  case differentWeeks(String, LocalDay, String, LocalDay)
  /// Two forecasts that are to be compared have no time in common.
  case differentTimes(String, Interval, String, Interval)
  /// No calendar can be where a server's address leads to.
  case calendarServer(CalDAVFault)
  /// The checker found rules broken in a roster just made: a defect of Nobat, never written.
  case unsound([Violation])

  package var description: String {
    switch self {
    case .workspace(let findings): "\(findings)"
    case .forecasting(let fault): "\(fault)"
    case .staffing(let fault): "\(fault)"
    case .rostering(let fault): "\(fault)"
    case .mixing(let sentence): sentence
    case .outsideForecast(let id, let start, let end):
      "forecast \(id) is of \(start) to \(end); give a moment of that time, or another forecast"
    case .writing(let fault): "\(fault)"
    case .missing(let kind, let id, let known, let remedy):
      [
        id.map { "there is no \(kind) \"\($0)\"" } ?? "there is no \(kind) yet",
        known.isEmpty ? nil : "known are \(known.joined(separator: ", "))", remedy,
      ].compactMap(\.self).joined(separator: "; ")
    case .seats(let violations):
      """
      no roster was found that keeps the seats, so none was written; give the site more seats in \
      sites.yaml, wider start windows in shifts.yaml, or its agents fewer hours:
      """ + violations.map { "\n  \($0)" }.joined()
    case .broken(let roster, let violations):
      """
      roster \(roster) breaks \(violations.count == 1 ? "a hard rule" : "\(violations.count) hard rules") \
      and was not published; mend it, make it anew with nobat roster, or publish it --anyway:
      """ + violations.map { "\n  \($0)" }.joined()
    case .differentWeeks(let first, let firstDay, let second, let secondDay):
      """
      \(first) is of the week from \(firstDay), \(second) of the week from \(secondDay); \
      compare rosters of one week
      """
    case .differentTimes(let first, let time, let second, let otherTime):
      """
      forecast \(first) is of \(time.start) to \(time.end), \(second) of \(otherTime.start) to \
      \(otherTime.end); compare forecasts that have some time in common
      """
    case .calendarServer(let fault): "\(fault)"
    case .unsound(let violations):
      """
      the roster breaks \(violations.count) hard rules and was not written; this is a defect of \
      Nobat, please report it with the workspace:
      """ + violations.map { "\n  \($0)" }.joined()
    }
  }

  /// Whether the planner's input is at fault rather than the machine.
  package var isAboutInput: Bool {
    switch self {
    case .writing, .unsound: false
    default: true
    }
  }
}
