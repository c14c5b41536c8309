/// The kinds of history files that can be imported.
package enum HistoryFormat: String, CaseIterable, Hashable, Sendable {
  case genesysCloud = "genesys-cloud"
  case amazonConnect = "amazon-connect"
  case calabrio
  case ciscoUCCE = "cisco-ucce"
  case avayaCMS = "avaya-cms"
  /// Any table; a mapping says which column is what.
  case generic

  /// The layout, nil where a mapping must make it.
  var layout: HistoryLayout? {
    switch self {
    case .genesysCloud: .genesysCloud
    case .amazonConnect: .amazonConnect
    case .calabrio: .calabrio
    case .ciscoUCCE: .ciscoUCCE
    case .avayaCMS: .avayaCMS
    case .generic: nil
    }
  }
}
