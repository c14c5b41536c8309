import Timeline
import Workforce

/// Which weekly hours can be made of shifts.
enum WeeklyHours {
  /// The sum of shifts nearest to the contract's hours, of all weeks that the contract allows; nil
  /// where there is no such week at all.
  ///
  /// A week has from the least (one, if not said) to the most days of the contract, one shift a day, each on a
  /// weekday of its template and none on the weekday of rest. Of two equally near sums the lower.
  static func nearest(to contract: Contract, from templates: [ShiftTemplate]) -> Minutes? {
    let most = contract.maximumDays
    let least = max(1, contract.minimumDays ?? 1)
    // Sums within reach by the number of days that are worked, one weekday more each round.
    var sums: [Set<Int>] = Array(repeating: [], count: most + 1)
    sums[0] = [0]
    for weekday in Weekday.allCases where weekday != contract.weeklyRestDay {
      let lengths = paidLengths(of: templates, on: weekday)
      for days in stride(from: most, to: 0, by: -1) {
        for sum in sums[days - 1] {
          for length in lengths { sums[days].insert(sum + length) }
        }
      }
    }
    let reached = sums.enumerated().filter { $0.offset >= least }.flatMap(\.element)
    let wanted = contract.weekly.count
    let best = reached.min { (abs($0 - wanted), $0) < (abs($1 - wanted), $1) }
    return best.map { Minutes($0) }
  }

  private static func paidLengths(of templates: [ShiftTemplate], on weekday: Weekday) -> Set<Int> {
    let allowed = templates.filter { $0.weekdays.isEmpty || $0.weekdays.contains(weekday) }
    return Set(allowed.flatMap { template in template.lengths.map { template.paid(of: $0).count } })
  }
}

extension CentreReader {
  /// A contract must have shifts that add up to its hours, at every site where somebody has it.
  func checkHours(
    of contracts: Shelf<Contract>, _ templates: Shelf<ShiftTemplate>, _ agents: [Agent],
    _ sites: Shelf<Site>
  ) {
    guard templates.isReadable, !templates.places.isEmpty else { return }
    // A faulty template could be the one that fits.
    guard templates.values.count == templates.places.count else { return }
    for contract in contracts.values {
      let here = Set(agents.filter { $0.contract == contract.id }.map(\.site)).sorted()
      let anywhere = templates.values.filter {
        $0.contracts.isEmpty || $0.contracts.contains(contract.id)
      }
      if reportHours(of: contract, anywhere, at: nil, contracts) { continue }
      for site in here {
        let allowed = anywhere.filter { $0.sites.isEmpty || $0.sites.contains(site) }
        if allowed.count < anywhere.count {
          _ = reportHours(of: contract, allowed, at: site, contracts)
        }
      }
    }
  }

  /// Whether there was something to report.
  private func reportHours(
    of contract: Contract, _ templates: [ShiftTemplate], at site: Site.ID?,
    _ contracts: Shelf<Contract>
  ) -> Bool {
    let place = contracts.places[contract.id.rawValue] ?? Place(file: contracts.file)
    let subject = "contract \"\(contract.id)\"" + (site.map { " at site \"\($0)\"" } ?? "")
    guard !templates.isEmpty else {
      inspection.error(
        place, "\(subject): no shift of shifts.yaml is allowed for it",
        hint: "add a shift, or name it in a shift's contracts\(site == nil ? "" : " and sites")")
      return true
    }
    guard let nearest = WeeklyHours.nearest(to: contract, from: templates) else {
      inspection.error(
        place, "\(subject): its shifts cannot be worked on enough weekdays",
        hint: "widen the days of the shifts, or lessen min-days")
      return true
    }
    let distance = abs(nearest.count - contract.weekly.count)
    guard distance > contract.tolerance.count else { return false }
    let tolerance =
      contract.tolerance > .zero ? ", give or take \(contract.tolerance)," : ""
    let days = contract.maximumDays
    inspection.error(
      place,
      "\(subject): no shifts add up to \(contract.weekly) a week\(tolerance) on at most "
        + "\(days) day\(days == 1 ? "" : "s"); the nearest is \(nearest)",
      hint: "change its hours or tolerance, or the lengths in shifts.yaml")
    return true
  }
}
