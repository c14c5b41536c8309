package import Timeline

/// Who works when: every agent's shifts of a planning week, with what it costs and how good it is.
package struct Roster: Hashable, Sendable, Codable {
  package let id: String
  /// First of the seven local days; agents' shifts belong to these dates of their own zones.
  package let firstDay: LocalDay
  package let grid: Grid
  /// In order of agent and start.
  package let shifts: [Shift]
  package let cost: Cost
  /// No roster of these inputs can cost less; proven by the optimiser.
  package let bound: Money
  /// What a planner should know: agents who cannot reach their hours, and why.
  package let notes: [String]
  /// How it was found.
  package let effort: Effort

  package init(
    id: String, firstDay: LocalDay, grid: Grid, shifts: [Shift], cost: Cost, bound: Money,
    notes: [String], effort: Effort
  ) {
    self.id = id
    self.firstDay = firstDay
    self.grid = grid
    self.shifts = shifts.sorted {
      ($0.agent, $0.interval.start) < ($1.agent, $1.interval.start)
    }
    self.cost = cost
    self.bound = bound
    self.notes = notes
    self.effort = effort
  }

  /// The same roster with one more thing to know.
  package func adding(note: String?) -> Roster {
    Roster(
      id: id, firstDay: firstDay, grid: grid, shifts: shifts, cost: cost, bound: bound,
      notes: notes + [note].compactMap(\.self), effort: effort)
  }

  /// How much of the cost a better roster might save at the most, 0 to 1.
  package var gap: Double { cost.gap(to: bound) }

  /// What a roster costs, by reason.
  package struct Cost: Hashable, Sendable, Codable {
    /// Paid hours at the site's hourly cost.
    package var pay: Money
    /// Night, Sunday, holiday and template premiums.
    package var premium: Money
    package var wishes: Money
    /// Required agent-hours that are missing, priced.
    package var under: Money
    /// Agent-hours on duty that nobody needs, priced.
    package var over: Money

    package init(
      pay: Money = .zero, premium: Money = .zero, wishes: Money = .zero, under: Money = .zero,
      over: Money = .zero
    ) {
      self.pay = pay
      self.premium = premium
      self.wishes = wishes
      self.under = under
      self.over = over
    }

    package var total: Money { pay + premium + wishes + under + over }
  }

  /// Counted work; never seconds, which would differ from run to run.
  package struct Effort: Hashable, Sendable, Codable {
    package var priceRounds: Int
    package var linesGenerated: Int
    package var sweeps: Int
    package var integerProblems: Int
    /// Why the search stopped: `gap`, `rounds`, `cancelled`.
    package var ending: String

    package init(
      priceRounds: Int = 0, linesGenerated: Int = 0, sweeps: Int = 0, integerProblems: Int = 0,
      ending: String = "rounds"
    ) {
      self.priceRounds = priceRounds
      self.linesGenerated = linesGenerated
      self.sweeps = sweeps
      self.integerProblems = integerProblems
      self.ending = ending
    }
  }
}
