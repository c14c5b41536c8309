import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Exchange

@Suite struct HistoryTextTests {
  func row(_ start: Int, _ offered: Double, _ handled: Double, _ time: Double) -> Observation {
    Observation(
      start: Instant(seconds: start), offered: offered, handled: handled, handlingTime: time,
      file: 0, line: 1)
  }

  func line(_ row: Observation) -> String {
    var text = HistoryText(expectedRows: 1)
    text.append(row, queue: Array("q".utf8), minutes: Array("15".utf8))
    return String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").last.map(String.init)
      ?? ""
  }

  @Test("Bytes are what texts would be, for every value that a history has") func values() {
    forEvery(seed: 0..<2000) { seed in
      var chance = Generator(seed: seed)
      let scale = [1.0, 10, 10_000, 1e9, 1e15][chance.index(below: 5)]
      func value() -> Double {
        switch chance.index(below: 4) {
        case 0: .nan
        case 1: (scale * chance.uniform()).rounded()
        case 2: (10_000 * scale * chance.uniform()).rounded() / 10_000
        default: scale * chance.uniform()
        }
      }
      let row = row(
        Int(4e9 * chance.uniform()) - 1_000_000_000, value(), value(), value())
      let expected = [
        "q", "\(row.start)", "15", Decimals.short(row.offered, atMost: 4),
        Decimals.short(row.handled, atMost: 4), Decimals.short(row.handlingTime, atMost: 4),
      ]
      return line(row) == expected.joined(separator: ",")
    }
  }

  @Test("What is written is read back as it was") func roundTrip() {
    var rows: [Observation] = []
    var chance = Generator(seed: 3)
    var text = HistoryText(expectedRows: 0)
    for index in 0..<3000 {
      let offered = Double(chance.index(below: 1000)) / 4
      rows.append(row(1_790_000_100 + 900 * index, offered, .nan, (offered * 30).rounded() / 100))
      text.append(rows[index], queue: Array("q".utf8), minutes: Array("15".utf8))
    }
    let inspection = Inspection()
    var reader = HistoryReader(["q"], inspection)
    reader.read(text.bytes, file: "x.csv")
    #expect(inspection.result == [])
    #expect(reader.queues[0].observations.count == 3000)
    #expect(zip(reader.queues[0].observations, rows).allSatisfy { $0.agrees(with: $1) })
  }
}

@Suite struct ObservationTests {
  @Test("A row of history takes no more than 48 bytes") func size() {
    #expect(MemoryLayout<Observation>.stride <= 48)
  }
}
