/// A drawing with a column of names beside it that stays in sight while the drawing scrolls.
///
/// Both parts have the same height and a fixed size in pixels: on a narrow screen the right one
/// scrolls inside its own box, and nothing is ever scaled out of legibility.
struct Picture {
  /// Unique on the page; ours, never taken from data.
  let id: String
  let title: String
  /// What is to be seen, for those who do not see it.
  let description: String
  let width: Double
  let height: Double
  /// The left column, ``namesWidth`` wide.
  let names: Markup
  let drawing: Markup
  /// For the script that shows values under the pointer; without it nothing is lost.
  var hover: Hover? = nil

  static let namesWidth = 136.0

  /// How to find, from a place on the drawing, the cell of the table below that says its value.
  struct Hover {
    /// Pixels of a slot, which is a row of the table.
    let slot: Double
    /// Pixels of a band, which is a column of the table; nil: the whole row is shown.
    let band: Double?
    let top: Double
  }

  var markup: Markup {
    var attributes: Markup = ""
    if let hover {
      attributes =
        " data-slot='\(Figures.number(hover.slot, decimals: 4))' data-top='\(hover.top)' data-band='\(hover.band ?? 0)'"
    }
    return """
      <div class='plot'\(attributes)>
      <svg class='names' aria-hidden='true' width='\(Self.namesWidth)' height='\(height)'>
      \(names)</svg>
      <div class='scroll' tabindex='0' role='region' aria-label='\(title)'>
      <svg role='img' aria-labelledby='\(id)-t \(id)-d' width='\(width)' height='\(height)'>
      <title id='\(id)-t'>\(title)</title><desc id='\(id)-d'>\(description)</desc>
      \(drawing)</svg></div></div>

      """
  }
}

/// A vertical axis that begins at zero and ends at a round number, whose half is round as well.
struct ValueAxis {
  let top: Double
  let height: Double
  let offset: Double

  /// An axis up to the greatest value or a little more; `offset` is its distance from the upper edge.
  init(greatest: Double, height: Double, offset: Double) {
    self.height = height
    self.offset = offset
    let greatest = greatest.isFinite ? greatest : 0
    var power = 1.0
    while power * 10 <= greatest { power *= 10 }
    while power > greatest, power > 0.01 { power /= 10 }
    top = [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10].map { $0 * power }.first { $0 >= greatest } ?? 1
  }

  func y(_ value: Double) -> Double { offset + height * (1 - value / top) }

  /// Zero, half and top.
  var ticks: [Double] { [0, top / 2, top] }

  /// Labels for the column of names, at its right edge.
  var labels: Markup {
    ticks.map { tick -> Markup in
      let y = y(tick) + 4
      let isWhole = tick == tick.rounded()
      let text = Figures.number(tick, decimals: isWhole ? 0 : top >= 1 ? 1 : 2)
      return "<text class='value' x='\(Picture.namesWidth - 6)' y='\(y)'>\(text)</text>\n"
    }
    .joined()
  }

  func lines(width: Double) -> Markup {
    ticks.map { "<path class='level' d='M0 \(y($0))h\(width)'/>\n" }.joined()
  }
}
