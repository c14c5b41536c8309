import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Exchange

@Suite struct HistoryRowTests {
  func row(_ start: Int, _ offered: Double, _ handled: Double, _ time: Double) -> Observation {
    Observation(
      start: Instant(seconds: start), offered: offered, handled: handled, handlingTime: time,
      file: 0, line: 1)
  }

  func line(_ row: Observation) -> String {
    var table = CSVText()
    table.append(row, of: Array("q".utf8), minutes: 15)
    return String(table.text.dropLast())
  }

  /// At the most four decimals, by the whole number of ten thousandths: nothing of our own writer.
  func plainText(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let scaled = (10_000 * value).rounded()
    guard scaled < 0x1p53 else { return "\(value)" }
    let digits = String(10_000 + Int(scaled) % 10_000).dropFirst()
    let kept = digits.reversed().drop { $0 == "0" }.reversed().map(String.init).joined()
    return "\(Int(scaled) / 10_000)" + (kept.isEmpty ? "" : "." + kept)
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
      let expected =
        ["q", "\(row.start)", "15"]
        + [row.offered, row.handled, row.handlingTime].map(plainText)
      return line(row) == expected.joined(separator: ",")
    }
  }

  @Test("What is written is read back as it was") func roundTrip() {
    var rows: [Observation] = []
    var chance = Generator(seed: 3)
    var text = CSVText(columns: HistoryReader.required + HistoryReader.optional)
    for index in 0..<3000 {
      let offered = Double(chance.index(below: 1000)) / 4
      rows.append(row(1_790_000_100 + 900 * index, offered, .nan, (offered * 30).rounded() / 100))
      text.append(rows[index], of: Array("q".utf8), minutes: 15)
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
