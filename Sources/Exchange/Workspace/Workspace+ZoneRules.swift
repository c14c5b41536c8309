extension Workspace {
  /// The folder of time-zone rules that `nobat.yaml` names under `zone-rules`, nil where it names none;
  /// a relative path begins in the workspace.
  ///
  /// It is needed before the centre can be read. What is wrong with the file, reading the centre tells.
  package var zoneRules: String? {
    guard let bytes = contents(of: "nobat.yaml"), UTF8Text.firstFlaw(in: bytes) == nil,
      let root = YAMLText.read(bytes, file: "nobat.yaml", Inspection()),
      case .map(let pairs) = root.content,
      let pair = pairs.first(where: { $0.key == "zone-rules" }),
      case .text(let named) = pair.value.content, !named.isEmpty
    else { return nil }
    return named.hasPrefix("/") ? named : path(named)
  }
}
