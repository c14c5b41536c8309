import Exchange
import Statistics
import Timeline

/// A made-up ACD file of fifty queues that never close, in slots of 15 minutes, and a workspace for it.
struct LargeHistory {
  static let queues = 50

  let rows: Int
  let format: HistoryFormat
  /// The clock of local times.
  let zone: Zone

  /// The files of a workspace with the queues, and the mapping of their names.
  var workspace: [(file: String, text: String)] {
    let numbers = 1...LargeHistory.queues
    let queues = numbers.map { number in
      """
      queue-\(number): {channel: voice, language: en, open: "mon-sun 00:00-24:00 Europe/Vienna", \
      sla: 80% in 20s}

      """
    }
    let names = numbers.map { "    \"\(name($0))\": queue-\($0)\n" }
    return [
      ("nobat.yaml", "workspace: large\nzone: Europe/Vienna\ninterval: 15m\nweek-starts: monday\n"),
      ("sites.yaml", "vie: {zone: Europe/Vienna, cost: 20/h}\n"),
      ("queues.yaml", queues.joined()),
      ("contracts.yaml", "full: {hours: 40h/week, days: 5}\n"),
      ("shifts.yaml", "day: {start: \"06:00-16:00/30m\", length: 8h}\n"),
      ("agents.csv", "id,name,site,contract\na1,Anna,vie,full\n"),
      (
        "skills.csv", "agent,queue\n" + numbers.map { "a1,queue-\($0)\n" }.joined()
      ),
      ("names.yaml", "queue:\n  names:\n" + names.joined()),
    ]
  }

  /// Slot by slot, all queues of each: the order in which systems write them.
  var file: [UInt8] {
    var chance = Generator(seed: 5)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96 * rows)
    if let header { bytes += "\(header)\n".utf8 }
    // Queues number 1 to 50 at each slot, from 2023-01-01 00:00 in UTC on.
    let start = 1_672_531_200
    for index in 0..<rows {
      let queue = 1 + index % LargeHistory.queues
      let instant = Instant(seconds: start + 900 * (index / LargeHistory.queues))
      let offered = 5 + chance.index(below: 40)
      bytes += row(queue, instant, offered: offered, handled: offered - chance.index(below: 3)).utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private var header: String? {
    switch format {
    case .genesysCloud:
      "Interval Start UTC Date,Queue,Media Type,Skill Set,Language,Offered,Interactions Handled,"
        + "Total Handle Time (Seconds)"
    case .avayaCMS:
      "ROW_DATE,STARTTIME,INTRVL,SPLIT,CALLSOFFERED,ACDCALLS,ABNCALLS,ACDTIME,HOLDACDTIME,ACWTIME"
    default: nil
    }
  }

  private func name(_ queue: Int) -> String {
    format == .genesysCloud ? "Customer line \(queue)/voice/English" : "\(1000 + queue)"
  }

  private func row(_ queue: Int, _ start: Instant, offered: Int, handled: Int) -> String {
    let reading = zone.reading(at: start)
    let (hour, minute) = (reading.secondOfDay / 3600, reading.secondOfDay / 60 % 60)
    let abandoned = offered - handled
    switch format {
    case .genesysCloud:
      return "\(start),Customer line \(queue),Voice,,English,\(offered),\(handled),\(handled * 241)"
    case .avayaCMS:
      return
        "\(reading.day),\(100 * hour + minute),15,\(1000 + queue),\(offered),\(handled),\(abandoned),"
        + "\(handled * 181),\(handled * 9),\(handled * 51)"
    default:
      let (year, month, day) = reading.day.civil
      return
        "15;\(10_000 * year + 100 * month + day);\(reading.time);\(1000 + queue);Line \(queue);"
        + "\(offered);0;\(abandoned);0;\(handled);80;20;\(handled * 181);\(handled * 60);30;20;5;9;300;0;1"
    }
  }
}
