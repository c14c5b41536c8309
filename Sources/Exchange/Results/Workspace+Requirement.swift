import Timeline
package import Workforce

extension Workspace {
  private static let requirementColumns = ["agents", "load", "aht"]

  /// Writes `requirements/<id>.csv`: a row for every queue and slot.
  package func write(_ requirement: Requirement) throws(ExchangeFault) {
    var table = CSVText(columns: ["queue", "start"] + Workspace.requirementColumns)
    for queue in requirement.queues {
      for index in requirement.grid.indices {
        table.add(queue.queue.rawValue)
        table.add(requirement.grid.start(of: index))
        table.add(queue.agents[index], places: 2)
        table.add(queue.load[index], places: 4)
        table.add(queue.handlingTime[index], places: 2)
        table.endRow()
      }
    }
    try Exchange.write(table.bytes, to: path("requirements/\(requirement.id).csv"))
  }

  /// Reads a requirement of the centre's queues on slots of its interval.
  package func requirement(_ id: String, of centre: Centre) throws(Findings) -> Requirement {
    let table = try SlotTable.read(
      "requirements/\(id).csv", of: centre, in: self, madeBy: "nobat staff",
      columns: Workspace.requirementColumns)
    return Requirement(
      id: id, grid: table.grid,
      queues: table.queues.map { queue, columns in
        QueueRequirement(
          queue: queue, agents: columns[0], load: columns[1], handlingTime: columns[2])
      })
  }

  /// The requirements that there are, sorted.
  package var requirements: [String] { names(in: "requirements", ending: ".csv") }
}
