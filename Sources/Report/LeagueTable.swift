package import Workforce

/// How the ways to forecast did on a past: a row a method, best first for the nearest stretch ahead, and
/// columns for each stretch.
package func leagueTable(_ league: League, caption: String) -> Table {
  let stretches = Array(Set(league.rows.map(\.weeks))).sorted()
  var columns: [Table.Column] = [.words("method"), .figures("weight")]
  for weeks in stretches {
    columns += [
      .figures("WAPE, \(weeks)w"), .figures("bias, \(weeks)w"), .figures("in 80 %, \(weeks)w"),
    ]
  }
  var table = Table(caption, columns: columns)
  for method in methods(of: league) {
    let rows = league.rows.filter { $0.method == method }
    let weight = rows.compactMap(\.weight).first
    var cells = [
      Table.Cell(method), Table.Cell(weight.map { Figures.percent($0, decimals: 0) } ?? ""),
    ]
    for weeks in stretches {
      let row = rows.first { $0.weeks == weeks }
      cells += [
        Table.Cell(row.map { Figures.percent($0.error) } ?? ""),
        Table.Cell(row.map { Figures.signedPercent($0.bias) } ?? ""),
        Table.Cell(row?.covered.map { Figures.percent($0, decimals: 0) } ?? ""),
      ]
    }
    table.add(cells)
  }
  return table
}

/// The methods in the order in which the rows name them first.
private func methods(of league: League) -> [String] {
  var methods: [String] = []
  for row in league.rows where !methods.contains(row.method) { methods.append(row.method) }
  return methods
}

/// `1 week`, `4 weeks`.
package func weeksAhead(_ weeks: Int) -> String { weeks == 1 ? "1 week" : "\(weeks) weeks" }

extension Figures {
  /// A difference as a percentage, with its sign: `+0.8 %`.
  package static func signedPercent(_ share: Double, decimals: Int = 1) -> String {
    share.isFinite ? "\(signed(100 * share, decimals: decimals)) %" : unknown
  }
}
