import Timeline
package import Workforce

extension Workspace {
  private static let requirementColumns = ["agents", "load", "aht"]
  private static let workColumns = ["at_work", "shrinkage"]
  private static let reasonColumns = ["because", "model", "target", "definition", "planned_for"]

  /// Writes `requirements/<id>.csv`: a row for every queue and slot, with what led to the need.
  ///
  /// `agents` is `at_work` divided by 1 - `shrinkage`, or the minimum staff, in hundredths.
  package func write(_ requirement: Requirement) throws(ExchangeFault) {
    let isExplained = requirement.queues.allSatisfy { $0.explanation != nil }
    let explaining = isExplained ? Workspace.workColumns + Workspace.reasonColumns : []
    var table = CSVText(columns: ["queue", "start"] + Workspace.requirementColumns + explaining)
    for queue in requirement.queues {
      for index in requirement.grid.indices {
        table.add(queue.queue.rawValue)
        table.add(requirement.grid.start(of: index))
        table.add(queue.agents[index], places: 2)
        table.add(queue.load[index], places: 4)
        table.add(queue.handlingTime[index], places: 2)
        if isExplained, let explanation = queue.explanation {
          table.add(explanation.atWork[index], places: 4)
          table.add(explanation.shrinkage[index], places: 4)
          table.add(explanation.rulings[index].rawValue)
          table.add(explanation.model.rawValue)
          table.add(explanation.target)
          table.add(explanation.definition?.rawValue ?? "")
          table.add(explanation.plannedFor)
        }
        table.endRow()
      }
    }
    try Exchange.write(table.bytes, to: path("requirements/\(requirement.id).csv"))
  }

  /// Reads a requirement of the centre's queues on slots of its interval.
  ///
  /// What led to the needs may be missing, as in a file that a planner made.
  package func requirement(_ id: String, of centre: Centre) throws(Findings) -> Requirement {
    let table = try SlotTable.read(
      "requirements/\(id).csv", of: centre, in: self, madeBy: "nobat staff",
      columns: Workspace.requirementColumns, optional: Workspace.workColumns,
      words: Workspace.reasonColumns)
    return Requirement(
      id: id, grid: table.grid,
      queues: table.queues.map { queue, columns, words in
        QueueRequirement(
          queue: queue, agents: columns[0], load: columns[1], handlingTime: columns[2],
          explanation: NeedExplanation(atWork: columns[3], shrinkage: columns[4], words: words))
      })
  }

  /// The requirements that there are, sorted.
  package var requirements: [String] { names(in: "requirements", ending: ".csv") }
}

extension NeedExplanation {
  /// From the columns of a file; nil where one of them does not say what Nobat writes.
  fileprivate init?(atWork: [Double], shrinkage: [Double], words: [[String]]) {
    let rulings = words[0].compactMap(Ruling.init)
    guard !(atWork + shrinkage).contains(where: \.isNaN), rulings.count == atWork.count,
      let model = words[1].first.flatMap(Goal.Model.init), let target = words[2].first,
      let definition = words[3].first, let plannedFor = words[4].first
    else { return nil }
    self.init(
      model: model, target: target, definition: ServiceLevelDefinition(rawValue: definition),
      plannedFor: plannedFor, atWork: atWork, shrinkage: shrinkage, rulings: rulings)
  }
}
