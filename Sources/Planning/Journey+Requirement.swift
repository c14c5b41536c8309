import Exchange
import Staffing
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
