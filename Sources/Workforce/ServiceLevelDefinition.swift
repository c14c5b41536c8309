/// Which contacts a service level is a share of.
///
/// At 100 erlangs, 96 agents and callers who hang up after two minutes the three say 80, 86 and 85 %:
/// a service level without its definition is no promise.
package enum ServiceLevelDefinition: String, CaseIterable, Hashable, Sendable, Codable {
  /// Served in time out of all arrivals: whoever leaves is missed.
  case all
  /// Served in time out of all who are served.
  case served
  /// Served in time out of arrivals less those who left within the threshold.
  case excludingEarlyAbandonments = "excluding-early-abandonments"

  /// What the share is of, as in `80 % in 20 s of all contacts`.
  package var words: String {
    switch self {
    case .all: "of all contacts"
    case .served: "of contacts served"
    case .excludingEarlyAbandonments: "of all contacts but those who leave within it"
    }
  }
}
