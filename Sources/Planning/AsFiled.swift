import Workforce

// Files carry fewer digits than values. A step gives what its file will say, so that a plan in one go
// is the same as its single steps, and a roster can be checked from what it leaves.

extension Forecast {
  /// The forecast in the digits of its file: hundredths.
  var asFiled: Forecast {
    Forecast(
      id: id, grid: grid,
      queues: queues.map { queue in
        QueueForecast(
          queue: queue.queue, volume: queue.volume.map(\.inHundredths),
          handlingTime: queue.handlingTime.map(\.innerInHundredths), notes: queue.notes,
          league: queue.league?.asFiled, adjustments: queue.adjustments.map(\.asFiled),
          statistical: queue.statistical?.map { $0.rounded(to: 100) })
      })
  }
}

extension Requirement {
  /// The requirement in the digits of its file: hundredths, and ten-thousandths of an erlang.
  var asFiled: Requirement {
    Requirement(
      id: id, grid: grid,
      queues: queues.map { queue in
        QueueRequirement(
          queue: queue.queue, agents: queue.agents.map { $0.rounded(to: 100) },
          load: queue.load.map { $0.rounded(to: 10_000) },
          handlingTime: queue.handlingTime.map { $0.rounded(to: 100) },
          explanation: queue.explanation?.asFiled)
      })
  }
}

extension NeedExplanation {
  fileprivate var asFiled: NeedExplanation {
    NeedExplanation(
      model: model, target: target, definition: definition, plannedFor: plannedFor,
      atWork: atWork.map { $0.rounded(to: 10_000) },
      shrinkage: shrinkage.map { $0.rounded(to: 10_000) }, rulings: rulings)
  }
}

extension Band {
  fileprivate var inHundredths: Band {
    Band(
      expected: expected.rounded(to: 100), lowest: lowest.rounded(to: 100),
      low: low.rounded(to: 100), median: median.rounded(to: 100), high: high.rounded(to: 100),
      highest: highest.rounded(to: 100))
  }

  /// Of a handling time the file has three figures.
  fileprivate var innerInHundredths: Band {
    Band(
      expected: expected.rounded(to: 100), low: low.rounded(to: 100), high: high.rounded(to: 100))
  }
}

extension AppliedAdjustment {
  fileprivate var asFiled: AppliedAdjustment {
    AppliedAdjustment(
      row: row, change: change, interval: interval, author: author, reason: reason,
      contacts: contacts.rounded(to: 100))
  }
}

extension League {
  /// The league in the digits of its file: ten-thousandths.
  fileprivate var asFiled: League {
    League(
      rows: rows.map { row in
        Row(
          method: row.method, weeks: row.weeks, error: row.error.rounded(to: 10_000),
          bias: row.bias.rounded(to: 10_000), covered: row.covered?.rounded(to: 10_000),
          weight: row.weight?.rounded(to: 10_000))
      }, origins: origins)
  }
}

extension Double {
  /// The nearest whole number of such parts of one, as the double that its digits are read as.
  fileprivate func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}
