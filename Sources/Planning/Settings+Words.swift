import Rostering

extension Settings {
  /// The options of `nobat roster` that these settings are typed as, by which a roster is made again.
  ///
  /// Threads are left out, since they change nothing.
  var words: [String] {
    [
      "--seed", "\(seed)", "--gap", "\(Settings.plain(100 * gap))%",
      "--effort", Settings.plain(effort),
    ]
  }

  /// A number of at most six decimals as people write it: `7`, not the 7.000000000000001 that a share
  /// of 0.07 becomes.
  package static func plain(_ value: Double) -> String {
    let text = "\((1e6 * value).rounded() / 1e6)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
