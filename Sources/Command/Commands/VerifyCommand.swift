import ArgumentParser
import Planning
import Rostering
import Workforce

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a roster against every hard rule, and reckon its cover and cost anew.",
    discussion: """
      EXAMPLE: nobat -C acme verify 2026-W50

      The checker shares no code with the optimiser. Exit status 6: a rule is broken, or the cost
      that the roster claims is not what it costs.
      """)

  @Argument(help: "The roster. Default: the latest.")
  var roster: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  private struct Outcome: Encodable {
    let roster: String
    let violations: [Violation]
    let cost: Workforce.Roster.Cost
    let claimed: Double
    let costAgrees: Bool
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let judged = try desk.run { journey throws(JourneyFault) in
      try journey.storedRoster(roster).judged
    }
    let cost = judged.verdict.cost.total.amount
    let claimed = judged.roster.cost.total.amount
    // Files carry cents; anything beyond is another roster's cost.
    let agrees = abs(cost - claimed) < 0.01
    if general.json {
      try desk.console.json(
        Outcome(
          roster: judged.roster.id, violations: judged.verdict.violations,
          cost: judged.verdict.cost, claimed: claimed, costAgrees: agrees))
    } else {
      for violation in judged.verdict.violations { desk.console.result("\(violation)") }
      if !agrees {
        desk.console.result("cost: the roster claims \(claimed), but costs \(cost)")
      }
      try desk.show(judged, general)
    }
    guard judged.verdict.violations.isEmpty, agrees else {
      throw Stop(status: .verificationFailed, message: "")
    }
  }
}
