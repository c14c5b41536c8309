import Glibc
import Statistics
import Timeline

/// How many conversions of a zone one core makes, in millions a second of processor time.
struct ZoneRates {
  enum Order: String, CaseIterable {
    case random, sequential
  }

  /// Instants to offsets.
  let offsets: Double
  /// Instants to local readings.
  let readings: Double
  /// Instants to year, month, day and second of the day.
  let dates: Double
  /// Local readings to instants.
  let instants: Double

  init(of zone: Zone, in order: Order) {
    // A quarter of a million moments, enough that no cache remembers them: 1970 to 2040 in random
    // order, or seven years on end.
    let count = 1 << 18
    var generator = Generator(seed: 7)
    let moments = (0..<count).map { index in
      switch order {
      case .random: Instant(seconds: generator.index(below: 2_240_611_200))
      case .sequential: Instant(seconds: 1_700_000_100 + 900 * index)
      }
    }
    let locals = moments.map { zone.reading(at: $0) }
    offsets = ZoneRates.millions(moments) { zone.offset(at: $0) }
    readings = ZoneRates.millions(moments) { zone.reading(at: $0).secondsSince1970 }
    dates = ZoneRates.millions(moments) { moment in
      let reading = zone.reading(at: moment)
      let (year, month, day) = reading.day.civil
      return year + month + day + reading.secondOfDay
    }
    instants = ZoneRates.millions(locals) { zone.instant(of: $0).seconds }
  }

  /// The best of some runs over all elements; the sum of the results is kept, so that none is left out.
  private static func millions<Element>(
    _ elements: [Element], _ convert: (Element) -> Int
  ) -> Double {
    var sum = 0
    let best =
      (0..<9).map { _ in
        let began = processorSeconds()
        for element in elements { sum &+= convert(element) }
        return processorSeconds() - began
      }
      .min() ?? 1
    precondition(sum != 1, "the results have a sum")
    return Double(elements.count) / max(best, 1e-9) / 1e6
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
