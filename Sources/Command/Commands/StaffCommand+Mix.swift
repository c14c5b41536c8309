import Planning
import Report
import Staffing
import Timeline
import Workforce

/// What `nobat staff --mix` shows.
struct MixShowing {
  let mix: PlannedMix

  /// The tables of a mix, or the sentence why there is none.
  func text(style: Style, zone: Zone) -> String {
    let start = zone.reading(at: mix.interval.start)
    let title = "Least-cost mix of skills, \(start.day) \(start.time)"
    switch mix.answer {
    case .mix(let found):
      return title + "\n\n" + groups(of: found, title).text(style: style) + "\n"
        + summary(of: found) + "\n"
        + queues(of: found).text(style: style)
    case .unserved(let places):
      let names = places.map { mix.problem.queues[$0].name }.joined(separator: ", ")
      return """
        \(title): nobody on offer can serve \(names); give an agent the skill, or close the queue \
        at that time
        """
    case .tooFew(let counted, let needed, let onOffer):
      return """
        \(title): \(who(counted)) need \(needed) agents at work, and \(onOffer) are on offer; \
        employ more, or ask with --any-number what would be best
        """
    }
  }

  private func who(_ counted: MixAnswer.Counted) -> String {
    switch counted {
    case .queues(let queues):
      queues.places.map { mix.problem.queues[$0].name }.joined(separator: " and ")
    case .site(let site): "the floors of site \(site)"
    case .together: "all queues together"
    }
  }

  private func groups(of found: Mix, _ title: String) -> Table {
    var table = Table(
      title,
      columns: [.words("group"), .figures("at work"), .figures("on offer"), .figures("cost each")])
    for (group, count) in zip(mix.problem.groups, found.counts) where count > 0 {
      table.add([
        .init(group.name), .init(Figures.number(Double(count))),
        .init(group.available.map { Figures.number(Double($0)) } ?? "any"),
        .init(Figures.number(group.cost, decimals: 2)),
      ])
    }
    return table
  }

  private func summary(of found: Mix) -> String {
    let cost = Figures.number(found.cost, decimals: 2)
    let bound = Figures.number(found.bound, decimals: 2)
    let over = found.bound > 0 ? found.cost / found.bound - 1 : 0
    return """
      cost \(cost) an hour, bound \(bound) (\(Figures.percent(over)) above it); shrinkage comes on top

      """
  }

  private func queues(of found: Mix) -> Table {
    var table = Table(
      "Simulated",
      columns: [
        .words("queue"), .figures("erlangs"), .words("target"), .figures("service level"),
        .figures("+-"), .figures("abandoned"), .words("verdict"),
      ])
    guard let verdict = found.verdict else { return table }
    for (place, queue) in mix.problem.queues.enumerated() {
      guard case .line = queue.service else { continue }
      let isMissed = found.missed.contains(place)
      let target = queue.target.serviceLevel.map { level in
        let share = Figures.percent(level, decimals: 0)
        let seconds = Figures.number(queue.target.threshold)
        return "\(share) in \(seconds) s \(queue.target.definition.words)"
      }
      table.add([
        .init(queue.name), .init(Figures.number(queue.load, decimals: 2)),
        .init(target ?? Figures.unknown), .init(Figures.percent(verdict.serviceLevel[place])),
        .init(Figures.percent(verdict.halfWidth[place])),
        .init(Figures.percent(verdict.abandonment[place])),
        .init(isMissed ? "missed" : "kept"),
      ])
    }
    return table
  }

  /// The same for programs.
  struct Answer: Encodable {
    struct Group: Encodable {
      let name: String
      let agents: Int
      let cost: Double
    }

    struct Queue: Encodable {
      let name: String
      let load: Double
      let target: Double?
      let threshold: Double
      let definition: ServiceLevelDefinition
      let serviceLevel: Double?
      let halfWidth: Double?
      let abandonment: Double?
      let isMissed: Bool
    }

    let start: Instant
    /// `mix`, `unserved` or `too-few`.
    let outcome: String
    let cost: Double?
    let bound: Double?
    let groups: [Group]
    let queues: [Queue]
  }

  var answer: Answer {
    let found = mix.answer.mix
    let outcome =
      switch mix.answer {
      case .mix: "mix"
      case .unserved: "unserved"
      case .tooFew: "too-few"
      }
    return Answer(
      start: mix.interval.start, outcome: outcome, cost: found?.cost, bound: found?.bound,
      groups: zip(mix.problem.groups, found?.counts ?? []).map { group, count in
        Answer.Group(name: group.name, agents: count, cost: group.cost)
      },
      queues: mix.problem.queues.enumerated().map { place, queue in
        let verdict = found?.verdict
        return Answer.Queue(
          name: queue.name, load: queue.load, target: queue.target.serviceLevel,
          threshold: queue.target.threshold, definition: queue.target.definition,
          serviceLevel: verdict?.serviceLevel[place], halfWidth: verdict?.halfWidth[place],
          abandonment: verdict?.abandonment[place], isMissed: found?.missed.contains(place) ?? true)
      })
  }
}
