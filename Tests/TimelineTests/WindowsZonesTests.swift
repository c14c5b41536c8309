import TestSupport
import Testing

@testable import Timeline

@Suite("WindowsZones")
struct WindowsZonesTests {
  @Test("Every zone of Windows has a place that the folder knows, and no name is that of a place")
  func places() throws {
    #expect(WindowsZones.places.count == 142)
    let names = Set(Zones.database.names)
    for (name, place) in WindowsZones.places {
      _ = try Zones.named(place)
      #expect(!names.contains(name) || name == "UTC", "\(name)")
    }
  }

  @Test(
    "The places keep the clocks that Python's tzlocal gives them",
    .enabled(if: House.python != nil, House.checkersAreMissing))
  func tzlocal() throws {
    let script = """
      from tzlocal.windows_tz import win_tz
      for name, place in win_tz.items(): print(name + "=" + place)
      """
    let ending = try #require(House.python).run(["-c", script])
    let lines = ending.output.split(separator: "\n")
    #expect(lines.count == WindowsZones.places.count)
    for line in lines {
      let words = line.split(separator: "=")
      let place = try #require(WindowsZones.places[String(words[0])], "\(line)")
      // Seven places are spelt anew; their rules are the same.
      #expect(try Zones.named(place).rules == Zones.named(String(words[1])).rules, "\(line)")
    }
  }
}
