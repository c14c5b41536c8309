package import Workforce

/// All that a report shows: the plan of one week, and what it was made from.
///
/// A report is a function of this value alone. It holds no clock: the same content gives the same
/// bytes.
package struct ReportContent: Sendable, Hashable {
  package let centre: Centre
  package let week: PlanningWeek
  /// Contacts of the weeks before, drawn thinly behind the forecast; nil draws none.
  package let history: History?
  /// May reach beyond the week; the report shows the week's part.
  package let forecast: Forecast
  package let requirement: Requirement
  package let roster: Roster
  package let coverage: Coverage
  /// What customers can expect, per queue and day.
  package let outlook: [ServiceOutlook]
  /// The hard rules that the independent check found broken.
  package let violations: [Violation]
  /// How the plan was made (version, seed, zone rules, inputs), for the foot of the page.
  package let provenance: [Provenance]

  /// A line of the report's foot: `seed`, `1`.
  package struct Provenance: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(
    centre: Centre, week: PlanningWeek, history: History? = nil, forecast: Forecast,
    requirement: Requirement, roster: Roster, coverage: Coverage, outlook: [ServiceOutlook],
    violations: [Violation], provenance: [Provenance] = []
  ) {
    self.centre = centre
    self.week = week
    self.history = history
    self.forecast = forecast
    self.requirement = requirement
    self.roster = roster
    self.coverage = coverage
    self.outlook = outlook
    self.violations = violations
    self.provenance = provenance
  }
}
