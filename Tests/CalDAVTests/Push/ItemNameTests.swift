@testable import CalDAV
import TestSupport
import Testing

@Suite("Names of events' files")
struct ItemNameTests {
  @Test("A name is plain and leads back to the uid")
  func roundTrip() {
    #expect(
      ItemName.name(of: "ana-2026-12-07@acme.nobat.invalid")
        == "ana-2026-12-07_40acme.nobat.invalid.ics")
    for uid in ["../../etc", ".hidden", "a_40b", "a~b", "a/b", "é", "a b", "_", "x__y", "A%41"] {
      let name = ItemName.name(of: uid)
      #expect(ItemName.uid(of: name) == uid)
      #expect(PathText.encoded(segment: name) == name, "\(name) needs no escape")
      #expect(!name.hasPrefix("."))
    }
  }

  @Test("Names made otherwise lead to no uid")
  func otherNames() {
    for name in [
      "x", "x.ICS", "a%40b.ics", "a_4.ics", "a_zz.ics", "a_41.ics", "a@b.ics", "_FF.ics",
    ] {
      #expect(ItemName.uid(of: name) == nil, "\(name)")
    }
  }

  @Test("Different uids have different names, also long ones, which stay short enough")
  func different() {
    let long = (0..<50).map { String(repeating: "ü", count: 90) + "\($0)" }
    let uids = long + ["a@b", "a_40b", "a_b", "a__2", "a"]
    let names = uids.flatMap { uid in (1...3).map { ItemName.name(of: uid, number: $0) } }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.count <= 210 && $0.hasSuffix(".ics") })
    #expect(long.allSatisfy { ItemName.uid(of: ItemName.name(of: $0)) == nil })
  }
}
