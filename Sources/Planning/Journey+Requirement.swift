import Exchange
import Forecasting
import Report
package import Staffing
package import Workforce

extension Journey {
  /// Turns a forecast into agents needed, in the digits that the file will have.
  package func requirement(
    for forecast: Forecast, named name: String? = nil, quantile: Double? = nil
  ) throws(JourneyFault) -> Requirement {
    report("staff", 0)
    let requirement: Requirement
    do throws(StaffingFault) {
      requirement = try Staffing.requirement(
        for: forecast, named: name ?? forecast.id, in: centre, quantile: quantile)
    } catch {
      throw .staffing(error)
    }
    report("staff", 1)
    return requirement.asFiled
  }

  /// The same with days that keep their service level with a probability; `seed` is of the futures
  /// that they are held against.
  package func requirement(
    for forecast: Forecast, named name: String? = nil, keepingDaysWith probability: Double,
    seed: UInt64 = 1
  ) throws(JourneyFault) -> Requirement {
    report("staff", 0)
    let requirement: Requirement
    do throws(StaffingFault) {
      requirement = try Staffing.requirement(
        for: forecast, named: name ?? forecast.id, in: centre, keepingDaysWith: probability
      ) { queue in
        let zone = centre.queue(queue.queue)?.opening.zone ?? centre.zone
        return paths(
          Self.futures, of: queue, on: forecast.grid, in: zone, dayShare: Self.dayShare, seed: seed)
      }
    } catch {
      throw .staffing(error)
    }
    report("staff", 1)
    return requirement.asFiled
  }

  private static let futures = 400
  /// Of a slot's variance, what its whole day has in common: days are busy or quiet throughout.
  private static let dayShare = 0.6

  /// What service levels cost.
  package func serviceCurve(
    of forecast: Forecast, quantile: Double? = nil
  ) throws(JourneyFault) -> ServiceCurve {
    do throws(StaffingFault) {
      return try ServiceCurve(of: forecast, in: centre, quantile: quantile)
    } catch {
      throw .staffing(error)
    }
  }

  /// Writes `requirements/<forecast>-curve.html`; its path.
  package func writeCurve(_ curve: ServiceCurve) throws(JourneyFault) -> String {
    let path = workspace.path("requirements/\(curve.forecast)-curve.html")
    try writing { () throws(ExchangeFault) in
      try Exchange.write(curvePage(curve.content(for: centre.name)), to: path)
    }
    return path
  }

  /// Writes `requirements/<id>.csv`.
  package func keep(_ requirement: Requirement) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in try workspace.write(requirement) }
  }

  /// The requirement of an id; without one, the latest.
  package func storedRequirement(_ id: String?) throws(JourneyFault) -> Requirement {
    let id = try choose(
      id, of: workspace.requirements, kind: "requirement", remedy: "run nobat staff")
    return try reading { () throws(Findings) in try workspace.requirement(id, of: centre) }
  }
}

extension ServiceCurve {
  /// What a page shows of the curve.
  fileprivate func content(for centre: String) -> CurveContent {
    func shown(_ point: Point) -> CurveContent.Point {
      CurveContent.Point(
        serviceLevel: point.serviceLevel, agentHours: point.agentHours, cost: point.cost,
        mostAgents: point.mostAgents)
    }
    return CurveContent(
      centre: centre, forecast: forecast, currency: currency, points: points.map(shown),
      asPlanned: shown(asPlanned))
  }
}
