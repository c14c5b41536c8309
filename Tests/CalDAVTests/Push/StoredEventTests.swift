@testable import CalDAV
import Testing

@Suite("Events as a server keeps them")
struct StoredEventTests {
  @Test("The uid is read through folds, parameters and escapes; texts that look like one are not")
  func uids() {
    let text = CalendarText(
      Array("BEGIN:VEVENT\r\nUID;X=\"1\":a\\,b\r\n c\r\nuid:d\nSUMMARY:x\r\n UID:no\r\n".utf8))
    #expect(text.uids == ["a,bc", "d"])
    #expect(!text.hasMethod)
    #expect(CalendarText(Array("METHOD:PUBLISH".utf8)).hasMethod)
  }

  @Test("A text with other line ends is the same, one with another letter is not")
  func sameness() {
    let item = Week.shift(1)
    let text = String(decoding: item.bytes, as: UTF8.self)
    #expect(item.isSame(as: text.replacing("\r\n", with: "\n")))
    #expect(!item.isSame(as: text.replacing("Schicht", with: "schicht")))
    #expect(item.digest != Week.shift(1, edition: 1).digest)
    // FNV-1a of "a" (Fowler, Noll, Vo: the published test vectors).
    #expect(StoredEvent.sign(of: "a".utf8) == "af63dc4c8601ec8c")
    #expect(StoredEvent.sign(of: "".utf8) == "cbf29ce484222325")
  }

  @Test("What belongs to mail, or to other events, is a programmer's error")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = StoredEvent(uid: "a", bytes: Array("METHOD:PUBLISH\r\nUID:a\r\n".utf8))
    }
    await #expect(processExitsWith: .failure) {
      _ = StoredEvent(uid: "a", bytes: Array("UID:a\r\nUID:b\r\n".utf8))
    }
    await #expect(processExitsWith: .success) {
      _ = StoredEvent(uid: "a", bytes: Array("UID:a\r\nUID:a\r\n".utf8))
    }
  }
}
