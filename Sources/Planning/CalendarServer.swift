package import CalDAV
import Exchange
package import Workforce

/// A CalDAV server on which every agent has a calendar of their own.
package struct CalendarServer: Sendable {
  /// Stands for the agent's id in an address.
  package static let placeholder = "{agent}"

  private let pattern: String
  private let credentials: Credentials?

  /// Takes an address with `{agent}` in it, or of a folder that holds a calendar for each agent.
  package init(_ address: String, credentials: Credentials?) throws(CalDAVFault) {
    let isPattern = address.contains(CalendarServer.placeholder)
    let folder = address.hasSuffix("/") ? address : address + "/"
    pattern = isPattern ? address : "\(folder)\(CalendarServer.placeholder)/"
    self.credentials = credentials
    // Ids are plain words, so an address that is good for one is good for all.
    _ = try RemoteCalendar(self.address(of: "agent"), credentials: credentials)
  }

  /// Where an agent's calendar is.
  func address(of agent: Agent.ID) -> String {
    pattern.replacing(CalendarServer.placeholder, with: agent.rawValue)
  }

  func calendar(of agent: Agent.ID, title: String) throws(CalDAVFault) -> RemoteCalendar {
    try RemoteCalendar(address(of: agent), credentials: credentials, title: title)
  }
}

/// How the push of one agent's calendar ended.
package struct PushedCalendar: Hashable, Sendable {
  package let agent: Agent.ID
  /// Events put there, put in the place of another version, removed, and found as they should be.
  package let created: Int
  package let updated: Int
  package let deleted: Int
  package let unchanged: Int
  /// Sentences; none where the calendar is as it should be.
  package let failures: [String]

  init(of agent: Agent.ID, _ outcome: PushOutcome) {
    self.agent = agent
    created = outcome.created.count
    updated = outcome.updated.count
    deleted = outcome.deleted.count
    unchanged = outcome.unchanged
    failures = outcome.failures.map(\.description)
  }
}
