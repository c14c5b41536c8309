import Foundation
package import Testing

/// The independent checker of calendar files that lies beside the checkout, where the machine has it
/// and Python.
package struct CalendarChecker: Sendable {
  private let python: Program
  private let tool: String

  /// Why a test is left out where there is no checker.
  package static let isMissing: Comment =
    "calendars are checked by ../shared/tools/check_ics.py and python3, which are not both here"

  package static let here: CalendarChecker? = {
    guard let python = House.python ?? Program.installed("python3"), let tools = House.tools
    else { return nil }
    let tool = "\(tools)/check_ics.py"
    guard (try? python.run([tool, "--help"]))?.status == 0 else { return nil }
    return CalendarChecker(python: python, tool: tool)
  }()

  /// What is wrong with the calendars of a folder, warnings too; nil if nothing is.
  ///
  /// Those in folders of it are left out: what is cancelled there has its event here too.
  package func complaint(about folder: String) throws -> String? {
    let calendars = try House.files(under: folder, ending: ".ics").filter { !$0.contains("/") }
    return try complaint(
      about: calendars.map { "\(folder)/\($0)" }, ["--summary", "ignore"])
  }

  /// What is wrong with some files, also in the eyes of PyPI icalendar where it is set up, by the rules
  /// of a folder or else by the system's; nil if nothing is.
  package func complaint(
    about files: [String], _ options: [String], zoneRules: String? = nil
  ) throws -> String? {
    let rules = zoneRules.map { ["--tzdir", $0] } ?? []
    let ending = try python.run(
      [tool, "--strict", "--lib"] + rules + options + files,
      environment: zoneRules.map { ["PYTHONTZPATH": $0] } ?? [:])
    return ending.status == 0 ? nil : ending.output + ending.errors
  }
}
