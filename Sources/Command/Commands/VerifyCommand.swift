import ArgumentParser
import Planning
import Report
import Rostering
import Workforce

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a roster against every hard rule, and reckon its cover and cost anew.",
    discussion: """
      EXAMPLE: nobat -C acme verify 2026-W50

      The checker shares no code with the optimiser. Exit status 6: a rule is broken,
      or the cost that the roster claims is not what it costs.
      """)

  @Argument(help: "The roster. Default: the latest.")
  var roster: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  private struct Outcome: Encodable {
    let roster: String
    let violations: [Violation]
    let cost: Workforce.Roster.Cost
    let claimed: Workforce.Roster.Cost
    let costAgrees: Bool
    /// What the roster depends on and is not what it was when the roster was made.
    let changedInputs: [String]
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let (judged, run) = try desk.run { journey throws(JourneyFault) in
      try journey.storedRoster(roster)
    }
    let changed = desk.journey.changedInputs(since: run)
    let cost = judged.verdict.cost
    let claimed = judged.roster.cost
    let disagreements = cost.disagreements(with: claimed, in: desk.journey.centre.currency)
    if general.json {
      try desk.console.json(
        Outcome(
          roster: judged.roster.id, violations: judged.verdict.violations, cost: cost,
          claimed: claimed, costAgrees: disagreements.isEmpty, changedInputs: changed))
    } else {
      for violation in judged.verdict.violations { desk.console.result("\(violation)") }
      for disagreement in disagreements { desk.console.result("cost: \(disagreement)") }
      try desk.show(judged, general)
      if !changed.isEmpty {
        desk.console.note(
          "changed since the roster was made: \(changed.joined(separator: ", ")); "
            + "nobat roster makes it anew")
      }
    }
    guard judged.verdict.violations.isEmpty, disagreements.isEmpty else {
      throw Stop(status: .verificationFailed, message: "")
    }
  }
}

extension Workforce.Roster.Cost {
  /// What another reckoning of the same roster says otherwise, part by part.
  ///
  /// Files carry cents: half a cent of difference is their rounding, a cent is another cost.
  fileprivate func disagreements(
    with claimed: Workforce.Roster.Cost, in currency: String
  ) -> [String] {
    [
      ("pay", pay, claimed.pay), ("premiums", premium, claimed.premium),
      ("wishes", wishes, claimed.wishes), ("missing hours", under, claimed.under),
      ("idle hours", over, claimed.over),
    ].compactMap { part, amount, claim in
      guard abs(amount.amount - claim.amount) >= 0.01 else { return nil }
      let found = Figures.money(amount, in: currency, decimals: 2)
      let said = Figures.money(claim, in: currency, decimals: 2)
      return "the roster claims \(said) for \(part), but reckoned anew it is \(found)"
    }
  }
}
